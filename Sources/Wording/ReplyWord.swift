/// The part that a word plays in a reply time such as "within the next two hours".
struct ReplyWord: Hashable, Sendable {
  enum Part: UInt8, Sendable {
    /// Opens a reply time: within, entro, innerhalb.
    case opener
    /// Opens one only where the sentence asks for an answer: "respond in 30 minutes".
    case weakOpener
    /// Opens one where the number follows at once: "you have 30 minutes".
    case possession
    /// Asks for an answer.
    case answer
    /// A number word; `amount` in tenths.
    case number
    /// An article that may stand for one; `amount` in tenths.
    case article
    /// A part of an hour, the unit still to come; `amount` in tenths of an hour times ten.
    case fraction
    /// A unit; `amount` in minutes.
    case unit
    /// The hour in the singular, which needs no number: "within the hour".
    case singleHour
    /// A whole time in one word; `amount` in minutes.
    case span
    /// Says that the time is past or of something else: last, previous, ago.
    case past
  }

  var part: Part
  var amount: Int32 = 0

  /// The words of all six languages by their part.
  static let vocabulary: [(words: String, reply: ReplyWord)] = [
    ("within inside next coming less under latest maximum max", ReplyWord(part: .opener)),
    ("entro prossimi prossime prossima prossimo meno massimo", ReplyWord(part: .opener)),
    (
      "innerhalb binnen nächsten nächste nächster kommenden weniger spätestens höchstens maximal",
      ReplyWord(part: .opener)
    ),
    ("dans sous prochaine prochaines prochain prochains délai moins endéans ici", ReplyWord(part: .opener)),
    ("dentro antes próxima próximas próximo próximos menos plazo prazo máximo até", ReplyWord(part: .opener)),
    ("in tra fra en em", ReplyWord(part: .weakOpener)),
    ("have ha avete hanno haben avez disposez tiene tienen tem têm dispone disponen", ReplyWord(part: .possession)),
    (
      """
      respond response responses reply replies answer need needed require required provide disclose return send comply
      await expect rispondere risposta risponda rispondete fornire antwort antworten beantworten übermitteln
      übermittlung benötigen répondre réponse répondez transmettre fournir responder respuesta responda respondan
      contesten enviar resposta respondam fornecer
      """, ReplyWord(part: .answer)
    ),
    ("a an un uno une um uma ein eine einer einem eines una", ReplyWord(part: .article, amount: 10)),
    ("one eins", ReplyWord(part: .number, amount: 10)),
    ("two due zwei deux dos dois duas couple", ReplyWord(part: .number, amount: 20)),
    ("three tre drei trois tres três", ReplyWord(part: .number, amount: 30)),
    ("four quattro vier quatre cuatro quatro", ReplyWord(part: .number, amount: 40)),
    ("five cinque fünf cinq cinco", ReplyWord(part: .number, amount: 50)),
    ("six sei sechs seis", ReplyWord(part: .number, amount: 60)),
    ("seven sette sieben sept siete sete", ReplyWord(part: .number, amount: 70)),
    ("eight otto acht huit ocho oito", ReplyWord(part: .number, amount: 80)),
    ("nine nove neun neuf nueve", ReplyWord(part: .number, amount: 90)),
    ("ten dieci zehn dix diez dez", ReplyWord(part: .number, amount: 100)),
    ("eleven undici elf onze once", ReplyWord(part: .number, amount: 110)),
    ("twelve dodici zwölf douze doce doze", ReplyWord(part: .number, amount: 120)),
    ("fifteen quindici fünfzehn quinze quince", ReplyWord(part: .number, amount: 150)),
    ("twenty venti zwanzig vingt veinte vinte", ReplyWord(part: .number, amount: 200)),
    ("ventiquattro vierundzwanzig veinticuatro", ReplyWord(part: .number, amount: 240)),
    ("thirty trenta dreißig dreissig trente treinta trinta", ReplyWord(part: .number, amount: 300)),
    ("forty quaranta vierzig quarante cuarenta quarenta", ReplyWord(part: .number, amount: 400)),
    ("quarantacinque fünfundvierzig", ReplyWord(part: .number, amount: 450)),
    ("quarantotto achtundvierzig", ReplyWord(part: .number, amount: 480)),
    ("sixty sessanta sechzig soixante sesenta sessenta", ReplyWord(part: .number, amount: 600)),
    ("settantadue zweiundsiebzig", ReplyWord(part: .number, amount: 720)),
    ("seventy settanta siebzig setenta", ReplyWord(part: .number, amount: 700)),
    ("ninety novanta neunzig noventa", ReplyWord(part: .number, amount: 900)),
    ("half mezz mezza mezzo halbe halben halber demi media meia", ReplyWord(part: .fraction, amount: 30)),
    ("quarter quarto quart cuarto", ReplyWord(part: .fraction, amount: 15)),
    ("quarters quarti quarts cuartos quartos", ReplyWord(part: .fraction, amount: 15)),
    ("viertelstunde", ReplyWord(part: .span, amount: 15)),
    ("halbstunde", ReplyWord(part: .span, amount: 30)),
    ("dreiviertelstunde", ReplyWord(part: .span, amount: 45)),
    ("minute minutes minuto minuti minuten minutos min mins mn", ReplyWord(part: .unit, amount: 1)),
    ("hour ora stunde heure hora", ReplyWord(part: .singleHour, amount: 60)),
    ("hours ore stunden heures horas h hr hrs std hs", ReplyWord(part: .unit, amount: 60)),
    ("day days giorno giorni tag tage tagen jour jours día días dia dias", ReplyWord(part: .unit, amount: 1440)),
    (
      "week weeks settimana settimane woche wochen semaine semaines semana semanas",
      ReplyWord(part: .unit, amount: 10080)
    ),
    (
      """
      last past previous preceding prior before ago first since ultimo ultima ultimi ultime scorsi scorse precedenti
      prime primi fa letzten letzte letzter vergangenen vor seit ersten dernier dernière derniers dernières précédant
      précédentes premières premiers avant depuis último última últimos últimas pasadas pasados anteriores previas
      primeras primeros hace passadas passados primeiras primeiros há
      """, ReplyWord(part: .past)
    ),
  ]
}
