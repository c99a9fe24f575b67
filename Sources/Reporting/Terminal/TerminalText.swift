/// Makes text that came from a request fit for a terminal, and sets it in columns.
///
/// Escape sequences cannot survive: every control and format character becomes U+FFFD before anything is printed.
package enum TerminalText {
  /// Visible text on one line, at most `limit` characters.
  package static func shown(_ text: String, limit: Int = DisplayText.standardLimit) -> String {
    DisplayText.shown(text, limit: limit)
  }

  /// The lines of a text of many, as they came.
  package static func lines(of text: String) -> [String] {
    // A line end of two characters is one Character.
    text.split(omittingEmptySubsequences: false) { $0.isNewline }.map(String.init)
  }

  /// The columns that a text takes: two for wide East Asian characters and most pictographs, none for marks.
  package static func width(_ text: String) -> Int {
    text.unicodeScalars.reduce(0) { $0 + width($1) }
  }

  /// Cut to `width` columns with an ellipsis where it is longer, filled with spaces where it is shorter.
  package static func fitted(_ text: String, width: Int, alignsRight: Bool = false) -> String {
    let cut = truncated(text, width: width)
    let gap = String(repeating: " ", count: max(width - self.width(cut), 0))
    return alignsRight ? gap + cut : cut + gap
  }

  /// At most `width` columns; an ellipsis marks what was cut.
  package static func truncated(_ text: String, width: Int) -> String {
    guard self.width(text) > width else { return text }
    var result = ""
    var used = 0
    for character in text {
      let size = self.width(String(character))
      if used + size > width - 1 { break }
      result.append(character)
      used += size
    }
    return width > 0 ? result + "…" : ""
  }

  /// Breaks at spaces into lines of at most `width` columns; a longer word is broken where it must be.
  package static func wrapped(_ text: String, width: Int) -> [String] {
    var lines: [String] = []
    var line = ""
    for word in text.split(separator: " ").map(String.init) {
      var rest = word
      if !line.isEmpty, self.width(line) + 1 + self.width(rest) > width {
        lines.append(line)
        line = ""
      }
      while self.width(rest) > width {
        var head = ""
        while let next = rest.first, self.width(head) + self.width(String(next)) <= max(width, 2) {
          head.append(next)
          rest.removeFirst()
        }
        lines.append(head)
      }
      line += line.isEmpty ? rest : " " + rest
    }
    if !line.isEmpty || lines.isEmpty { lines.append(line) }
    return lines
  }

  private static func width(_ scalar: Unicode.Scalar) -> Int {
    switch scalar.value {
    case 0x20..<0x300: return 1
    case 0x1100...0x115F, 0x2E80...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F, 0xFF00...0xFF60,
      0xFFE0...0xFFE6, 0x1F300...0x1F64F, 0x1F680...0x1F9FF, 0x20000...0x3FFFD:
      return 2
    default: break
    }
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format: return 0
    default: return 1
    }
  }
}

/// The few colours of the terminal forms; without colour every style is the plain text.
package struct TerminalStyle: Sendable {
  package enum Paint: String, Sendable {
    case bold = "1"
    case dim = "2"
    case alarm = "31"
    case good = "32"
    case notice = "33"
    case accent = "36"
  }

  package var usesColour: Bool

  package init(usesColour: Bool) { self.usesColour = usesColour }

  /// Wraps text that already is fit for a terminal.
  package func paint(_ text: String, _ paint: Paint) -> String {
    usesColour ? "\u{1B}[\(paint.rawValue)m\(text)\u{1B}[0m" : text
  }
}
