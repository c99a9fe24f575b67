/// Makes bytes that are not text into text, one replacement for each fault.
enum TextRepair {
  /// The same bytes with U+FFFD for what is not UTF-8 and, in a JSON line, a space for bare control characters.
  static func repaired(_ bytes: ByteView, isCSV: Bool = false) -> [UInt8] {
    var text = Array(String(decoding: bytes, as: UTF8.self).utf8)
    guard !isCSV else { return text }
    for i in text.indices where text[i] < 32 { text[i] = 32 }
    return text
  }
}
