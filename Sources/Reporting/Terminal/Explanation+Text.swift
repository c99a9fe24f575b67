import RequestModel
import Scoring
import Statistics

extension Explanation {
  /// Plain text for a terminal of `width` columns (at least 60), colours on request.
  ///
  /// The bars of all lines share one scale; `█` speaks for a forger, `▒` for the sender.
  package func text(style: TerminalStyle = TerminalStyle(usesColour: false), width: Int = 100) -> String {
    let width = max(width, 60)
    let a = entry.assessment
    let head =
      "\(TerminalText.shown(entry.agencyLabel, limit: 80)): \(entry.kindText), score \(Figure.decimal(a.score, 1)) of 100"
    var lines = [style.paint(head, .bold), ""]
    let facts = entry.card().facts
    lines += TextTable.facts(facts, style: style).split(separator: "\n").map(String.init)
    lines += wordingLines(style: style, width: width)
    if !entry.fellows.isEmpty {
      lines += ["", style.paint("Others of the same campaign", .bold)]
      for line in entry.fellowLines { lines += Explanation.bullet(line, width: width) }
    }
    lines += ["", style.paint("Why, in bits", .bold)]
    lines += reasonLines(style: style, width: width)
    if !silences.isEmpty {
      lines += ["", style.paint("Looks that had nothing to say", .bold)]
      for silence in silences {
        let text = "\(ReasonLine.title(of: silence.detector)): \(silence.cause)"
        lines.append("  " + TerminalText.truncated(TerminalText.shown(text), width: width - 2))
      }
    }
    lines += ["", style.paint("What would change the verdict", .bold)]
    for sentence in whatWouldChange { lines += Explanation.bullet(sentence, width: width) }
    lines += ["", style.paint("What to check next", .bold)]
    if let phone = entry.contact?.callbackPhone, !phone.isEmpty {
      lines.append("  Call " + style.paint(TerminalText.shown(phone, limit: 60), .accent))
    }
    lines += Explanation.bullet(CallBackGuidance.callStep(entry), width: width)
    for step in CallBackGuidance.steps(for: entry) { lines += Explanation.bullet(step, width: width) }
    return lines.joined(separator: "\n") + "\n"
  }

  /// The letter, line by line behind a bar, so that nothing in it passes for the program's own words.
  private func wordingLines(style: TerminalStyle, width: Int) -> [String] {
    switch wording {
    case .notAsked: return []
    case .notKept:
      return [
        "", style.paint("What it says", .bold),
        "  Not kept: `keep_text` was off when it came, or its `text_days` are over.",
      ]
    case .kept(let subject, let body):
      var lines = ["", style.paint("What it says", .bold)]
      let letter = (subject.isEmpty ? [] : ["Subject: " + subject, ""]) + TerminalText.lines(of: body)
      for line in letter {
        lines += TerminalText.wrapped(TerminalText.shown(line, limit: .max), width: width - 4).map { "  | " + $0 }
      }
      return lines
    }
  }

  private func reasonLines(style: TerminalStyle, width: Int) -> [String] {
    let reasons = ReasonLine.ordered(entry.assessment.reasons).map(ReasonLine.init)
    let scale = max(reasons.map { $0.bits.value.magnitude }.max() ?? 1, 1)
    var lines: [String] = []
    for reason in reasons {
      let bits = TerminalText.fitted(Figure.signed(reason.bits.value, 2), width: 7, alignsRight: true)
      let paint: TerminalStyle.Paint = reason.bits > .zero ? .alarm : .good
      let name = TerminalText.shown(reason.name, limit: 60)
      lines.append(
        "\(bits)  \(style.paint(Explanation.bar(reason.bits.value, scale: scale), paint))  \(style.paint(name, .bold))")
      for text in [reason.sentence, reason.numbers] where !text.isEmpty && text != reason.name {
        for line in TerminalText.wrapped(TerminalText.shown(text), width: width - Explanation.indent) {
          lines.append(String(repeating: " ", count: Explanation.indent) + line)
        }
      }
    }
    let total = entry.assessment.evidence.value
    let sum = TerminalText.fitted(Figure.signed(total, 2), width: 7, alignsRight: true)
    lines.append(style.paint("\(sum)  in all: \(Figure.odds(bits: total)) that it is forged, uncalibrated", .bold))
    return lines
  }

  static let barWidth = 20
  /// Columns before the sentence: seven of bits, the bar and the gaps.
  static let indent = 7 + 2 + barWidth + 2

  /// Ten columns to either side of zero; a contribution that is not zero shows at least one block.
  static func bar(_ bits: Double, scale: Double) -> String {
    let half = barWidth / 2
    let filled = bits == 0 ? 0 : min(max(Int((bits.magnitude / scale * Double(half)).rounded()), 1), half)
    let blank = String(repeating: " ", count: half - filled)
    let empty = String(repeating: " ", count: half)
    return bits < 0
      ? blank + String(repeating: "▒", count: filled) + empty : empty + String(repeating: "█", count: filled) + blank
  }

  private static func bullet(_ text: String, width: Int) -> [String] {
    TerminalText.wrapped(TerminalText.shown(text), width: width - 4).enumerated()
      .map { ($0.offset == 0 ? "  - " : "    ") + $0.element }
  }
}
