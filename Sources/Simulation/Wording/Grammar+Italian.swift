extension Grammar {
  /// In the notation of the English grammar.
  static let italian = """
    #subjectEmergency
    {URGENTE|Urgente|EMERGENZA}: {richiesta di dati|richiesta di emergenza|richiesta di divulgazione} {-|–} {proc.|rif.|prot.} <case>
    Richiesta {urgente|d'urgenza|di emergenza} {relativa a|per} <target>
    {Pericolo di vita|Pericolo imminente|Vita in pericolo} - <case>
    <agency>: richiesta urgente <case>
    #subjectRoutine
    {Richiesta di|Acquisizione di} {dati|tabulati|informazioni} {-|/} {proc. pen.|prot.|rif.} <case>
    {Decreto di acquisizione|Ordine di esibizione|Richiesta ex lege} <case>
    <agency>, {procedimento|fascicolo|pratica} <case>
    Nostro riferimento <case>
    #salutation
    {Spett.le|Spettabile} {Ufficio Legale|Società|Ufficio rapporti con le autorità},
    {Buongiorno|Buonasera|Salve},
    {Gentili signori|Gentili colleghi|Egregi signori},
    Alla cortese attenzione dell'{ufficio legale|ufficio competente}
    #reference
    {Oggetto|Rif.|Riferimento}: <case>
    {Procedimento|Proc. pen.|Protocollo} n. <case>¶{Ufficio|Comando}: <agency>
    {Ufficio richiedente|Da}: <agency>¶{Operatore|Ufficiale di P.G.}: <name>, {matricola|tessera} <badge>¶{Pratica|Fascicolo}: <case>
    {Data|Lì} <date>. {Fascicolo|Pratica} <case>.
    #statute
    {La presente richiesta è formulata|La richiesta è avanzata|Si procede} {ai sensi di|a norma di|in base a} <statute>.
    {Base giuridica|Fondamento normativo|Riferimento normativo}: <statute>.
    {La comunicazione è|L'acquisizione è} {consentita|autorizzata} da <statute>.
    {Si richiama|Si fa riferimento a|Si invoca} <statute>.
    #openingEmergency
    {Sono|Mi chiamo} <name>, {in servizio presso|del} <agency>, e {scrivo|Vi contatto} per un'emergenza che riguarda un Vostro utente.
    {Questo ufficio|Il nostro comando} {sta gestendo|è impegnato in} {una situazione di emergenza|un evento in corso|un intervento urgente}.
    {Si richiede|Si chiede|Chiediamo} {la comunicazione|la trasmissione|l'invio} {immediata|urgente} dei dati {di un account|di un utente}.
    {Abbiamo|L'ufficio ha} {un caso aperto|un evento in corso} e {necessitiamo|abbiamo bisogno} {della Vostra collaborazione|del Vostro aiuto}.
    #openingRoutine
    {Sono|Scrive} <name>, {ufficiale di polizia giudiziaria|investigatore} {presso|del} <agency>.
    {Questo ufficio|Il nostro comando} {svolge|conduce} {indagini|accertamenti} {in merito ai fatti sotto descritti|nel procedimento indicato}.
    {Si trasmette|In allegato si invia|Si allega} {il decreto|l'ordine|il provvedimento} {relativo al procedimento|in oggetto}.
    {Nell'ambito di|In relazione a} {un'indagine|un procedimento} {in corso|pendente} si {chiedono|richiedono} {dati|informazioni} {in Vostro possesso|da Voi detenuti}.
    #danger.threatToLife
    {Una testimone|Un parente|Un cittadino} {riferisce|ha segnalato} che il {titolare|detentore} dell'account {minaccia|ha minacciato} di uccidere {l'ex compagna|un familiare|un vicino|un compagno di scuola}.
    {Riteniamo|Vi è fondato motivo di ritenere} che una persona {possa essere uccisa|sia in pericolo di vita|stia per essere ferita gravemente} {stanotte|entro poche ore|oggi}.
    {Messaggi|Video|Fotografie} {inviati stamattina|della scorsa notte} {mostrano|descrivono} {un'arma carica|un coltello|l'intenzione di sparare} e {indicano|nominano} {la vittima|una persona precisa}.
    {L'autore|Il responsabile} di {un accoltellamento|una sparatoria} {è in fuga|è irreperibile} e {annuncia|ha annunciato} {altra violenza|un nuovo attacco}.
    #danger.suicide
    {L'utente|Una giovane|Un ragazzo} {ha pubblicato|ha inviato} {un messaggio di addio|foto di farmaci} e {non risponde più|è irraggiungibile}.
    {Un'amica|Un genitore|Una linea di ascolto} {segnala|riferisce} che l'utente {intende togliersi la vita|vuole farla finita} {stanotte|oggi|a breve}.
    {È giunta|La sala operativa ha ricevuto} {una segnalazione|una chiamata} di {suicidio annunciato|autolesionismo in diretta}.
    #danger.kidnapping
    {Una persona|Un minore|Un imprenditore} {è stata rapita|è stato sequestrato} {presso|vicino a} <place> e {i sequestratori usano|gli autori utilizzano} questo account per {chiedere un riscatto|le richieste di denaro}.
    {La famiglia|I parenti} {ha ricevuto|hanno ricevuto} {una richiesta di riscatto|minacce e una foto} {tramite|da} questo profilo.
    {Un bambino|Una bambina} {è stato portato via|è stato sottratto} da {un genitore senza affido|uno sconosciuto} {stamattina|ieri sera}.
    #danger.childSafety
    {Un minore|Una bambina|Un ragazzo di 12 anni} {è vittima di abusi|viene adescato} e {l'autore usa|l'indagato utilizza} questo account.
    {Una minore scomparsa|Un ragazzo scappato di casa} {è in contatto con|è stato attirato da} {un adulto|uno sconosciuto} {conosciuto in rete|tramite il Vostro servizio}.
    {Sono state individuate|Abbiamo trovato} {nuove immagini|dirette} di abuso {caricate|condivise} {oggi|poche ore fa}.
    #danger.terrorism
    {Fonti attendibili|Informazioni credibili} {indicano|segnalano} un {attentato|attacco} {in preparazione|imminente} contro {un evento pubblico|un luogo di culto} {a|presso} <place>.
    {L'utente|Un sospettato} {ha annunciato|prepara} {un attentato|un'azione violenta} e {è in movimento|non si trova}.
    #danger.bombThreat
    {Una minaccia di bomba|Un allarme bomba} {è giunta|è pervenuto} {a una scuola|alla stazione|all'ospedale} di <place>.
    {L'utente|Un anonimo} {scrive|sostiene} che {un ordigno|l'esplosivo} {esploderà|scoppierà} {entro poche ore|a mezzogiorno|oggi}.
    #danger.other
    {Una persona anziana|Un escursionista|Una persona fragile} {è scomparsa|risulta dispersa} {nei pressi di|vicino a} <place> e {ha bisogno di farmaci|rischia per il freddo}.
    {Un malore|Un'emergenza medica} {è stata segnalata|si sospetta} {in chat|da un contatto}, {indirizzo ignoto|non conosciamo l'indirizzo}.
    #victim
    {La persona in pericolo|La vittima} è {nota|identificata}: <victim>.
    {Stiamo cercando|Dobbiamo trovare} <victim>, {di circa|anni} <age>.
    {Persona a rischio|Nominativo}: <victim>, {anni|età} <age>.
    #urgency
    {Si prega di|Vi preghiamo di} {rispondere|riscontrare} {immediatamente|subito|senza indugio|con la massima urgenza}.
    {Ogni minuto è prezioso|Il tempo stringe|Non c'è tempo da perdere}.
    {Persone innocenti|Qualcuno} {potrebbe morire|rischia la vita|potrebbe subire gravi danni} {se non riceviamo risposta|senza questi dati} {in tempo|subito}.
    {Abbiamo bisogno|Necessitiamo} dei dati {entro <deadline>|in <deadline>}.
    {Un ritardo|Ogni ritardo} {può costare una vita|può causare morte o lesioni gravi}.
    {Non c'è|Manca} il tempo {per un decreto|per il provvedimento del giudice}, che {seguirà|verrà trasmesso}.
    {È|Si tratta di} {una questione di vita o di morte|un caso urgentissimo|un pericolo imminente}.
    #calm
    {Si prega di|Si chiede di} {rispondere|riscontrare} {entro <deadline>|nei termini di legge|con cortese sollecitudine}.
    {Restiamo|Si resta} in attesa di {cortese riscontro|risposta}.
    {Per chiarimenti|Per ogni informazione} {contattare|chiamare} <phone>.
    {Si ringrazia|Grazie} per la {collaborazione|disponibilità}.
    #secrecy
    {Si prega di non|Vi chiediamo di non} {informare|avvisare} {l'utente|il titolare|l'interessato}.
    {La richiesta è|Trattasi di atto} {riservata|coperto da segreto|strettamente confidenziale}.
    {L'avviso|La notifica} all'utente {comprometterebbe|metterebbe a rischio} {le indagini|una vita}.
    #ask
    {Si prega di|Vi chiediamo di} {fornire|comunicare|trasmettere} per <target>: <data>, {periodo|relativamente a} <period>.
    {Si richiedono|Si chiedono|Occorrono} <data> {relativi a|riferiti a} <target> {per il periodo|dal} <period>.
    {Account|Utenza}: <target>¶{Dati richiesti|Elementi}: <data>¶{Periodo|Intervallo}: <period>
    {Con riguardo a|Quanto a} <target> {servono|occorrono} <data> (<period>).
    #preserve
    {Si chiede di|Vogliate} {conservare|congelare} {tutti i dati|ogni dato} di <target> per {90 giorni|novanta giorni} in attesa di {provvedimento|decreto}.
    {Richiesta di conservazione|Conservazione}: <target>, <period>, <data>.
    #freeze
    {Si chiede di|Vogliate} {bloccare|congelare} {i fondi|il saldo|ogni trasferimento} di <target> fino a {nuovo avviso|provvedimento del giudice}.
    {I fondi|Le somme} di <target> {provengono da|sono collegati a} {truffa|estorsione}; {si chiede il blocco|bloccarli} e l'invio di <data>.
    #why
    {I dati|Le informazioni} {servono|sono necessari} {per rintracciare|per trovare} {la persona|l'autore} e {evitare|impedire} {danni|conseguenze peggiori}.
    {Senza questi dati|In mancanza} {non possiamo|è impossibile} {identificare|localizzare} {la persona|i responsabili}.
    {Ogni altra pista|Ogni altro mezzo} {è stata esaurita|è risultato vano}.
    {I dati sono|Le informazioni sono} {rilevanti|utili} {ai fini delle indagini|per l'accertamento dei fatti}.
    #background
    {La persona offesa|Un querelante} {ha denunciato|lamenta} {una truffa|la perdita} di {alcune migliaia di euro|una somma ingente} {in rete|tramite un annuncio}.
    {Merce rubata|Beni rubati} {è stata offerta|sono stati offerti} {in vendita dall'account|tramite il profilo}.
    {L'indagato|Un ignoto} {molesta|perseguita} {la querelante|l'ex compagna} {da settimane|dal mese scorso}.
    {Sostanze stupefacenti|Droga} {vengono vendute|è stata ceduta} {tramite|attraverso} il profilo.
    {Il profilo|L'account} {è stato usato|è servito} per {truffare|minacciare|sostituirsi a} {più persone|una società}.
    {Una rapina|Un'aggressione} {è avvenuta|si è verificata} {a|presso} <place> e {un video|un testimone} {porta all'account|indica il profilo}.
    #incident
    {In relazione|Con riferimento} {all'attentato|all'esplosione|alla sparatoria|all'alluvione} di <place> {del <date>|}, con {feriti|dispersi|vittime}.
    {Dopo|A seguito de}i fatti di <place> {stiamo identificando|cerchiamo} {sospetti|testimoni|dispersi}.
    #closing
    {Distinti saluti|Cordiali saluti|Con osservanza|Saluti},
    {Grazie|Si ringrazia|RingraziandoVi},
    {In fede|L'ufficiale di P.G.},
    #signature
    <name>¶{Ispettore|Maresciallo|Vice Questore|Assistente}{, matr.| n.} <badge>¶<agency>¶{Tel.|Telefono} <phone>
    <name>¶<agency>¶Tel. <phone>¶{Responsabile|Dirigente|Autorizzato da}: <supervisor>, <supervisorPhone>
    {Isp.|Mar.|Ass. C.} <name> ({matr.|tessera} <badge>) - <agency> - <phone>
    #category
    dati anagrafici
    log IP
    contenuto dei messaggi
    dati di posizione
    dati di pagamento
    rubrica dei contatti
    identificativi del dispositivo
    altri dati
    #unit
    minuti
    ore
    giorni
    #abbreviation
    procedimento=proc.
    riferimento=rif.
    informazioni=info
    immediatamente=subito
    per=x
    numero=n.
    #own
    {Sono in servizio|Sono reperibile} fino alle {18|22|24}.
    {Il dirigente è|Il superiore è} {informato|al corrente}.
    {Chiamatemi|Telefonatemi} per {dubbi|chiarimenti}.
    {L'originale|La copia} {segue per posta|è agli atti}.
    {Indicare|Citare} il nostro {riferimento|protocollo} nella risposta.
    {Ho già parlato|Abbiamo parlato} con {un collega|il Vostro ufficio}.
    """
}
