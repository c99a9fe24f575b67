extension LexiconWords {
  /// The German lexicons.
  ///
  /// Written by us from ordinary dictionaries, the habits of official letters, public descriptions of forged
  /// emergency requests (danger of death if not answered at once, trafficking, kidnapping, freezing of funds) and the
  /// emergency categories that platforms list.
  static let german = LexiconWords(
    urgency: """
      dringend, dringende, dringlich, dringlichkeit, äußerst dringend, höchst dringend, eilig, eilt, eile, eilsache,
      eilbedürftig, eilantrag, eilanfrage, höchste eile, sofort, sofortig, sofortige, ab sofort, sofortmaßnahme,
      unverzüglich, umgehend, umgehende, schnellstmöglich, schnellstens, so schnell wie möglich, so bald wie möglich,
      so rasch wie möglich, baldmöglichst, asap, zügig, rasch, schleunigst, prompt, augenblicklich, auf der stelle,
      ohne verzögerung, ohne weitere verzögerung, ohne verzug, jede verzögerung, verzug, gefahr im verzug,
      ohne zeitverlust, ohne schuldhaftes zögern, notfall, notfälle, notfallanfrage, notlage, lebensrettend,
      lebensrettung, leben retten, jede minute zählt, jede sekunde zählt, jede stunde zählt, es zählt jede minute,
      zeit drängt, die zeit läuft, zeitkritisch, zeit ist kritisch, wettlauf gegen die zeit, keine zeit, wenig zeit,
      kein aufschub, duldet keinen aufschub, unaufschiebbar, kann nicht warten, leben und tod, leben oder tod,
      höchste priorität, oberste priorität, hohe priorität, vorrangig, prioritär, kritisch, akut, akute,
      unmittelbar bevorstehend, bevorstehend, alarm, beschleunigen, beschleunigt, frühestmöglich
      """,
    threat: """
      tod, tot, tote, sterben, stirbt, sterbe, töten, getötet, tötung, tötungsdelikt, tödlich, mord, morden, ermorden,
      ermordet, mörder, totschlag, selbstmord, suizid, suizidal, suizidgefahr, suizidabsicht, selbsttötung,
      das leben nehmen, selbstverletzung, bombe, bombendrohung, sprengstoff, sprengsatz, explosion, explodieren, amok,
      amoklauf, amoktat, schießerei, schießen, erschießen, waffe, waffen, schusswaffe, pistole, gewehr, messer,
      messerangriff, erstechen, entführung, entführen, entführt, entführer, geisel, geiselnahme, lösegeld, folter,
      foltern, vergewaltigung, vergewaltigen, missbrauch, sexueller missbrauch, kindesmissbrauch, kinderpornografie,
      kinderpornographie, sexuelle ausbeutung, ausbeutung, menschenhandel, kinderhandel, cybergrooming, vermisst,
      vermisste, vermisstes kind, vermisste person, kindeswohlgefährdung, terror, terrorismus, terrorist,
      terroranschlag, anschlag, angriff, angreifen, massaker, blutbad, körperverletzung, schwere verletzung,
      schwer verletzt, verletzen, gewalt, gewalttat, gewalttätig, lebensgefahr, gefahr für leib, leib und leben,
      leib oder leben, gefahr für das leben, in gefahr, gefährdet, gefahr, bedrohung, bedroht, drohung, drohen, opfer,
      vergiften, brandstiftung, misshandlung
      """,
    secrecy: """
      vertraulich, vertraulichkeit, streng vertraulich, geheim, geheimhaltung, streng geheim, geheimnis,
      verschwiegenheit, verschwiegen, stillschweigen, schweigen, schweigepflicht, verschlusssache,
      nur für den dienstgebrauch, nicht offenlegen, offenlegung untersagt, nicht weitergeben, nicht weiterleiten,
      nicht weiterzuleiten, nicht weiterzugeben, keine weitergabe, nicht informieren, nicht zu informieren,
      nicht benachrichtigen, nicht zu benachrichtigen, nicht in kenntnis, nicht unterrichten, ohne benachrichtigung,
      ohne kenntnis, ohne wissen, niemandem, niemanden, mit niemandem, erzählen sie niemandem,
      sprechen sie mit niemandem, keine mitteilung, nicht mitteilen, nicht teilen, nicht kontaktieren, keinen kontakt,
      nicht warnen, nicht alarmieren, diskret, diskretion, verdeckt, verdeckte ermittlung, verdeckte ermittlungen,
      laufende ermittlungen, laufenden ermittlungen, laufendes verfahren, ermittlungen gefährden,
      gefährdung der ermittlungen, ermittlungserfolg gefährden, ermittlungszweck gefährden, untersuchungszweck,
      sensibel, sensible ermittlung, unter uns, bleibt unter uns, unter verschluss, behalten sie für sich,
      für sich behalten, nicht öffentlich, stumm, heimlich, nicht anrufen, mitteilungsverbot, benachrichtigungsverbot
      """,
    deadline: """
      frist, fristen, fristgerecht, fristablauf, fristsetzung, antwortfrist, rückmeldefrist, innerhalb von minuten,
      innerhalb einer stunde, innerhalb von stunden, innerhalb der nächsten, innerhalb von zwei stunden,
      binnen einer stunde, binnen stunden, binnen minuten, binnen zwei stunden, binnen kürzester zeit,
      in den nächsten, in der nächsten stunde, nächsten stunden, nächsten minuten, halbe stunde, halben stunde,
      minuten, viertelstunde, bis heute, bis morgen, bis mittag, bis mitternacht, bis heute abend, bis spätestens,
      spätestens, spätestens bis, spätestens um, bis ende des tages, bis zum ende des tages, bis dienstschluss,
      bis geschäftsschluss, bis büroschluss, heute, heute noch, noch heute, heute abend, heute nacht,
      heute nachmittag, heute vormittag, taggleich, am selben tag, stichtag, termin, ablauf, läuft ab, abläuft,
      abgelaufen, antworten sie bis, antwort bis, antwort innerhalb, rückmeldung bis, rückmeldung innerhalb,
      um antwort bis, nach erhalt, ab erhalt, nach eingang, ab eingang, letzte mahnung, letzte aufforderung,
      ultimatum, zeitlimit, zeitfenster, stundenfrist
      """,
    payment: """
      wallet, geldbörse, brieftasche, bitcoin, btc, ethereum, krypto, kryptowährung, kryptowährungen, kryptowerte,
      usdt, tether, stablecoin, coins, seed phrase, wiederherstellungsphrase, wiederherstellungsschlüssel,
      privater schlüssel, privaten schlüssel, abheben, abhebung, abhebungen, auszahlung, auszahlen, einzahlung,
      einzahlen, guthaben, kontostand, saldo, kontoguthaben, bank, bankkonto, bankverbindung, bankdaten, girokonto,
      iban, bic, kontonummer, kartennummer, kreditkarte, debitkarte, zahlung, zahlungen, zahlen, zahlungsdaten,
      zahlungsmittel, zahlungsverkehr, bezahlen, überweisung, überweisungen, überweisen, transferieren, gelder, geld,
      einfrieren, eingefroren, konto einfrieren, konto sperren, kontosperrung, sperrung des kontos, vermögen,
      vermögenswerte, vermögensarrest, pfändung, pfänden, beschlagnahme, beschlagnahmen, einziehung, transaktion,
      transaktionen, transaktionsverlauf, umsätze, kontoauszug, kontoauszüge, geldwäsche, bargeld, rechnung,
      rückerstattung, erstattung, geschenkkarte, gutscheinkarte, paypal, western union, kyc, erlös, erlöse,
      lösegeldzahlung, depot, verwahrung
      """,
    pressure: """
      haftbar, haftung, haften, persönlich haftbar, persönliche haftung, verantwortlich, persönlich verantwortlich,
      verantwortung, zur verantwortung, rechenschaft, zur rechenschaft, behinderung, behindern, strafvereitelung,
      behinderung der justiz, verpflichtet, sind verpflichtet, verpflichtung, gesetzlich verpflichtet, zwingend,
      zwangsmittel, zwangsgeld, ordnungsgeld, bußgeld, geldstrafe, geldbuße, freiheitsstrafe, haft, haftstrafe,
      strafe, strafbar, strafbarkeit, strafrechtlich, strafrechtliche konsequenzen, strafverfolgung, strafanzeige,
      anzeige, anklage, sanktion, sanktionen, rechtliche schritte, rechtliche konsequenzen, konsequenzen, folgen,
      rechtsfolgen, zuwiderhandlung, zuwiderhandeln, nichtbefolgung, nichtbeachtung, nichterfüllung, nichteinhaltung,
      bei weigerung, weigerung, weigern, verweigern, verweigerung, unterlassen, unterlassene hilfeleistung,
      missachtung, müssen sie, sie müssen, sie haben zu, zu befolgen, befolgen, folge zu leisten, anordnung,
      angeordnet, wir ordnen, wir fordern, fordern, gefordert, aufgefordert, aufforderung, verlangen,
      auf ihrem gewissen, gewissen, ihre schuld, ihr vorgesetzter, vorgesetzten, ihre geschäftsführung,
      rechtsabteilung, warnung, warnen, letzte warnung, letzte chance, im namen des gesetzes, mitschuldig, mittäter,
      beihilfe, durchsuchung, haftbefehl, fahrlässig, eskalieren
      """)
}
