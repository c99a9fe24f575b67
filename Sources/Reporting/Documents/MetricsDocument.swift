/// How well detection does: metrics with their intervals and the curves behind them, for `backtest`, `tune`, `evaluate`.
package struct MetricsDocument: Hashable, Sendable {
  /// One table: what its rows are, what its columns measure.
  package struct Group: Hashable, Sendable {
    package var caption: String
    package var rowName: String
    package var metrics: [String]
    package var rows: [MetricTable.Row]

    package init(caption: String, rowName: String, metrics: [String], rows: [MetricTable.Row]) {
      self.caption = caption
      self.rowName = rowName
      self.metrics = metrics
      self.rows = rows
    }
  }

  /// `Backtest`, `Evaluation`, `Threshold`.
  package var kind: String
  package var title: String
  /// The one sentence that a reader in a hurry needs.
  package var lead: String
  package var programVersion: String
  package var headline: [NamedValue] = []
  package var groups: [Group] = []
  package var charts: [LineChart] = []
  /// How the numbers were made: seeds, spans, labels, what was left out.
  package var method: [NamedValue] = []
  package var remarks: [String] = []

  package init(kind: String, title: String, lead: String, programVersion: String) {
    self.kind = kind
    self.title = title
    self.lead = lead
    self.programVersion = programVersion
  }

  /// The report in sections, for any page form.
  package var page: ReportPage {
    var page = ReportPage(kind: kind, title: title, lead: lead)
    page.tiles = headline.map { ReportPage.Tile($0.name, $0.value) }
    if !charts.isEmpty {
      page.sections.append(
        .init(
          "curves", "Trade-off",
          blocks: charts.map { .chart(ReportPage.Chart(caption: $0.title, drawing: $0.drawing)) }))
    }
    if !groups.isEmpty {
      page.sections.append(
        .init(
          "metrics", "Metrics", introduction: "Intervals are given in brackets; * marks what was chosen.",
          blocks: groups.map {
            .table(MetricTable.table(caption: $0.caption, name: $0.rowName, metrics: $0.metrics, rows: $0.rows))
          }))
    }
    if !method.isEmpty || !remarks.isEmpty {
      page.sections.append(
        .init(
          "method", "How this was measured",
          blocks: (method.isEmpty ? [] : [.facts(method)]) + remarks.map { .paragraph($0) }))
    }
    page.footer = ReportPage.standardFooter(version: programVersion)
    return page
  }

  /// Plain text for a terminal.
  package func text(style: TerminalStyle = TerminalStyle(usesColour: false)) -> String {
    let head = lead.hasPrefix(title) ? lead : "\(title): \(lead)"
    var parts = [style.paint(TerminalText.shown(head), .bold) + "\n"]
    if !headline.isEmpty { parts.append(TextTable.facts(headline, style: style)) }
    for group in groups {
      let table = MetricTable.text(name: group.rowName, metrics: group.metrics, rows: group.rows, style: style)
      parts.append(style.paint(TerminalText.shown(group.caption), .bold) + "\n" + table)
    }
    if !method.isEmpty { parts.append(TextTable.facts(method, style: style)) }
    parts += remarks.map { TerminalText.shown($0) + "\n" }
    return parts.joined(separator: "\n")
  }

  package var json: JSONValue {
    .object([
      .init("report", .string(kind.lowercased())), .init("title", .string(title)), .init("lead", .string(lead)),
      .init("program_version", .string(programVersion)), .init("headline", .values(headline)),
      .init("groups", .array(groups.map(\.json))), .init("curves", .array(charts.map(\.json))),
      .init("method", .values(method)), .init("remarks", .array(remarks.map(JSONValue.string))),
    ])
  }
}

extension MetricsDocument.Group {
  fileprivate var json: JSONValue {
    .object([
      .init("caption", .string(caption)),
      .init(
        "rows",
        .array(
          rows.map { row in
            .object([
              .init("name", .string(row.name)),
              .init("values", .array(zip(metrics, row.values).map { name, value in value.json(name) })),
            ])
          })),
    ])
  }
}

extension MetricTable.Value {
  fileprivate func json(_ name: String) -> JSONValue {
    .object([
      .init("metric", .string(name)), .init("estimate", .number(estimate)),
      .init("low", .optional(interval?.lowerBound)), .init("high", .optional(interval?.upperBound)),
      .init("chosen", .bool(isChosen)),
    ])
  }
}

extension LineChart {
  fileprivate var json: JSONValue {
    .object([
      .init("title", .string(title)), .init("x", .string(x.title)), .init("y", .string(y.title)),
      .init(
        "curves",
        .array(
          curves.map { curve in
            .object([
              .init("name", .string(curve.name)),
              .init("points", .array(curve.points.map { .array([.number($0.x), .number($0.y)]) })),
            ])
          })),
    ])
  }
}

extension JSONValue {
  fileprivate static func values(_ values: [NamedValue]) -> JSONValue {
    .array(
      values.map { value in
        .object([
          .init("name", .string(value.name)),
          .init("value", value.count.map(JSONValue.integer) ?? .string(value.value)),
        ])
      })
  }
}
