import Reporting
import Testing

@Suite("Markdown") struct MarkdownTests {
  @Test("Attackers' text forms no link, image, HTML, table or block", arguments: InjectionCorpus.texts)
  func onlyText(text: String) {
    let escaped = Array(MarkdownText.escaped(text).unicodeScalars)
    for (index, scalar) in escaped.enumerated() {
      let isEscaped = index > 0 && escaped[index - 1] == "\\"
      switch scalar {
      case "<", ">", "@", "\n", "\r", "\t": Issue.record("raw \(scalar) in \(text)")
      case "[", "]", "`", "*", "_", "|", "~", "!", "$": #expect(isEscaped)
      case "&":
        #expect(
          ["&lt;", "&gt;", "&amp;", "&#64;", "&#58;", "&#46;", "&#41;"].contains {
            escaped[index...].starts(with: $0.unicodeScalars)
          })
      default: break
      }
    }
    let whole = MarkdownText.escaped(text).lowercased()
    #expect(
      !whole.contains("://") && !whole.contains("www.") && !whole.contains("mailto:") && !whole.contains("javascript:"))
    if let first = escaped.first { #expect(!["-", "+", "#", "="].contains(first)) }
  }

  @Test("Text in any field leaves the lines of the report as they were", arguments: InjectionCorpus.texts)
  func structureHolds(text: String) {
    let markdown = PageTests.pages(text)[0].markdown()
    let isUnchanged = text.isEmpty || Self.shape(markdown) == Self.usualShape
    #expect(isUnchanged)
    let isVisible = !markdown.unicodeScalars.contains(where: InjectionCorpus.isForbidden)
    #expect(isVisible)
  }

  @Test(
    "Ordinary words stay as they are",
    arguments: ["Sent at 03:12, 2.5 times as often: never before.", "p = 0.01 (rare)", "it's 5 - 3"])
  func readable(text: String) { #expect(MarkdownText.escaped(text) == text) }

  @Test(
    "What would open a block is escaped where the text begins",
    arguments: [("- a", "\\- a"), ("# a", "\\# a"), ("1. a", "1&#46; a"), ("12) a", "12&#41; a")])
  func blocks(text: String, expected: String) { #expect(MarkdownText.escaped(text) == expected) }

  static let usualShape = shape(PageTests.pages("plain")[0].markdown())

  /// For each line the marks it begins with and its unescaped bars.
  static func shape(_ markdown: String) -> [String] {
    markdown.utf8.split(separator: 0x0A, omittingEmptySubsequences: false).map { line in
      let bars = zip(line, line.dropFirst()).filter { $1 == 0x7C && $0 != 0x5C }.count
      return "\(String(decoding: line.prefix { "#->| ".utf8.contains($0) }, as: UTF8.self)) \(bars)"
    }
  }
}
