import Reporting
import RequestModel

extension NightlyRun.Outcome {
  /// What a person should know, a line each.
  package var lines: [String] {
    var lines = intake.tally.files > 0 ? intake.lines : []
    let shown = nights.suffix(7)
    if !madeAgain.isEmpty {
      lines.append("The files of \(Figure.counted(madeAgain.count, "closed night")) were missing, and are made again.")
    }
    if shown.count < nights.count {
      let earlier = nights.dropLast(shown.count)
      lines.append(
        "\(Figure.counted(earlier.count, "earlier night")): "
          + "\(Figure.counted(earlier.reduce(0) { $0 + $1.requests }, "request")), "
          + "\(Figure.counted(earlier.reduce(0) { $0 + $1.alerts }, "alert")).")
    }
    for night in shown {
      let late = night.late > 0 ? ", \(night.late) late" : ""
      lines.append(
        "Night \(night.night): \(Figure.counted(night.requests, "request"))\(late), "
          + "\(Figure.counted(night.alerts, "alert")), \(night.held) held. \(night.report)")
    }
    if nights.isEmpty { lines.append("No night was complete; nothing was closed.") }
    return lines
  }

  /// The same as one JSON object.
  package var json: String {
    let value = JSONValue.object([
      .init("intake", intake.jsonValue),
      .init(
        "nights",
        .array(
          nights.map {
            .object([
              .init("night", .string($0.night.description)), .init("requests", .integer($0.requests)),
              .init("late", .integer($0.late)), .init("alerts", .integer($0.alerts)), .init("held", .integer($0.held)),
              .init("report", .string($0.report)),
            ])
          })),
      .init("reports_made_again", .array(madeAgain.map { .string($0.description) })),
    ])
    return value.text() + "\n"
  }
}
