/// Appends JSON (RFC 8259) to a byte buffer: the one place that escapes strings for it.
///
/// Output is valid UTF-8 whatever the text: quotes, backslashes and control characters are escaped, and so are the
/// characters that reorder text or end lines (bidirectional controls, U+2028, U+2029, U+FEFF), which keeps the data whole and
/// harmless in a terminal.
package enum JSONBytes {
  /// Appends `text` as a JSON string with its quotes.
  ///
  /// O(length).
  package static func append(_ text: String, to bytes: inout [UInt8]) {
    bytes.append(0x22)
    appendContent(of: text, to: &bytes)
    bytes.append(0x22)
  }

  /// Appends what `write` appends, which is valid UTF-8, as a JSON string with its quotes.
  package static func appendString(to bytes: inout [UInt8], _ write: (inout [UInt8]) -> Void) {
    bytes.append(0x22)
    let start = bytes.count
    write(&bytes)
    let end = bytes.count
    if bytes.withUnsafeBufferPointer({ isPlain(UnsafeBufferPointer(rebasing: $0[start..<end])) }) {
      bytes.append(0x22)
      return
    }
    let raw = Array(bytes[start...])
    bytes.removeSubrange(start...)
    raw.withUnsafeBufferPointer { appendEscaped($0, to: &bytes) }
    bytes.append(0x22)
  }

  /// Appends a number in its shortest form that reads back to the same double; `null` for what JSON cannot say.
  package static func append(_ number: Double, to bytes: inout [UInt8]) {
    guard number.isFinite else { return bytes.append(contentsOf: "null".utf8) }
    // Tenths, which most samples are, are their own shortest form.
    let tenths = (number * 10).rounded()
    if tenths / 10 == number, number >= 0, number < 1e9, number.sign == .plus {
      let whole = Int(tenths)
      append(whole / 10, to: &bytes)
      bytes.append(0x2E)
      bytes.append(0x30 + UInt8(truncatingIfNeeded: whole % 10))
      return
    }
    bytes.append(contentsOf: number.description.utf8)
  }

  package static func append(_ number: Int, to bytes: inout [UInt8]) {
    if number < 0 { bytes.append(0x2D) }
    append(magnitude: number.magnitude, to: &bytes)
  }

  private static func append(magnitude: UInt, to bytes: inout [UInt8]) {
    if magnitude >= 10 { append(magnitude: magnitude / 10, to: &bytes) }
    bytes.append(0x30 + UInt8(truncatingIfNeeded: magnitude % 10))
  }

  package static func append(_ flag: Bool, to bytes: inout [UInt8]) {
    bytes.append(contentsOf: (flag ? "true" : "false").utf8)
  }

  private static func appendContent(of text: String, to bytes: inout [UInt8]) {
    let done: Void? = text.utf8.withContiguousStorageIfAvailable { appendEscaped($0, to: &bytes) }
    if done == nil { Array(text.utf8).withUnsafeBufferPointer { appendEscaped($0, to: &bytes) } }
  }

  private static func appendEscaped(_ source: UnsafeBufferPointer<UInt8>, to bytes: inout [UInt8]) {
    if isPlain(source) { return bytes.append(contentsOf: source) }
    var copied = 0
    var i = 0
    while i < source.count {
      let byte = source[i]
      // The common case: printable ASCII, and lead or continuation bytes of harmless characters.
      if byte >= 0x20, byte < 0x7F || byte > 0xEF, byte != 0x22, byte != 0x5C {
        i += 1
        continue
      }
      if byte > 0x7F, byte != 0xC2, byte != 0xD8, byte != 0xE2, byte != 0xEF {
        i += 1
        continue
      }
      let length = lengthOfEscaped(source, at: i)
      if length == 0 {
        i += 1
        continue
      }
      bytes.append(contentsOf: source[copied..<i])
      appendEscape(source, at: i, length: length, to: &bytes)
      i += length
      copied = i
    }
    bytes.append(contentsOf: source[copied...])
  }

  /// Whether all is printable ASCII without quotes and backslashes, looked at eight bytes at a time.
  private static func isPlain(_ source: UnsafeBufferPointer<UInt8>) -> Bool {
    let ones: UInt64 = 0x0101_0101_0101_0101
    let tops: UInt64 = 0x8080_8080_8080_8080
    func hasZero(_ x: UInt64) -> UInt64 { (x &- ones) & ~x & tops }
    var i = 0
    let raw = UnsafeRawBufferPointer(source)
    var odd: UInt64 = 0
    while i + 8 <= source.count {
      let word = raw.loadUnaligned(fromByteOffset: i, as: UInt64.self)
      odd |= word & tops | (word &- ones &* 0x20) & ~word & tops
      odd |= hasZero(word ^ (ones &* 0x22)) | hasZero(word ^ (ones &* 0x5C)) | hasZero(word ^ (ones &* 0x7F))
      i += 8
    }
    if odd != 0 { return false }
    while i < source.count {
      let byte = source[i]
      if byte < 0x20 || byte >= 0x7F || byte == 0x22 || byte == 0x5C { return false }
      i += 1
    }
    return true
  }

  /// Bytes of the character at `i` when it has to be escaped; 0 when it may stand as it is.
  private static func lengthOfEscaped(_ s: UnsafeBufferPointer<UInt8>, at i: Int) -> Int {
    switch s[i] {
    case 0xC2: return i + 1 < s.count && s[i + 1] < 0xA0 ? 2 : 0  // U+0080 … U+009F
    case 0xD8: return i + 1 < s.count && s[i + 1] == 0x9C ? 2 : 0  // U+061C
    case 0xE2:
      guard i + 2 < s.count else { return 0 }
      switch (s[i + 1], s[i + 2]) {
      case (0x80, 0x8E...0x8F), (0x80, 0xA8...0xAE), (0x81, 0xA6...0xA9): return 3
      default: return 0
      }
    case 0xEF: return i + 2 < s.count && s[i + 1] == 0xBB && s[i + 2] == 0xBF ? 3 : 0  // U+FEFF
    default: return 1
    }
  }

  private static func appendEscape(
    _ s: UnsafeBufferPointer<UInt8>, at i: Int, length: Int, to bytes: inout [UInt8]
  ) {
    bytes.append(0x5C)
    let code: UInt32
    switch length {
    case 1:
      switch s[i] {
      case 0x22, 0x5C: return bytes.append(s[i])
      case 0x08: return bytes.append(UInt8(ascii: "b"))
      case 0x09: return bytes.append(UInt8(ascii: "t"))
      case 0x0A: return bytes.append(UInt8(ascii: "n"))
      case 0x0C: return bytes.append(UInt8(ascii: "f"))
      case 0x0D: return bytes.append(UInt8(ascii: "r"))
      default: code = UInt32(s[i])
      }
    case 2: code = UInt32(s[i] & 0x1F) << 6 | UInt32(s[i + 1] & 0x3F)
    default: code = UInt32(s[i] & 0x0F) << 12 | UInt32(s[i + 1] & 0x3F) << 6 | UInt32(s[i + 2] & 0x3F)
    }
    bytes.append(UInt8(ascii: "u"))
    for shift in [12, 8, 4, 0] as [UInt32] {
      let digit = UInt8(code >> shift & 0xF)
      bytes.append(digit < 10 ? 0x30 + digit : 0x57 + digit)
    }
  }
}
