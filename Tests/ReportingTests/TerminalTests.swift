import Foundation
import Reporting
import RequestModel
import Scoring
import Statistics
import Testing

@Suite("Terminal forms") struct TerminalTests {
  static func explanation(_ text: String) -> Explanation {
    let entry = Sample { _, _ in text }.entry(0)
    return Explanation(
      entry: entry, alertEvidence: Bits(2), silences: [.init(detector: text, cause: text)])
  }

  @Test(
    "No escape sequence or reordering reaches the terminal, and lines keep to their width",
    arguments: InjectionCorpus.texts)
  func sanitised(text: String) {
    let plain = Self.explanation(text).text(width: 80)
    #expect(!plain.unicodeScalars.contains(where: InjectionCorpus.isForbidden))
    let reasons = plain.split(separator: "\n").filter { $0.hasPrefix(String(repeating: " ", count: 31)) }
    #expect(reasons.allSatisfy { TerminalText.width(String($0)) <= 80 })
    let queue = QueueTable.text([Sample { _, _ in text }.entry(0)])
    #expect(!queue.unicodeScalars.contains(where: InjectionCorpus.isForbidden))
    #expect(queue.split(separator: "\n").count == 2)
    #expect(TextTable.facts([NamedValue(text, text)]).split(separator: "\n").count <= 1)
  }

  @Test("Colour adds its own sequences only, and none without the flag")
  func colour() {
    let explanation = Explanation(entry: Sample().entry(0))
    let plain = explanation.text()
    let coloured = explanation.text(style: TerminalStyle(usesColour: true))
    #expect(!plain.contains("\u{1B}"))
    #expect(coloured.contains("\u{1B}[1m"))
    var stripped = coloured
    while let start = stripped.firstRange(of: "\u{1B}[") {
      let end = stripped[start.upperBound...].firstIndex(of: "m")!
      stripped.removeSubrange(start.lowerBound...end)
    }
    #expect(stripped == plain)
  }

  @Test("Every reason is shown with its number and its bar, and the sum ends the list")
  func everyReason() {
    let entry = Sample().entry(0)
    let text = Explanation(entry: entry).text()
    for reason in entry.assessment.reasons { #expect(text.contains(Figure.signed(reason.contribution.value, 2))) }
    #expect(text.contains("in all: \(Figure.odds(bits: entry.assessment.evidence.value))"))
    #expect(text.contains("▒") && text.contains("█"))
  }

  @Test("What would change the verdict names what would have been enough, on both sides of the edge")
  func decisiveLook() {
    var entry = Sample().entry(2)  // +7.0, +2.2, −8.0: 1.2 bits
    entry.assessment.isAlert = true
    entry.assessment.alertLevel = Bits(0)
    entry.assessment.counterfactuals = []
    let far = Explanation(entry: entry, alertEvidence: Bits(0)).whatWouldChange
    #expect(far.contains { $0.contains("it stands on several stories") })
    let text = "It would not have been an alert if it had been sent in this agency's hours."
    entry.assessment.counterfactuals = [Counterfactual(changes: ["hours"], evidence: Bits(-1), text: text)]
    let close = Explanation(entry: entry, alertEvidence: Bits(0)).whatWouldChange
    #expect(close.contains(text) && close.contains { $0.contains("1.2 bits above") })
    let below = Explanation(entry: entry, alertEvidence: Bits(3)).whatWouldChange
    #expect(below.contains { $0.contains("1.8 bits below") })
  }

  @Test("An explanation as JSON parses and carries every reason")
  func json() throws {
    for text in InjectionCorpus.texts {
      let explanation = Self.explanation(text)
      let object = try #require(
        JSONSerialization.jsonObject(with: Data(explanation.json.bytes(indented: true))) as? [String: Any])
      #expect((object["reasons"] as? [Any])?.count == explanation.entry.assessment.reasons.count)
      #expect((object["abstained"] as? [[String: String]])?.first?["cause"] == text)
    }
  }

  @Test("Columns: wide characters count two, marks none, cuts end in an ellipsis")
  func columns() {
    #expect(TerminalText.width("ab漢é") == 5)
    #expect(TerminalText.width("e\u{301}") == 1)
    #expect(TerminalText.fitted("abcdef", width: 4) == "abc…")
    #expect(TerminalText.fitted("abcd", width: 4) == "abcd")
    #expect(TerminalText.fitted("ab", width: 4, alignsRight: true) == "  ab")
    #expect(TerminalText.fitted("漢漢漢", width: 4).hasPrefix("漢…"))
    #expect(TerminalText.wrapped("aa bb cc", width: 5) == ["aa bb", "cc"])
    #expect(TerminalText.wrapped("abcdefg", width: 3) == ["abc", "def", "g"])
  }

  @Test("A table aligns its columns and trails no spaces")
  func table() {
    var table = TextTable(columns: [.init("Name"), .init("n", alignsRight: true)])
    table.append(["a", "1"])
    table.append(["longer", "200"])
    #expect(table.text() == "Name      n\na         1\nlonger  200\n")
    #expect(QueueTable.text([]) == "No call-backs are open.\n")
  }
}
