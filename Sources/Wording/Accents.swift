/// Spellings of folded words without accents.
enum Accents {
  /// Every accented letter of the six languages as its plain one.
  static func dropped(_ word: [UInt8]) -> [UInt8] { rewritten(word, umlaut: []) }

  /// German umlauts with an e behind the plain letter.
  static func spelledOut(_ word: [UInt8]) -> [UInt8] { rewritten(word, umlaut: [0x65]) }

  private static func rewritten(_ word: [UInt8], umlaut: [UInt8]) -> [UInt8] {
    var out: [UInt8] = []
    var index = 0
    while index < word.count {
      guard word[index] == 0xC3, index + 1 < word.count else {
        out.append(word[index])
        index += 1
        continue
      }
      switch word[index + 1] {
      case 0xA4: out += [0x61] + umlaut
      case 0xB6: out += [0x6F] + umlaut
      case 0xBC: out += [0x75] + umlaut
      case 0x9F: out += [0x73, 0x73]
      case 0xA0...0xA5: out.append(0x61)
      case 0xA6: out += [0x61, 0x65]
      case 0xA7: out.append(0x63)
      case 0xA8...0xAB: out.append(0x65)
      case 0xAC...0xAF: out.append(0x69)
      case 0xB1: out.append(0x6E)
      case 0xB2...0xB5: out.append(0x6F)
      case 0xB9...0xBB: out.append(0x75)
      default: out += [0xC3, word[index + 1]]
      }
      index += 2
    }
    return out
  }
}
