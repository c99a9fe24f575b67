/// Cyrillic and Greek letters that pass for Latin ones inside a Latin word.
///
/// Source: the pairs of Unicode UTS #39 that a reader cannot tell apart in common type faces.
enum Homoglyphs {
  /// Rewrites a folded word in Latin letters where it mixes the scripts, or where all of it can pass for Latin in a
  /// Latin text.
  ///
  /// Nil where the word is honest: it stays as it is.
  static func latin(
    _ word: UnsafeBufferPointer<UInt8>, capitals: UnsafeBufferPointer<UInt8>, inLatinText: Bool
  ) -> [UInt8]? {
    // Only these begin a Greek or Cyrillic letter.
    guard word.contains(where: { (0xCD...0xD4).contains($0) }) else { return nil }
    var out: [UInt8] = []
    var hasLatin = false
    var hasImpostor = false
    var index = 0
    while index < word.count {
      let byte = word[index]
      if byte < 0x80 {
        hasLatin = true
        out.append(byte)
        index += 1
        continue
      }
      let length = byte >= 0xF0 ? 4 : byte >= 0xE0 ? 3 : 2
      let scalar = length == 2 ? UInt32(byte & 0x1F) << 6 | UInt32(word[index + 1] & 0x3F) : 0
      if (0x370..<0x530).contains(scalar) {
        guard let letter = (capitals[index] == 1 ? capital(scalar) : nil) ?? small(scalar) else { return nil }
        hasImpostor = true
        out.append(letter)
      } else {
        if (0xC0..<0x250).contains(scalar) { hasLatin = true }
        out.append(contentsOf: word[index..<min(index + length, word.count)])
      }
      index += length
    }
    return hasImpostor && (hasLatin || inLatinText) ? out : nil
  }

  private static func small(_ scalar: UInt32) -> UInt8? {
    switch scalar {
    case 0x430, 0x3B1: 0x61
    case 0x432, 0x44C, 0x3B2: 0x62
    case 0x441, 0x3F2: 0x63
    case 0x501: 0x64
    case 0x435, 0x3B5, 0x454: 0x65
    case 0x4BB, 0x43D: 0x68
    case 0x456, 0x457, 0x3B9: 0x69
    case 0x458, 0x3F3: 0x6A
    case 0x43A, 0x3BA: 0x6B
    case 0x4CF: 0x6C
    case 0x43C: 0x6D
    case 0x3B7, 0x43F: 0x6E
    case 0x43E, 0x3BF, 0x3C3: 0x6F
    case 0x440, 0x3C1: 0x70
    case 0x51B: 0x71
    case 0x433: 0x72
    case 0x455: 0x73
    case 0x442, 0x3C4: 0x74
    case 0x3C5: 0x75
    case 0x3BD: 0x76
    case 0x51D, 0x3C9: 0x77
    case 0x445, 0x3C7: 0x78
    case 0x443, 0x4AF, 0x3B3: 0x79
    default: nil
    }
  }

  /// The capitals whose shape is not that of their small letter.
  private static func capital(_ scalar: UInt32) -> UInt8? {
    switch scalar {
    case 0x3B7: 0x68
    case 0x3BC: 0x6D
    case 0x3BD: 0x6E
    case 0x3C5: 0x79
    case 0x3B6: 0x7A
    case 0x4CF, 0x4C0: 0x69
    default: nil
    }
  }
}
