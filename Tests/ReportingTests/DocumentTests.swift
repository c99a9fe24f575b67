import Detection
import Foundation
import Reporting
import RequestModel
import Scoring
import Statistics
import Testing

@Suite("Documents as data") struct DocumentTests {
  @Test("The JSON of both documents parses whatever the texts, and gives them back", arguments: InjectionCorpus.texts)
  func json(text: String) throws {
    let sample = Sample { field, usual in field == "threshold_name" ? usual : text }
    let nightly = try #require(
      JSONSerialization.jsonObject(with: Data(sample.nightly.json.bytes(indented: true))) as? [String: Any])
    let queue = try #require(nightly["queue"] as? [[String: Any]])
    #expect(queue.map { $0["request_id"] as? String } == [text, text, text])
    let weekly = try #require(JSONSerialization.jsonObject(with: Data(sample.weekly.json.bytes())) as? [String: Any])
    #expect((weekly["alerts"] as? [Any])?.count == 3)
  }

  @Test("The queue as CSV has one row an alert and no formula", arguments: InjectionCorpus.texts)
  func csv(text: String) {
    let rows = CSVReader.rows(AlertTable.csv(Sample { _, _ in text }.nightly.queue))
    #expect(rows.count == 4)
    #expect(rows[0] == AlertTable.columns)
    for row in rows.dropFirst() {
      #expect(row.count == AlertTable.columns.count)
      for (name, cell) in zip(AlertTable.columns, row)
      where !["score", "evidence_bits", "p_value", "rank"].contains(name) {
        #expect(!["=", "+", "-", "@", "\t", "\r", "\n", "＝"].contains(cell.unicodeScalars.first))
      }
    }
  }

  @Test("Every look of the registry has its step on the telephone")
  func guidanceIsComplete() {
    for id in Registry(model: .documented).ids { #expect(CallBackGuidance.stepByDetector[id] != nil, "\(id)") }
  }

  @Test("Steps follow the weight of the reasons, each once, and none comes from what speaks for the sender")
  func guidanceFollowsWeight() {
    let sample = Sample()
    func reason(_ detector: String, _ bits: Double) -> Reason { sample.reason(detector, .sender, bits, "", "", 1, "") }
    let steps = CallBackGuidance.steps(for: [
      reason("hour_of_week", 1), reason("session_device", 3), reason("weekday", 2), reason("reply_to", -4),
      reason("base_rate", 9),
    ])
    #expect(
      steps == [
        CallBackGuidance.stepByDetector["session_device"]!, CallBackGuidance.stepByDetector["hour_of_week"]!,
      ])
    #expect(CallBackGuidance.steps(for: [reason("reply_to", -4)]).count == 1)
    #expect(CallBackGuidance.callStep(sample.entry(0)).contains("agency directory"))
    #expect(CallBackGuidance.callStep(sample.entry(2)).contains("has no number"))
  }

  @Test("Shown lines and the line of the rest sum to the evidence; what was seen stands first, the base rate last")
  func linesAddUp() {
    let sample = Sample()
    let looks = (1...12).map { sample.reason("hour_of_week", .sender, Double($0) / 8, "", "", 1, "\($0)") }
    let others = [
      sample.reason("base_rate", .peers, -8, "", "", 0, ""), sample.reason("other_looks", .peers, 0.5, "", "", 0, ""),
      sample.reason("forger_habit", .peers, -1.25, "", "", 0, ""),
      sample.reason("group:wording", .peers, -2, "", "", 0, ""),
    ]
    let reasons = Array((others + looks).reversed())
    var entry = sample.entry(0)
    entry.assessment = sample.assessment(0, reasons: reasons)
    let cards: [ReportPage.AlertCard] = [entry].flatMap { entry -> [ReportPage.AlertCard] in
      var document = NightlyDocument(night: Sample.night, programVersion: "1")
      document.queue = [entry]
      return document.page.sections[0].blocks.compactMap { if case .card(let card) = $0 { card } else { nil } }
    }
    let card = cards[0]
    let shown = card.reasons.reduce(Bits.zero) { $0 + $1.bits }
    #expect(shown.value + card.total.restBits == card.total.bits)
    #expect(card.total.restCount == 4)
    #expect(
      card.reasons.map(\.kind) == [ReasonLine.Kind](repeating: .look, count: 8) + [
        .group, .habit, .remainder, .baseRate,
      ])
  }

  @Test("A sample too small for the level is never called certified")
  func certificate() {
    var health = HealthSummary()
    #expect(health.neededForCertificate == 99)
    health.calibrationSample = 98
    #expect(health.neededForCertificate == 1)
    health.calibrationSample = 99
    #expect(health.neededForCertificate == 0)
    health.missingForCertificate = 7
    #expect(health.neededForCertificate == 7)
    var passing = HealthSummary()
    passing.isMeasured = false
    #expect(passing.neededForCertificate == 0)
    var caughtUp = NightlyDocument(night: Sample.night, programVersion: "1")
    caughtUp.health = passing
    #expect(caughtUp.page.html().contains("Coverage was not measured"))
    var document = NightlyDocument(night: Sample.night, programVersion: "1")
    #expect(document.page.html().contains("Cannot certify p ≤ 0.01"))
    document.health.calibrationSample = 99
    #expect(document.page.html().contains("Certified at p ≤ 0.01"))
  }

  @Test("Coverage is suspect only beyond three standard errors")
  func coverage() {
    // n p = 100, sd = 9.95: 130 lies within, 132 beyond.
    #expect(!HealthSummary.Coverage(level: 0.01, atOrBelow: 130, total: 10_000).isSuspect)
    #expect(HealthSummary.Coverage(level: 0.01, atOrBelow: 132, total: 10_000).isSuspect)
    #expect(!HealthSummary.Coverage(level: 0.01, atOrBelow: 0, total: 0).isSuspect)
  }

  @Test(
    "Figures are written the same everywhere",
    arguments: [
      (Figure.count(-1_234_567), "−1,234,567"), (Figure.decimal(2.5, 0), "3"), (Figure.decimal(-0.04, 1), "0.0"),
      (Figure.decimal(.nan, 1), "n/a"), (Figure.signed(0.04), "0.0"), (Figure.signed(0.05), "+0.1"),
      (Figure.percent(0.1234), "12.3 %"), (Figure.probability(0.00312), "0.0031"), (Figure.probability(0.25), "0.25"),
      (Figure.oneIn(0.0004), "1 in 2,500"), (Figure.odds(bits: 3), "about 8.0 to 1"),
      (Figure.odds(bits: 0), "even odds"),
      (Figure.odds(bits: -1), "about 1 to 2.0"), (Figure.odds(bits: 7.585), "about 190 to 1"),
      (TimeText.offset(-210), "UTC−03:30"), (TimeText.long(Night("2024-02-29")!), "Thursday 29 February 2024"),
      (Figure.level(0.01), "0.01"), (Figure.level(0.05), "0.05"),
      (TimeText.span(Night("2024-03-06")!, Night("2024-03-12")!), "6 to 12 March 2024"),
      (TimeText.span(Night("2024-02-28")!, Night("2024-03-05")!), "28 February to 5 March 2024"),
      (TimeText.span(Night("2023-12-28")!, Night("2024-01-03")!), "28 December 2023 to 3 January 2024"),
    ])
  func figures(written: String, expected: String) { #expect(written == expected) }

  @Test("A backtest's page is of its whole span, with the nights of its alerts, and says nothing of a desk's morning")
  func backtest() throws {
    var document = Sample().nightly
    document.backtest = BacktestSummary(
      firstNight: Sample.night.advanced(by: -20), nights: 15, labelledFraudulent: 9, found: 2)
    let text = document.page.markdown()
    #expect(text.hasPrefix("# Backtest: 21 February to 12 March 2024"))
    #expect(text.contains("2 of 9"))
    #expect(text.contains("12 Mar, 02:44"))
    for words in ["morning", "Call-backs", "night closed", "Cannot certify", "open from before"] {
      #expect(!text.contains(words), "\(words)")
    }
    #expect(HTMLScanner(document.page.html()).problems.isEmpty)
    #expect(document.json.text().contains(#""backtest":{"first_night":"2024-02-21","nights":15"#))
    document.queue = []
    #expect(document.page.markdown().contains("No alerts"))
  }
}
