import Statistics

extension ReportPage {
  /// The report as Markdown for a mail: headings, lists and tables, every text escaped.
  ///
  /// O(length).
  package func markdown() -> String {
    var lines = ["# \(MarkdownText.escaped(kind)): \(MarkdownText.escaped(title))", "", MarkdownText.escaped(lead), ""]
    for tile in tiles {
      let note = tile.note.isEmpty ? "" : " (\(MarkdownText.escaped(tile.note)))"
      lines.append("- \(MarkdownText.escaped(tile.label)): **\(MarkdownText.escaped(tile.value))**\(note)")
    }
    for section in sections {
      lines += ["", "## \(MarkdownText.escaped(section.title))"]
      if !section.introduction.isEmpty { lines += ["", MarkdownText.escaped(section.introduction)] }
      for block in section.blocks { lines += [""] + block.markdownLines }
    }
    lines += ["", "---", ""]
    lines += footer.flatMap { [MarkdownText.escaped($0), ""] }
    return lines.dropLast().joined(separator: "\n") + "\n"
  }
}

extension ReportPage.Block {
  fileprivate var markdownLines: [String] {
    switch self {
    case .paragraph(let text): [MarkdownText.escaped(text)]
    case .callout(_, let title, let text):
      ["> **\(MarkdownText.escaped(title))**  ", "> \(MarkdownText.escaped(text))"]
    case .facts(let facts): facts.map(\.markdownLine)
    case .table(let table): table.markdownLines
    case .card(let card): card.markdownLines
    case .chart(let chart): [MarkdownText.escaped(chart.caption)]
    }
  }
}

extension NamedValue {
  fileprivate var markdownLine: String {
    "- \(MarkdownText.escaped(name)): \(MarkdownText.escaped(value))"
  }
}

extension ReportPage.Table {
  /// A pipe table without the columns that hold drawings alone.
  fileprivate var markdownLines: [String] {
    let kept = columns.indices.filter { index in !rows.contains { $0[index].drawing != nil } }
    func row(_ cells: [String]) -> String { "| " + cells.joined(separator: " | ") + " |" }
    var lines = ["**\(MarkdownText.escaped(caption))**", ""]
    lines.append(row(kept.map { MarkdownText.escaped(columns[$0].title) }))
    lines.append(row(kept.map { columns[$0].isNumeric ? "---:" : "---" }))
    lines += rows.map { cells in row(kept.map { MarkdownText.escaped(cells[$0].text, limit: 200) }) }
    return lines
  }
}

extension ReportPage.AlertCard {
  fileprivate var markdownLines: [String] {
    let place = rank > 0 ? "\(rank)\\." : "Late:"
    var lines = ["### \(place) \(MarkdownText.escaped(title)), score \(MarkdownText.escaped(score))", ""]
    lines.append(MarkdownText.escaped(([subtitle] + badges.map(\.text)).joined(separator: "; ")))
    let number = phone.isEmpty ? "" : "**\(MarkdownText.escaped(phone))** "
    lines += ["", number + MarkdownText.escaped(call), ""]
    lines += steps.map { "- \(MarkdownText.escaped($0))" }
    lines += ["", "Facts:", ""]
    lines += facts.map(\.markdownLine)
    if !fellows.isEmpty {
      lines += ["", "Others of the same campaign:", ""]
      lines += fellows.map { "- \(MarkdownText.escaped($0))" }
    }
    lines += ["", "Why it stands out, in bits:", ""]
    for reason in reasons {
      let numbers = reason.numbers.isEmpty ? "" : " (\(MarkdownText.escaped(reason.numbers)))"
      lines.append(
        "- **\(MarkdownText.escaped(Figure.signed(reason.bits.value)))** \(MarkdownText.escaped(reason.sentence))\(numbers)"
      )
    }
    if total.restCount > 0 {
      lines.append(
        "- **\(MarkdownText.escaped(Figure.signed(total.restBits)))** "
          + "\(Figure.counted(total.restCount, "more line")), together")
    }
    lines.append("- **\(MarkdownText.escaped(Figure.signed(total.bits)))** in all: \(MarkdownText.escaped(total.odds))")
    if !enough.isEmpty {
      lines += ["", "What would have been enough:", ""]
      lines += enough.map { "- \(MarkdownText.escaped($0))" }
    }
    return lines
  }
}
