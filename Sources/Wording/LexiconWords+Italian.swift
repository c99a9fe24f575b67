extension LexiconWords {
  /// The Italian lexicons.
  ///
  /// Written by us from ordinary dictionaries, the habits of official letters, public descriptions of forged
  /// emergency requests (danger of death if not answered at once, trafficking, kidnapping, freezing of funds) and the
  /// emergency categories that platforms list.
  static let italian = LexiconWords(
    urgency: """
      urgente, urgenti, urgenza, urgentemente, urgentissimo, massima urgenza, con urgenza, d'urgenza, somma urgenza,
      immediato, immediata, immediatamente, con effetto immediato, subito, da subito, al più presto, quanto prima,
      prima possibile, il prima possibile, nel più breve tempo possibile, tempi brevissimi,
      con la massima sollecitudine, con cortese sollecitudine, sollecito, sollecita, sollecitare, senza indugio,
      senza ritardo, senza ulteriore ritardo, ogni ritardo, tempestivo, tempestivamente, celermente, celerità,
      rapidamente, prontamente, istantaneamente, emergenza, situazione di emergenza, salvavita, salvare una vita,
      salvare vite, ogni minuto conta, ogni secondo conta, ogni ora conta, il tempo stringe, corsa contro il tempo,
      questione di minuti, questione di ore, questione di vita o di morte, non può attendere, non può aspettare,
      non c'è tempo, poco tempo, priorità assoluta, massima priorità, alta priorità, prioritario, critico, cruciale,
      imminente, improrogabile, indifferibile, codice rosso, all'istante, in giornata, tempo è essenziale
      """,
    threat: """
      morte, morire, muore, morirà, morto, morta, uccidere, ucciso, uccisa, uccisione, ucciderà, assassinio,
      assassinare, assassino, omicidio, omicida, suicidio, suicidarsi, suicida, togliersi la vita, autolesionismo,
      bomba, ordigno, esplosivo, esplosione, detonare, sparatoria, sparare, arma, armi, arma da fuoco, pistola,
      fucile, coltello, accoltellare, rapimento, rapire, rapito, rapita, sequestro di persona, sequestrato, ostaggio,
      riscatto, tortura, stupro, violenza, violenza sessuale, violento, abuso sessuale, abusi, pedopornografia,
      pedopornografico, pedofilia, adescamento, sfruttamento, sfruttamento sessuale, tratta di esseri umani,
      traffico di esseri umani, tratta di minori, minore scomparso, minore in pericolo, persona scomparsa, scomparsa,
      terrorismo, terrorista, terroristico, attentato, attacco, strage, massacro, lesioni gravi, lesioni personali,
      pericolo di vita, pericolo di morte, in pericolo, pericolo imminente, minaccia, minacciare, minacce,
      rischio per la vita, perdita di vite, incolumità, vittima, aggressione, avvelenare, incendio doloso, danno grave
      """,
    secrecy: """
      riservato, riservata, riservatezza, strettamente riservato, riservatissimo, confidenziale, confidenzialità,
      segreto, segretezza, segreta, segreto istruttorio, segreto investigativo, top secret, non divulgare, divulgare,
      divieto di divulgazione, non rivelare, non comunicare, non informare, non avvisare, non avvertire,
      senza avvisare, senza informare, senza avvertire, non notificare, senza notificare, non inoltrare,
      non condividere, non parlare, non parlarne, non dire a nessuno, a nessuno, con nessuno, non contattare,
      all'insaputa, massimo riserbo, riserbo, discrezione, discreto, con discrezione, in silenzio, sotto copertura,
      indagine sensibile, indagini in corso, indagine in corso, compromettere le indagini, pregiudicare le indagini,
      pregiudizio per le indagini, secretato, atto secretato, vincolo di segretezza, obbligo di segretezza,
      solo per uso ufficiale, resti tra noi, tra di noi, non rispondere a tutti, occulto, tacere, silenzio
      """,
    deadline: """
      scadenza, scadenze, termine ultimo, termine perentorio, perentorio, entro minuti, entro un'ora, entro l'ora,
      entro le ore, entro e non oltre, non oltre, entro oggi, entro domani, entro stasera, entro mezzogiorno,
      entro mezzanotte, entro la giornata, entro la mattinata, entro le prossime, entro i prossimi,
      nelle prossime ore, nella prossima ora, prossime ore, prossimi minuti, entro due ore, entro trenta minuti,
      mezz'ora, minuti, entro fine giornata, entro la fine della giornata, fine giornata, oggi, oggi stesso, stasera,
      stamattina, questa mattina, questo pomeriggio, questa sera, stanotte, al più tardi, scade, scadrà, scaduto,
      termine di risposta, rispondere entro, risposta entro, si attende risposta, in attesa di riscontro,
      attesa di risposta, dalla ricezione, dal ricevimento, a partire dal ricevimento, ultimo avviso,
      ultimo sollecito, conto alla rovescia, tempo limite, prima di domani, prima di mezzanotte
      """,
    payment: """
      portafoglio, wallet, bitcoin, btc, ethereum, criptovaluta, criptovalute, cripto, crypto, usdt, tether,
      stablecoin, moneta, monete, frase di recupero, seed phrase, frase segreta, chiave privata, prelievo, prelevare,
      prelievi, deposito, depositi, saldo, saldo del conto, conto corrente, conto bancario, conti correnti, banca,
      bancario, iban, swift, numero di conto, numero di carta, carta di credito, carta di debito, cvv, pagamento,
      pagamenti, pagare, metodo di pagamento, bonifico, bonifici, trasferimento di fondi, trasferire i fondi, fondi,
      congelare, congelamento, congelare il conto, bloccare il conto, blocco del conto, sequestro preventivo,
      sequestrare, beni, patrimonio, confisca, confiscare, transazione, transazioni, movimenti bancari,
      estratto conto, denaro, soldi, riciclaggio, contanti, fattura, rimborso, carta regalo, paypal, western union,
      kyc, postepay, proventi, giacenza, valuta virtuale, custodia
      """,
    pressure: """
      responsabile, responsabilità, personalmente responsabile, ritenuto responsabile, responsabilità penale,
      penalmente, ostacolo, ostacolare, intralcio, intralcio alla giustizia, favoreggiamento, omissione,
      omissione di atti, inadempienza, inadempimento, inottemperanza, mancata risposta, mancato riscontro,
      mancata ottemperanza, mancata collaborazione, rifiuto, rifiutare, sanzione, sanzioni, sanzionare, multa,
      ammenda, pena, sotto pena, a pena di, perseguire, perseguibile, perseguiti penalmente, procedimento penale,
      azione legale, azioni legali, vie legali, conseguenze, conseguenze legali, conseguenze penali, denuncia,
      denunciare, arresto, carcere, reclusione, obbligo, obbligatorio, obbligati, obbligato, è tenuto, siete tenuti,
      tenuti a fornire, si ordina, si intima, intimare, ordiniamo, si ingiunge, diffida, diffidare, imporre, imposto,
      dovete, dovrà, esigere, pretendere, sulla coscienza, sulla vostra coscienza, colpa vostra, vostro superiore,
      suo superiore, i vostri superiori, ufficio legale, in nome della legge, per ordine, autorità giudiziaria,
      ultima possibilità, avvertimento, ultimatum, complice, complicità, oltraggio, perquisizione, mandato di arresto
      """)
}
