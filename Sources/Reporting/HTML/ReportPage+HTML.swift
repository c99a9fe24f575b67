import Crypto
import Mustache
import Statistics

extension ReportPage {
  /// One self-contained page in UTF-8: no script, no request to anywhere, styles inline under their own digest.
  ///
  /// The content security policy forbids everything but the one style sheet, so that mark-up which slipped through
  /// every escape could still load nothing and run nothing. O(length).
  package func html() -> String {
    PageTemplate.library.render(values.rendered, withTemplate: "page") ?? ""
  }

  private var values: PageValue {
    .object([
      "pageTitle": .text("\(kind): \(title)"),
      "pagePolicy": .text(PageTemplate.policy),
      "pageKind": .text(kind),
      "pageHeading": .text(title),
      "pageLead": .text(lead),
      "tiles": .list(tiles.map(\.pageValue)),
      "sections": .list(sections.map(\.pageValue)),
      "footer": .list(footer.map { .object(["line": .text($0)]) }),
    ])
  }
}

extension ReportPage.Tile {
  fileprivate var pageValue: PageValue {
    .object([
      "tileLabel": .text(label), "tileValue": .text(value), "tileNote": .text(note), "tileTone": .text(tone.rawValue),
    ])
  }
}

extension ReportPage.Section {
  fileprivate var pageValue: PageValue {
    .object([
      "sectionAnchor": .text(anchor), "sectionTitle": .text(title), "hasIntroduction": .flag(!introduction.isEmpty),
      "introduction": .text(introduction), "blocks": .list(blocks.map(\.pageValue)),
    ])
  }
}

extension ReportPage.Block {
  /// Every kind sets its own flag and clears the others: a name that is missing would be looked up further out.
  fileprivate var pageValue: PageValue {
    var members: [String: PageValue] = [:]
    for name in ["isParagraph", "isCallout", "isTable", "isFacts", "isCard", "isChart"] { members[name] = .flag(false) }
    switch self {
    case .paragraph(let text):
      members["isParagraph"] = .object(["paragraph": .text(text)])
    case .callout(let tone, let title, let text):
      members["isCallout"] = .object([
        "calloutTone": .text(tone.rawValue), "calloutTitle": .text(title), "calloutText": .text(text),
      ])
    case .table(let table): members["isTable"] = table.pageValue
    case .facts(let facts): members["isFacts"] = .object(["facts": facts.pageValue])
    case .card(let card): members["isCard"] = card.pageValue
    case .chart(let chart):
      members["isChart"] = .object(["chartCaption": .text(chart.caption), "chartDrawing": .drawing(chart.drawing)])
    }
    return .object(members)
  }
}

extension ReportPage.Table {
  fileprivate var pageValue: PageValue {
    .object([
      "caption": .text(caption), "smallTable": .flag(columns.count < 3),
      "columns": .list(
        columns.map { .object(["columnTitle": .text($0.title), "numericColumn": .flag($0.isNumeric)]) }),
      "rows": .list(
        rows.map { row in
          .object(["cells": .list(zip(row, columns).map { cell, column in cell.pageValue(in: column) })])
        }),
    ])
  }
}

extension ReportPage.Cell {
  fileprivate func pageValue(in column: ReportPage.Column) -> PageValue {
    .object([
      "cellColumn": .text(column.title), "cellText": .text(text), "numericCell": .flag(column.isNumeric),
      "wordsCell": .flag(column.isOurs),
      "cellLink": anchor.map { .object(["linkAnchor": .text($0), "linkText": .text(text)]) } ?? .flag(false),
      "cellTone": tone == .plain ? .flag(false) : .object(["tone": .text(tone.rawValue), "tonedText": .text(text)]),
      "cellDrawing": drawing.map { .object(["drawing": .drawing($0)]) } ?? .flag(false),
      "cellPlain": .flag(anchor == nil && tone == .plain && drawing == nil),
    ])
  }
}

extension [NamedValue] {
  fileprivate var pageValue: PageValue {
    .list(map { .object(["factName": .text($0.name), "factValue": .text($0.value)]) })
  }
}

extension ReportPage.AlertCard {
  fileprivate var pageValue: PageValue {
    let scale = max(reasons.map { $0.bits.value.magnitude }.max() ?? 1, 1)
    return .object([
      "cardAnchor": .text(anchor), "cardRankName": .text(rank > 0 ? "Rank " : ""),
      "cardRank": .text(rank > 0 ? String(rank) : "late"),
      "cardTitle": .text(title),
      "cardSubtitle": .text(subtitle), "cardScore": .text(score),
      "badges": .list(badges.map { .object(["badgeText": .text($0.text), "badgeTone": .text($0.tone.rawValue)]) }),
      "facts": facts.pageValue,
      "cardCall": .text(call),
      "cardPhone": phone.isEmpty ? .flag(false) : .object(["phone": .text(phone)]),
      "steps": .list(steps.map { .object(["step": .text($0)]) }),
      "reasons": .list(
        reasons.map { reason in
          .object([
            "reasonName": .text(reason.name), "reasonSentence": .text(reason.sentence),
            "reasonNumbers": .text(reason.numbers), "hasNumbers": .flag(!reason.numbers.isEmpty),
            "reasonBits": .text(Figure.signed(reason.bits.value)),
            "reasonBar": .drawing(EvidenceBar.drawing(bits: reason.bits.value, scale: scale)),
            "reasonKind": .text(reason.kind.rawValue),
          ])
        }),
      "restLine": total.restCount == 0
        ? .flag(false)
        : .object([
          "restText": .text("\(Figure.counted(total.restCount, "more line")), together"),
          "restBits": .text(Figure.signed(total.restBits)),
        ]),
      "enoughList": enough.isEmpty
        ? .flag(false) : .object(["enough": .list(enough.map { .object(["sentence": .text($0)]) })]),
      "fellowList": fellows.isEmpty
        ? .flag(false) : .object(["fellows": .list(fellows.map { .object(["fellow": .text($0)]) })]),
      "totalBits": .text(Figure.signed(total.bits)), "totalOdds": .text(total.odds),
    ])
  }
}

extension PageTemplate {
  /// Forbids all but the style sheet of the page, by its digest.
  static let policy: String = {
    let digest = SHA256.hash(data: Array(StyleSheet.text.utf8))
    return
      "default-src 'none'; style-src 'sha256-\(Base64.encoded(Array(digest)))'; base-uri 'none'; form-action 'none'"
  }()
}
