import Reporting

extension BacktestRun.Outcome {
  /// What a person should know, a line each.
  package var lines: [String] {
    var lines = intake.lines
    lines.append(
      "\(Figure.counted(nights, "night")), \(Figure.counted(scored, "request")) scored, \(Figure.counted(alerts, "alert"))."
    )
    if let report { lines.append("Report: \(report)") }
    return lines
  }

  /// The same as one JSON object.
  package var json: String {
    let value = JSONValue.object([
      .init("intake", intake.jsonValue), .init("nights", .integer(nights)), .init("scored", .integer(scored)),
      .init("alerts", .integer(alerts)), .init("report", .text(report)),
    ])
    return value.text() + "\n"
  }
}
