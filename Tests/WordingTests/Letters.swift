import RequestModel
import Wording

/// Letters written for these tests, ten for each language, from one line to a page.
enum Letters {
  static let samples: [(language: String, letters: [String])] = [
    ("en", english), ("it", italian), ("de", german), ("fr", french), ("es", spanish), ("pt", portuguese),
  ]

  static let english = [
    "Please find attached the order signed by the judge.",
    "We request the subscriber information for the account below.",
    "This is a follow-up to our letter of last week. Has the data been preserved?",
    "The victim was last seen near the station and her phone is switched off.",
    "URGENT: we need the location of this phone within the next 30 minutes, he has threatened to kill himself.",
    """
    Dear Sir or Madam,

    Our office is investigating a fraud against elderly residents. Please provide the records listed in the attached warrant,
    and let us know whether any other account has been used from the same address.

    Kind regards
    """,
    "Pursuant to the attached subpoena you are directed to produce the records of the user named above by Friday.",
    "Thank you for your answer. We do not need the content of the messages any more.",
    "If the account has been deleted, please tell us when and from which address that was done.",
    "I am writing on behalf of the county sheriff about a missing child. Any delay could cost her life.",
  ]

  static let italian = [
    "In allegato si trasmette il decreto firmato dal giudice.",
    "Si richiedono i dati dell'intestatario dell'utenza sotto indicata.",
    "Facciamo seguito alla nostra nota della scorsa settimana: i dati sono stati conservati?",
    "La vittima è stata vista per l'ultima volta vicino alla stazione e il suo telefono è spento.",
    "URGENTE: serve la posizione del telefono entro 30 minuti, ha minacciato di uccidersi.",
    """
    Spettabile ufficio,

    questo comando sta svolgendo indagini per una truffa ai danni di persone anziane. Si prega di fornire i dati indicati nel
    decreto allegato e di comunicare se altri profili sono stati usati dallo stesso indirizzo.

    Distinti saluti
    """,
    "Ai sensi del decreto che si allega, si chiede di esibire i tabulati relativi all'utente entro venerdì.",
    "Grazie per la risposta. Non abbiamo più bisogno del contenuto dei messaggi.",
    "Se il profilo è stato cancellato, vi preghiamo di dirci quando e da quale indirizzo.",
    "Scrivo per conto della questura riguardo a una bambina scomparsa. Ogni ritardo può essere fatale.",
  ]

  static let german = [
    "Anbei erhalten Sie den vom Richter unterzeichneten Beschluss.",
    "Wir bitten um Auskunft über den Inhaber des unten genannten Kontos.",
    "Wir nehmen Bezug auf unser Schreiben von letzter Woche: Wurden die Daten gesichert?",
    "Das Opfer wurde zuletzt am Bahnhof gesehen und ihr Telefon ist ausgeschaltet.",
    "EILT: Wir benötigen den Standort des Telefons innerhalb von 30 Minuten, er droht, sich umzubringen.",
    """
    Sehr geehrte Damen und Herren,

    hier wird wegen Betrugs zum Nachteil älterer Menschen ermittelt. Bitte übersenden Sie die im beigefügten Beschluss genannten
    Daten und teilen Sie mit, ob weitere Konten von derselben Adresse aus genutzt wurden.

    Mit freundlichen Grüßen
    """,
    "Gemäß dem beigefügten Beschluss sind die Unterlagen zu dem oben genannten Nutzer bis Freitag herauszugeben.",
    "Vielen Dank für Ihre Antwort. Den Inhalt der Nachrichten brauchen wir nicht mehr.",
    "Falls das Konto gelöscht wurde, teilen Sie uns bitte mit, wann und von welcher Adresse aus das geschehen ist.",
    "Ich schreibe im Auftrag der Polizei wegen eines vermissten Kindes. Jede Verzögerung kann das Leben kosten.",
  ]

  static let french = [
    "Veuillez trouver ci-joint l'ordonnance signée par le juge.",
    "Nous demandons les données du titulaire du compte mentionné ci-dessous.",
    "Nous faisons suite à notre courrier de la semaine dernière : les données ont-elles été conservées ?",
    "La victime a été vue pour la dernière fois près de la gare et son téléphone est éteint.",
    "URGENT : il nous faut la position du téléphone dans les 30 minutes, il menace de se tuer.",
    """
    Madame, Monsieur,

    notre service enquête sur une escroquerie au préjudice de personnes âgées. Merci de fournir les données visées par la
    réquisition jointe et de nous dire si d'autres comptes ont été utilisés depuis la même adresse.

    Cordialement
    """,
    "Conformément à la réquisition jointe, vous êtes priés de produire les relevés de l'utilisateur avant vendredi.",
    "Merci pour votre réponse. Nous n'avons plus besoin du contenu des messages.",
    "Si le compte a été supprimé, dites-nous quand et depuis quelle adresse cela a été fait.",
    "Je vous écris au nom de la brigade au sujet d'une enfant disparue. Tout retard peut lui coûter la vie.",
  ]

  static let spanish = [
    "Adjunto remitimos el auto firmado por el juez.",
    "Se solicitan los datos del titular de la cuenta que se indica más abajo.",
    "Damos seguimiento a nuestro oficio de la semana pasada: ¿se han conservado los datos?",
    "La víctima fue vista por última vez cerca de la estación y su teléfono está apagado.",
    "URGENTE: necesitamos la ubicación del teléfono antes de 1 hora, ha amenazado con matarse.",
    """
    Estimados señores:

    Esta unidad investiga una estafa contra personas mayores. Les rogamos que faciliten los datos que figuran en el auto adjunto
    y que nos indiquen si se han utilizado otras cuentas desde la misma dirección.

    Un cordial saludo
    """,
    "En virtud del auto adjunto, deberán aportar los registros del usuario arriba mencionado antes del viernes.",
    "Gracias por su respuesta. Ya no necesitamos el contenido de los mensajes.",
    "Si la cuenta ha sido eliminada, dígannos cuándo y desde qué dirección se hizo.",
    "Escribo en nombre de la policía por una niña desaparecida. Cualquier demora puede costarle la vida.",
  ]

  static let portuguese = [
    "Segue em anexo o despacho assinado pelo juiz.",
    "Solicitamos os dados do titular da conta abaixo indicada.",
    "Damos seguimento ao nosso ofício da semana passada: os dados foram preservados?",
    "A vítima foi vista pela última vez perto da estação e o seu telefone está desligado.",
    "URGENTE: precisamos da localização do telefone em até 30 minutos, ele ameaçou tirar a própria vida.",
    """
    Prezados senhores,

    esta delegacia investiga uma fraude contra pessoas idosas. Pedimos que forneçam os dados que constam do despacho em anexo e
    que nos informem se outras contas foram usadas a partir do mesmo endereço.

    Atenciosamente
    """,
    "Nos termos do despacho em anexo, deverão ser apresentados os registos do utilizador até sexta-feira.",
    "Obrigado pela resposta. Já não precisamos do conteúdo das mensagens.",
    "Se a conta foi apagada, digam-nos quando e a partir de que endereço isso foi feito.",
    "Escrevo em nome da polícia sobre uma criança desaparecida. Qualquer demora pode custar-lhe a vida.",
  ]

  static let key: (UInt64, UInt64) = (0x0123_4567_89ab_cdef, 0xfedc_ba98_7654_3210)

  static func analyzer() -> WordingAnalyzer { WordingAnalyzer(key: key) }
}
