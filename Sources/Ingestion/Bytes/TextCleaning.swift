import Foundation

/// What keeps text from lying on a screen: NFC, no control characters, no invisible or direction-changing marks.
enum TextCleaning {
  /// Canonical composition (Unicode NFC).
  static func composed(_ text: String) -> String {
    // Every scalar below U+0300 is its own composed form.
    text.unicodeScalars.allSatisfy { $0.value < 0x300 } ? text : text.precomposedStringWithCanonicalMapping
  }

  /// Compatibility composition (Unicode NFKC): full-width letters become plain ones.
  static func compatible(_ text: String) -> String { text.precomposedStringWithCompatibilityMapping }

  /// Text fit for reading: composed, hidden characters taken out, trimmed, cut to at most `limit` bytes at a character's
  /// edge.
  ///
  /// Says whether anything but white space at the ends was lost.
  static func readable(_ text: ByteView, limit: Int) -> (text: String, isAltered: Bool) {
    let bytes = text.trimmed()
    if bytes.count <= limit, isPlain(bytes) { return (bytes.text, false) }
    var kept = String.UnicodeScalarView()
    var isAltered = false
    for scalar in bytes.text.unicodeScalars {
      if isHidden(scalar) { isAltered = true } else { kept.append(scalar) }
    }
    var clean = composed(String(kept)).trimmingCharacters(in: .whitespacesAndNewlines)
    if clean.utf8.count > limit {
      isAltered = true
      var scalars = clean.unicodeScalars
      var length = clean.utf8.count
      while length > limit, let last = scalars.popLast() { length -= UTF8.width(last) }
      clean = String(scalars)
    }
    return (clean, isAltered)
  }

  /// ASCII without control characters.
  private static func isPlain(_ bytes: ByteView) -> Bool {
    for byte in bytes where byte >= 127 || byte < 32 { return false }
    return true
  }

  /// Controls, the replacement character, zero-width and direction marks.
  static func isHidden(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0..<0x20, 0x7F..<0xA0, 0xAD, 0x61C, 0x180E, 0x200B...0x200F, 0x2028...0x202E, 0x2060...0x206F, 0xFE00...0xFE0F,
      0xFEFF, 0xFFF9...0xFFFD, 0xE0000...0xE0FFF:
      true
    default: false
    }
  }
}

extension UTF8 {
  fileprivate static func width(_ scalar: Unicode.Scalar) -> Int {
    switch scalar.value {
    case 0..<0x80: 1
    case 0x80..<0x800: 2
    case 0x800..<0x10000: 3
    default: 4
    }
  }
}
