/// A horizontal bar of a contribution in bits around a zero line: right speaks for a forger, left for the sender.
package enum EvidenceBar {
  static let width = 160

  /// - Parameter scale: the bits at which a bar reaches the edge; > 0.
  package static func drawing(bits: Double, scale: Double) -> Drawing {
    let middle = Double(width) / 2
    let length = max(min(bits.magnitude / max(scale, 0.1), 1) * (middle - 2), bits == 0 ? 0 : 1.5)
    let start = bits < 0 ? middle - length : middle
    let body =
      "<rect class=\"track\" x=\"0\" y=\"3\" width=\"\(width)\" height=\"6\" rx=\"3\"/>"
      + "<rect class=\"\(bits < 0 ? "against" : "for")\" x=\"\(Drawing.coordinate(start))\" y=\"2\""
      + " width=\"\(Drawing.coordinate(length))\" height=\"8\" rx=\"2\"/>"
      + "<line class=\"zero\" x1=\"80\" y1=\"0\" x2=\"80\" y2=\"12\"/>"
    return Drawing(
      width: width, height: 12, label: "\(Figure.signed(bits)) bits", style: "bar", body: body)
  }
}
