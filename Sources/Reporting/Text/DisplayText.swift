/// Makes text that came from a request fit to be shown: the first step of every rendering for people.
///
/// Attackers write the wording, the names and the identifiers. What survives is visible text on one line:
/// - control characters, bidirectional and other format controls (Unicode categories Cc, Cf, Zl, Zp; the joiners that
///   scripts need stay), noncharacters and tag characters become U+FFFD; line ends and tabs become spaces;
/// - more than four combining marks in a row are dropped, so that nothing draws over its neighbours;
/// - a mark-up character (`<`, `>`, `&`, `"`, `'`, `{`, `}`, `` ` ``) stands alone in its grapheme cluster. Escapers that
///   walk grapheme clusters do not see a quotation mark that carries a combining mark, while a browser does.
package enum DisplayText {
  /// The longest text that is shown; longer text is cut with an ellipsis.
  package static let standardLimit = 600

  /// Visible text on one line, at most `limit` characters.
  ///
  /// O(length).
  package static func shown(_ text: String, limit: Int = standardLimit) -> String {
    let clean = needsCleaning(text) ? cleaned(text) : text
    guard clean.utf8.count > limit, let end = clean.index(clean.startIndex, offsetBy: limit, limitedBy: clean.endIndex),
      end < clean.endIndex
    else { return clean }
    return clean[..<end] + "…"
  }

  /// Whether `cleaned` could change anything: false for printable ASCII, which is nearly everything.
  static func needsCleaning(_ text: String) -> Bool { text.utf8.contains { $0 < 0x20 || $0 >= 0x7F } }

  /// Does the work; with `keepingLines` line ends and tabs stay, for formats that quote them.
  static func cleaned(_ text: String, keepingLines: Bool = false) -> String {
    var scalars = String.UnicodeScalarView()
    var marks = 0
    for scalar in text.unicodeScalars {
      if scalar.value == 0x0A || scalar.value == 0x0D || scalar.value == 0x09 {
        scalars.append(keepingLines ? scalar : " ")
        marks = 0
        continue
      }
      if scalar.value >= 0x20 && scalar.value < 0x7F {
        scalars.append(scalar)
        marks = 0
        continue
      }
      switch scalar.properties.generalCategory {
      case .control, .lineSeparator, .paragraphSeparator, .surrogate: scalars.append("\u{FFFD}")
      case .format where scalar.value != 0x200C && scalar.value != 0x200D: scalars.append("\u{FFFD}")
      case .nonspacingMark, .enclosingMark:
        marks += 1
        if marks <= 4 { scalars.append(scalar) }
        continue
      default:
        scalars.append(scalar.properties.isNoncharacterCodePoint ? "\u{FFFD}" : scalar)
      }
      marks = 0
    }
    return separatingMarkup(String(scalars))
  }

  /// Frees mark-up characters from what a grapheme cluster ties to them.
  private static func separatingMarkup(_ text: String) -> String {
    var result = ""
    result.reserveCapacity(text.utf8.count)
    for character in text {
      let scalars = character.unicodeScalars
      if scalars.count > 1, scalars.contains(where: isMarkup) {
        for scalar in scalars { result.unicodeScalars.append(isMarkup(scalar) ? scalar : "\u{FFFD}") }
      } else {
        result.append(character)
      }
    }
    return result
  }

  private static func isMarkup(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "<", ">", "&", "\"", "'", "{", "}", "`": true
    default: false
    }
  }
}
