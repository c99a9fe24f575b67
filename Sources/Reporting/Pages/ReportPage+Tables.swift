import RequestModel
import Scoring
import Statistics

extension ReportPage.Table {
  /// Characters of a name in the queue; its card has the whole of it.
  private static let glance = 80

  /// The queue at a glance: one row an alert, each leading to its card.
  static func queue(_ entries: [AlertEntry], caption: String, anchorPrefix: String, showsNight: Bool) -> Self {
    ReportPage.Table(
      caption: caption,
      columns: [
        .number(showsNight ? "Rank that night" : "Rank"), .number("Score"), .text("Request"), .text("Agency"),
        .text("Sender"), .words("Kind"),
        .words(showsNight ? "Received (UTC)" : "Time (UTC)"), .words("Heaviest reason"), .words("State"),
      ],
      rows: entries.map { entry in
        let a = entry.assessment
        let time = a.isLate && !showsNight ? TimeText.dateAndClock(a.receivedAt) : TimeText.clock(a.receivedAt)
        return [
          .init(a.isLate ? "late" : String(a.rank)), .init(Figure.decimal(a.score, 1)),
          .init(a.requestID, anchor: entry.anchor(anchorPrefix)),
          .init(DisplayText.shown(entry.agencyLabel, limit: glance)),
          .init(DisplayText.shown(entry.senderLabel, limit: glance)),
          .init(entry.kindText), .init(showsNight ? "\(TimeText.short(a.night)), \(time)" : time),
          .init(a.heaviestLook.map { ReasonLine.title(of: $0.detector) } ?? "none"), entry.stateCell,
        ]
      })
  }

  static func campaigns(_ campaigns: [CampaignEntry]) -> Self {
    ReportPage.Table(
      caption: "Suspected campaigns",
      columns: [
        .text("Campaign"), .words("What ties it together"), .number("Requests"), .number("Agencies"),
        .words("Span (UTC)"), .text("Alert on"),
      ],
      rows: campaigns.map { c in
        [
          .init(c.id), .init(c.link), .init(Figure.count(c.requestIDs.count)),
          .init(Figure.count(c.agencyIDs.count)),
          .init("\(TimeText.dateAndClock(c.first)) to \(TimeText.dateAndClock(c.last))"), .init(c.alertedRequestID),
        ]
      })
  }

  static func restatements(_ entries: [RestatementEntry]) -> Self {
    ReportPage.Table(
      caption: "Restatements: what closed scores would be today",
      columns: [
        .text("Request"), .words("Night"), .text("Agency"), .number("Score then"), .number("Would be"), .text("Why"),
      ],
      rows: entries.map { r in
        [
          .init(r.requestID), .init(r.night.description), .init(r.agencyID), .init(Figure.decimal(r.scoreThen, 1)),
          .init(Figure.decimal(r.scoreNow, 1)), .init(r.cause),
        ]
      })
  }

  static func benignSteps(_ steps: [BenignStepEntry]) -> Self {
    ReportPage.Table(
      caption: "Harmless steps that were recognised",
      columns: [.words("Night"), .text("Agency"), .words("Step"), .text("What was seen")],
      rows: steps.map {
        [.init($0.night.description), .init($0.agencyID), .init(AlertEntry.words($0.kind)), .init($0.text)]
      })
  }

  static func warmUp(_ budgets: [WarmUpBudget]) -> Self {
    func number(_ budget: WarmUpBudget, _ part: (WarmUpBudget.Plan) -> Int?) -> ReportPage.Cell {
      if budget.passesToday { return .init("0") }
      return .init(budget.easiest.flatMap(part).map { Figure.count($0) } ?? "none known")
    }
    return ReportPage.Table(
      caption: "Agencies that are easiest to warm up for a forgery",
      columns: [
        .text("Agency"), .text("Account"), .number("Quiet requests"), .number("Days"), .number("Alerts on the way"),
        .text("What it comes to"),
      ],
      rows: budgets.map {
        [
          .init($0.agencyID), .init($0.sender), number($0, \.requests), number($0, \.days), number($0, \.alerts),
          .init($0.verdict),
        ]
      })
  }

  static func counts(_ counts: [CountedName], caption: String, name: String, number: String) -> Self {
    ReportPage.Table(
      caption: caption, columns: [.text(name), .number(number)],
      rows: counts.map { [.init($0.name), .init(Figure.count($0.count))] })
  }

  static func verdicts(_ verdicts: [VerdictEntry]) -> Self {
    ReportPage.Table(
      caption: "Verdicts of the week",
      columns: [.text("Request"), .words("Verdict"), .words("Given (UTC)"), .text("Source"), .text("Note")],
      rows: verdicts.map { v in
        [
          .init(v.requestID),
          .init(v.isFraudulent ? "forged" : "genuine", tone: v.isFraudulent ? .alarm : .good),
          .init(TimeText.dateAndClock(v.labelledAt)), .init(v.source), .init(v.note),
        ]
      })
  }
}

extension AlertEntry {
  var stateCell: ReportPage.Cell {
    if let verdict {
      return verdict.isFraudulent ? .init("forged", tone: .alarm) : .init("genuine", tone: .good)
    }
    return .init("open", tone: .notice)
  }
}
