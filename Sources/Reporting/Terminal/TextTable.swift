/// A table of plain text in columns, for `queue`, `status`, `tune` and `evaluate`.
package struct TextTable: Sendable {
  package struct Column: Sendable {
    package var title: String
    package var alignsRight: Bool
    /// The most columns of the terminal it may take.
    package var limit: Int

    package init(_ title: String, alignsRight: Bool = false, limit: Int = 48) {
      self.title = TerminalText.shown(title, limit: 60)
      self.alignsRight = alignsRight
      self.limit = limit
    }
  }

  package var columns: [Column]
  package var rows: [[String]] = []

  package init(columns: [Column]) { self.columns = columns }

  /// Adds a row; every cell is made fit for a terminal.
  ///
  /// Missing cells are empty, further ones dropped.
  package mutating func append(_ cells: [String]) {
    rows.append(columns.indices.map { $0 < cells.count ? TerminalText.shown(cells[$0], limit: 200) : "" })
  }

  /// Lines with their ends; the header is bold, nothing trails.
  ///
  /// O(cells).
  package func text(style: TerminalStyle = TerminalStyle(usesColour: false)) -> String {
    let widths = columns.indices.map { index in
      min(
        rows.reduce(TerminalText.width(columns[index].title)) { max($0, TerminalText.width($1[index])) },
        max(columns[index].limit, TerminalText.width(columns[index].title)))
    }
    func line(_ cells: [String]) -> String {
      let fitted = columns.indices.map {
        TerminalText.fitted(cells[$0], width: widths[$0], alignsRight: columns[$0].alignsRight)
      }
      var line = fitted.joined(separator: "  ")
      while line.last == " " { line.removeLast() }
      return line
    }
    var text = style.paint(line(columns.map(\.title)), .bold) + "\n"
    for row in rows { text += line(row) + "\n" }
    return text
  }

  /// Name and value in two columns.
  package static func facts(_ facts: [NamedValue], style: TerminalStyle = TerminalStyle(usesColour: false)) -> String {
    let names = facts.map { TerminalText.shown($0.name, limit: 60) }
    let width = names.map(TerminalText.width).max() ?? 0
    return zip(names, facts).map { name, fact in
      style.paint(TerminalText.fitted(name, width: width), .dim) + "  " + TerminalText.shown(fact.value) + "\n"
    }.joined()
  }
}
