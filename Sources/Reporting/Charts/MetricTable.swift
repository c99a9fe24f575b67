/// Metrics with their intervals as a plain table: what `tune` and `evaluate` print.
package enum MetricTable {
  /// A number, or a number with an interval around it.
  package struct Value: Hashable, Sendable {
    package var estimate: Double
    package var interval: ClosedRange<Double>?
    package var decimals: Int
    package var isChosen: Bool

    package init(_ estimate: Double, interval: ClosedRange<Double>? = nil, decimals: Int = 3, isChosen: Bool = false) {
      self.estimate = estimate
      self.interval = interval
      self.decimals = decimals
      self.isChosen = isChosen
    }

    /// `0.871 (0.842 to 0.899)`.
    package var text: String {
      let number = Figure.decimal(estimate, decimals) + (isChosen ? " *" : "")
      guard let interval else { return number }
      return number
        + " (\(Figure.decimal(interval.lowerBound, decimals)) to \(Figure.decimal(interval.upperBound, decimals)))"
    }
  }

  package struct Row: Hashable, Sendable {
    package var name: String
    package var values: [Value]
    package init(_ name: String, _ values: [Value]) {
      self.name = name
      self.values = values
    }
  }

  /// For a terminal; the first column names the rows.
  package static func text(
    name: String, metrics: [String], rows: [Row], style: TerminalStyle = TerminalStyle(usesColour: false)
  ) -> String {
    var table = TextTable(columns: [.init(name, limit: 40)] + metrics.map { .init($0, alignsRight: true, limit: 40) })
    for row in rows { table.append([row.name] + row.values.map(\.text)) }
    return table.text(style: style)
  }

  /// For a report page.
  package static func table(caption: String, name: String, metrics: [String], rows: [Row]) -> ReportPage.Table {
    ReportPage.Table(
      caption: caption, columns: [.text(name)] + metrics.map { .number($0) },
      rows: rows.map { row in
        [.init(row.name)] + metrics.indices.map { .init($0 < row.values.count ? row.values[$0].text : "") }
      })
  }
}
