/// Escapes text for Markdown (CommonMark and its GitHub dialect), so that it can only ever be text.
///
/// Marks that open emphasis, code, links, images, tables, mathematics or HTML are always escaped; marks that open a block
/// (list, heading, rule, quotation) where the text begins; `@`, and the colons and points that make bare addresses into
/// links, become character references. What is left reads well as plain mail too.
/// Reference: CommonMark 0.31, sections 2.4 and 2.5; GitHub Flavored Markdown, section 6.9.
package enum MarkdownText {
  package static func escaped(_ text: String, limit: Int = DisplayText.standardLimit) -> String {
    // Leading spaces go: four of them would open a block of code.
    let scalars = Array(DisplayText.shown(text, limit: limit).unicodeScalars.drop { $0.properties.isWhitespace })
    var result = ""
    for (index, scalar) in scalars.enumerated() {
      switch scalar {
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "&": result += "&amp;"
      case "@": result += "&#64;"
      case "\\", "`", "*", "_", "[", "]", "|", "~", "$":
        result += "\\"
        result.unicodeScalars.append(scalar)
      case "-", "+", "#", "=", "!":
        if index == 0 || scalar == "!" { result += "\\" }
        result.unicodeScalars.append(scalar)
      case ":": result += opensAddress(scalars, at: index) ? "&#58;" : ":"
      case ".", ")": result += makesLinkOrList(scalars, at: index) ? reference(scalar) : String(scalar)
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  /// A colon is harmless before a space, at the end and between digits; elsewhere it may end a scheme.
  private static func opensAddress(_ scalars: [Unicode.Scalar], at index: Int) -> Bool {
    guard index + 1 < scalars.count, scalars[index + 1] != " " else { return false }
    return !(index > 0 && isDigit(scalars[index - 1]) && isDigit(scalars[index + 1]))
  }

  /// Whether the mark at `index` follows `www`, or digits that begin the text.
  private static func makesLinkOrList(_ scalars: [Unicode.Scalar], at index: Int) -> Bool {
    let before = scalars[..<index]
    if !before.isEmpty, before.allSatisfy(isDigit) { return index + 1 >= scalars.count || scalars[index + 1] == " " }
    return before.suffix(3).count == 3 && before.suffix(3).allSatisfy { $0 == "w" || $0 == "W" }
  }

  private static func isDigit(_ scalar: Unicode.Scalar) -> Bool { ("0"..."9").contains(scalar) }

  private static func reference(_ scalar: Unicode.Scalar) -> String { "&#\(scalar.value);" }
}
