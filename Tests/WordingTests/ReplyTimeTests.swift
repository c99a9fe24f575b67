import RequestModel
import Testing
import Wording

@Suite struct ReplyTimeTests {
  private let analyzer = Letters.analyzer()

  private func minutes(_ text: String) -> Int32? { analyzer.analyze(subject: nil, body: text)?.demandedMinutes }

  @Test func `a named reply time is read`() {
    for (text, minutes) in Self.demands {
      #expect(analyzer.analyze(subject: nil, body: text)?.demandedMinutes == minutes, "\(text)")
    }
  }

  private static let demands: [(String, Int32)] = [
    ("Reply within 30 minutes.", 30), ("We need it within the next two hours", 120), ("in the next hour", 60),
    ("within the hour", 60), ("within an hour", 60), ("within half an hour", 30), ("within a quarter of an hour", 15),
    ("Please respond in 45 min", 45), ("you have 30 minutes", 30), ("within 24h", 1440),
    ("within 24 (twenty-four) hours", 1440),
    ("within forty-eight hours", 2880), ("in less than 2 hours", 120), ("within 1.5 hours", 90),
    ("within ten business days", 14400),
    ("within three quarters of an hour", 45), ("within 48 hours, for the chats within 6 hours", 360),
    ("entro 2 ore", 120), ("entro e non oltre 30 minuti", 30), ("entro un'ora", 60), ("entro mezz'ora", 30),
    ("nelle prossime tre ore", 180), ("nella prossima ora", 60), ("entro dodici ore", 720),
    ("entro un quarto d'ora", 15),
    ("innerhalb einer Stunde", 60), ("innerhalb von 30 Minuten", 30), ("binnen zwei Stunden", 120),
    ("in den nächsten 45 Minuten", 45), ("innerhalb einer halben Stunde", 30), ("binnen einer Viertelstunde", 15),
    ("innerhalb von vierundzwanzig Stunden", 1440),
    ("dans les 30 minutes", 30), ("sous 24 heures", 1440), ("dans l'heure", 60), ("dans une demi-heure", 30),
    ("dans un délai de deux heures", 120), ("d'ici une heure", 60), ("dans les prochaines trois heures", 180),
    ("antes de 1 hora", 60), ("en las próximas dos horas", 120), ("en la próxima hora", 60),
    ("en menos de media hora", 30),
    ("en un plazo de 30 minutos", 30), ("dentro de doce horas", 720),
    ("em até 30 minutos", 30), ("no prazo de duas horas", 120), ("na próxima hora", 60), ("dentro de meia hora", 30),
    ("nas próximas 2 horas", 120),
  ]

  @Test func `a time that is past, unnamed or of something else is none`() {
    for text in Self.others {
      #expect(analyzer.analyze(subject: nil, body: text)?.demandedMinutes == nil, "\(text)")
    }
  }

  private static let others = [
    "The phone was used within the last 24 hours.", "less than 2 hours ago", "She left in the past 3 hours",
    "It took 30 minutes.",
    "within 24 hours before the call", "in the coming hours", "within 2024", "within 10:30 hours",
    "nelle ultime 24 ore",
    "in den letzten zwei Stunden", "vor weniger als zwei Stunden", "dans les dernières 24 heures",
    "en las últimas 24 horas",
    "nas últimas 2 horas", "missing for 3 hours", "We looked within. Two hours passed.", "within 300000 hours",
  ]

  @Test func `number words and digits agree`() {
    let words = ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"]
    for (index, word) in words.enumerated() {
      #expect(minutes("within \(word) hours") == minutes("within \(index + 1) hours"))
      #expect(minutes("within \(index + 1) hours") == Int32(index + 1) * 60)
    }
  }

  @Test func `sixty days is the longest`() {
    #expect(minutes("within 60 days") == 86_400)
    #expect(minutes("within 61 days") == nil)
  }
}
