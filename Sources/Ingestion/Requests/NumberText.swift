/// Numbers written as text, by JSON's grammar, independent of any locale.
enum NumberText {
  /// A whole number; a fraction of zeros and an exponent are taken too.
  static func whole(_ text: ByteView) -> Int64? {
    guard !text.isEmpty else { return nil }
    var value: Int64 = 0
    var i = 0
    let isNegative = text[0] == UInt8(ascii: "-")
    if isNegative || text[0] == UInt8(ascii: "+") { i = 1 }
    guard i < text.count else { return nil }
    while i < text.count {
      guard text[i].isASCIIDigit else { return decimal(text).flatMap { Int64(exactly: $0) } }
      let (tenfold, isOver) = value.multipliedReportingOverflow(by: 10)
      let (next, isOver2) = tenfold.addingReportingOverflow(Int64(text[i] &- 48))
      guard !isOver, !isOver2 else { return nil }
      value = next
      i += 1
    }
    return isNegative ? -value : value
  }

  /// A finite number by JSON's grammar (no leading zeros, no hexadecimal, no names).
  static func decimal(_ text: ByteView) -> Double? {
    guard isJSONNumber(text), let value = Double(text.text), value.isFinite else { return nil }
    return value == 0 ? 0 : value
  }

  private static func isJSONNumber(_ text: ByteView) -> Bool {
    var i = 0
    func digits() -> Int {
      let first = i
      while i < text.count, text[i].isASCIIDigit { i += 1 }
      return i - first
    }
    guard text.count <= 64 else { return false }
    if text.first == UInt8(ascii: "-") { i = 1 }
    let first = i
    let count = digits()
    guard count > 0, count == 1 || text[first] != 48 else { return false }
    if i < text.count, text[i] == UInt8(ascii: ".") {
      i += 1
      guard digits() > 0 else { return false }
    }
    if i < text.count, text[i] | 0x20 == UInt8(ascii: "e") {
      i += 1
      if i < text.count, text[i] == UInt8(ascii: "+") || text[i] == UInt8(ascii: "-") { i += 1 }
      guard digits() > 0 else { return false }
    }
    return i == text.count
  }
}
