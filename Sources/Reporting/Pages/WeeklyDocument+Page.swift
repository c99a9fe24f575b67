import RequestModel
import Scoring

extension WeeklyDocument {
  /// The report in sections, for any page form.
  package var page: ReportPage {
    var page = ReportPage(
      kind: "Weekly report", title: TimeText.span(firstNight, lastNight), lead: lead)
    page.tiles = tiles
    page.sections = [openSection, alertSection]
    if !verdicts.isEmpty { page.sections.append(.init("verdicts", "Verdicts", blocks: [.table(.verdicts(verdicts))])) }
    if !campaigns.isEmpty {
      page.sections.append(.init("campaigns", "Campaigns", blocks: [.table(.campaigns(campaigns))]))
    }
    if !restatements.isEmpty {
      page.sections.append(
        .init(
          "restatements", "Restatements", introduction: changedAlerts, blocks: [.table(.restatements(restatements))]))
    }
    if !comparisons.isEmpty {
      page.sections.append(.init("compared", "Against the four weeks before", blocks: [.table(comparisonTable)]))
    }
    if !timelines.isEmpty {
      page.sections.append(
        .init(
          "agencies", "Agencies",
          introduction: "Requests a night, this week in the strong colour; nights with an alert carry a dot.",
          blocks: [.table(timelineTable)]))
    }
    if !benignSteps.isEmpty {
      page.sections.append(.init("steps", "Harmless steps", blocks: [.table(.benignSteps(benignSteps))]))
    }
    page.sections.append(health.section)
    page.footer = ReportPage.standardFooter(version: programVersion)
    return page
  }

  /// How many alerts would stand differently today, and why, the first causes by name; empty where none would.
  private var changedAlerts: String {
    let changed = restatements.filter(\.wasAlert)
    if changed.isEmpty { return "" }
    var causes: [String] = []
    for entry in changed where !causes.contains(entry.cause) { causes.append(entry.cause) }
    let more = causes.count > 3 ? " And \(Figure.counted(causes.count - 3, "further cause"))." : ""
    return "\(Figure.counted(changed.count, "alert")) of this week and before changed, because: "
      + causes.prefix(3).joined(separator: " ") + more
  }

  private var forged: Int { verdicts.filter(\.isFraudulent).count }

  private var lead: String {
    guard !alerts.isEmpty || !openCallBacks.isEmpty else {
      return "A quiet week: \(Figure.counted(requests, "request")), no alerts, no call-backs open."
    }
    let open =
      openCallBacks.isEmpty ? "no call-backs open" : Figure.counted(openCallBacks.count, "call-back") + " still open"
    return "\(Figure.counted(alerts.count, "alert")) among \(Figure.counted(requests, "request")), "
      + "\(Figure.count(forged)) confirmed forged, \(open)."
  }

  private var tiles: [ReportPage.Tile] {
    [
      .init(
        "Call-backs open", Figure.count(openCallBacks.count),
        note: openCallBacks.isEmpty ? "all done" : "waiting for a verdict",
        tone: openCallBacks.isEmpty ? .good : .notice),
      .init("Alerts", Figure.count(alerts.count), note: "in seven nights"),
      .init(
        "Confirmed forged", Figure.count(forged), note: "of \(Figure.counted(verdicts.count, "verdict"))",
        tone: forged > 0 ? .alarm : .plain),
      .init(
        "Campaigns", Figure.count(campaigns.count), note: campaigns.isEmpty ? "none suspected" : "suspected",
        tone: campaigns.isEmpty ? .plain : .alarm),
      .init("Requests", Figure.count(requests), note: usualRequests),
    ]
  }

  private var usualRequests: String {
    guard let usual = comparisons.first(where: { $0.name == "Requests" })?.usual else { return "in seven nights" }
    return "\(Figure.decimal(usual, 0)) a week before"
  }

  private var openSection: ReportPage.Section {
    guard !openCallBacks.isEmpty else {
      return .init(
        "open", "Open call-backs",
        blocks: [.callout(.good, title: "All call-backs are done", text: "Every alert has its verdict. Thank you.")])
    }
    return .init(
      "open", "Open call-backs", introduction: "Alerts that no verdict has closed yet, heaviest first.",
      blocks: [.table(.queue(openCallBacks, caption: "Waiting for a call", anchorPrefix: "alert", showsNight: true))]
        + openCallBacks.map { .card($0.card()) })
  }

  /// The week's alerts; those with a card above lead there, the others have their card here.
  private var alertSection: ReportPage.Section {
    guard !alerts.isEmpty else {
      return .init(
        "alerts", "Alerts of the week",
        blocks: [
          .callout(.good, title: "No alerts", text: "No request of the seven nights was odd enough for a call-back.")
        ])
    }
    let shownAbove = Set(openCallBacks.map(\.assessment.requestID))
    let rest = alerts.filter { !shownAbove.contains($0.assessment.requestID) }
    return .init(
      "alerts", "Alerts of the week",
      blocks: [
        .table(.queue(alerts, caption: "Every alert of the seven nights", anchorPrefix: "alert", showsNight: true))
      ]
        + rest.map { .card($0.card()) })
  }

  private var comparisonTable: ReportPage.Table {
    let weeks = comparisons.map(\.before.count).max() ?? 0
    let before = (0..<weeks).map {
      ReportPage.Column.number($0 == weeks - 1 ? "Week before" : "\(weeks - $0) weeks before")
    }
    return ReportPage.Table(
      caption: "This week against the weeks before",
      columns: [.text("What")] + before + [.number("This week"), .number("Change")],
      rows: comparisons.map { c in
        let padding = [ReportPage.Cell](repeating: .init("n/a"), count: weeks - c.before.count)
        let numbers = c.before.map { ReportPage.Cell(Figure.decimal($0, c.decimals)) }
        return [.init(c.name)] + padding + numbers + [.init(Figure.decimal(c.thisWeek, c.decimals)), .init(c.change)]
      })
  }

  private var timelineTable: ReportPage.Table {
    ReportPage.Table(
      caption: "Requests a night by agency",
      columns: [.text("Agency"), .text("Nights"), .number("This week"), .number("A week before"), .number("Alerts")],
      rows: timelines.map { t in
        let week = t.requests.suffix(7).reduce(0, +)
        let earlier = t.requests.dropLast(7)
        let usual =
          earlier.isEmpty ? "n/a" : Figure.decimal(Double(earlier.reduce(0, +)) * 7 / Double(earlier.count), 1)
        let alerts = t.alerts.suffix(7).reduce(0, +)
        return [
          .init(t.agencyName.isEmpty ? t.agencyID : t.agencyName),
          .init("", drawing: Sparkline.drawing(counts: t.requests, marked: t.alerts, recent: 7)),
          .init(Figure.count(week)), .init(usual), .init(Figure.count(alerts), tone: alerts > 0 ? .notice : .plain),
        ]
      })
  }
}

extension WeeklyDocument.Comparison {
  /// This week against the mean of the weeks before, in per cent; `new` where that mean is zero.
  var change: String {
    guard let usual else { return "n/a" }
    guard usual != 0 else { return thisWeek == 0 ? "0 %" : "new" }
    return Figure.signed((thisWeek / usual - 1) * 100, 0) + " %"
  }
}
