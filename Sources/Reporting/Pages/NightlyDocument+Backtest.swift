package import RequestModel
import Scoring

/// What a backtest adds to the document of its last night: the span, and how the labels fared.
package struct BacktestSummary: Hashable, Sendable {
  package var firstNight: Night
  /// Nights with a request, of those that were written.
  package var nights: Int
  /// Requests that the labels call fraudulent, and how many of them were alerts.
  package var labelledFraudulent: Int
  package var found: Int

  package init(firstNight: Night, nights: Int, labelledFraudulent: Int, found: Int) {
    self.firstNight = firstNight
    self.nights = nights
    self.labelledFraudulent = labelledFraudulent
    self.found = found
  }
}

extension NightlyDocument {
  /// A whole log judged from nothing: every alert, and nothing of what only a desk's own nights have.
  func page(of backtest: BacktestSummary) -> ReportPage {
    let alerts = Figure.counted(queue.count, "alert")
    var page = ReportPage(
      kind: "Backtest", title: TimeText.span(backtest.firstNight, night),
      lead: "\(alerts) among \(Figure.counted(scored, "request")) of \(Figure.counted(backtest.nights, "night")).")
    page.tiles = [
      .init("Alerts", Figure.count(queue.count), note: "in \(Figure.counted(backtest.nights, "night"))"),
      .init("Requests scored", Figure.count(scored), note: "each as its night knew it"),
      .init(
        "Labelled forgeries",
        backtest.labelledFraudulent > 0
          ? "\(Figure.count(backtest.found)) of \(Figure.count(backtest.labelledFraudulent))" : "n/a",
        note: backtest.labelledFraudulent > 0 ? "were alerts" : "no label names one"),
      .init(
        "Rejected rows", Figure.count(intake.rejected), note: "of \(Figure.count(intake.read)) read",
        tone: intake.rejected > 0 ? .notice : .plain),
    ]
    page.sections = [
      queue.isEmpty
        ? .init(
          "queue", "Alerts",
          blocks: [
            .callout(
              .plain, title: "No alerts", text: "No request of the log was odd enough for the alert level in force.")
          ])
        : .init(
          "queue", "Alerts", introduction: "Night by night, in the order of their rank.",
          blocks: [.table(.queue(queue, caption: "Every alert of the log", anchorPrefix: "alert", showsNight: true))]
            + queue.map { .card($0.card()) }),
      intakeSection,
      .init(
        "method", "How it was judged",
        introduction:
          "Point in time: each night by what the nights before it had taught, labels from the time on that they name.",
        blocks: [.facts([NamedValue("Model in force", health.model)])]),
    ]
    page.footer = ReportPage.standardFooter(version: programVersion)
    return page
  }
}

extension BacktestSummary {
  var json: JSONValue {
    .object([
      .init("first_night", .string(firstNight.description)), .init("nights", .integer(nights)),
      .init("labelled_fraudulent", .integer(labelledFraudulent)), .init("found", .integer(found)),
    ])
  }
}
