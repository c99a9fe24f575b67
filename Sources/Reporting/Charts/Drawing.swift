/// An SVG picture that this program drew from numbers: the only mark-up that pages take as it is.
///
/// It can be made only from numbers and fixed names inside this room; texts in it are escaped on the way in.
package struct Drawing: Hashable, Sendable {
  package let svg: String

  /// - Parameter body: built by this room's charts out of numbers, fixed names and `Drawing.escaped` texts.
  init(width: Int, height: Int, label: String, style: String, body: String, isStandalone: Bool = false) {
    let namespace = isStandalone ? " xmlns=\"http://www.w3.org/2000/svg\"" : ""
    svg =
      "<svg\(namespace) class=\"\(style)\" viewBox=\"0 0 \(width) \(height)\" width=\"\(width)\" height=\"\(height)\""
      + " role=\"img\" aria-label=\"\(Drawing.escaped(label))\">\(body)</svg>"
  }

  /// Text for XML content or a quoted attribute.
  static func escaped(_ text: String) -> String {
    var result = ""
    for scalar in DisplayText.shown(text).unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      case "'": result += "&#39;"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  /// A coordinate with at most two decimals, no trailing zeros, plain ASCII.
  static func coordinate(_ value: Double) -> String {
    let hundredths = Int((max(-1e9, min(1e9, value.isFinite ? value : 0)) * 100).rounded())
    let sign = hundredths < 0 ? "-" : ""
    let size = Int(hundredths.magnitude)
    let fraction = size % 100
    if fraction == 0 { return sign + String(size / 100) }
    return sign + String(size / 100) + "."
      + (fraction % 10 == 0 ? String(fraction / 10) : Figure.padded(fraction, 2))
  }
}
