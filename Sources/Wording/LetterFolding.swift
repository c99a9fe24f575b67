/// What one Unicode scalar becomes before words are read.
enum FoldedScalar {
  /// A letter, folded; whether it was a capital.
  case letter(UInt32, capital: Bool)
  /// A decimal digit as its ASCII byte.
  case digit(UInt8)
  /// White space, punctuation or a symbol as the ASCII byte that stands in for it.
  case mark(UInt8)
  /// A ligature's letters, ASCII.
  case ligature(StaticString)
  /// A combining mark of U+0300 to U+036F.
  case combining(UInt32)
  /// Nothing to see: zero width, direction, variation.
  case invisible
}

/// Folding of letters beyond ASCII: case, canonical spelling, compatibility forms, invisible characters.
///
/// Composed and decomposed spellings of Latin, Greek and Cyrillic letters fold alike.
enum LetterFolding {
  /// Folds a scalar of 0x80 or more.
  static func fold(_ scalar: UInt32) -> FoldedScalar {
    switch scalar {
    case 0xAD: return .invisible
    case 0xA0: return .mark(0x20)
    case 0x85: return .mark(0x0A)
    case 0xAB, 0xBB: return .mark(0x22)
    case 0xC0..<0x530: return letter(FoldedLetters.lower[Int(scalar - 0xC0)], or: scalar)
    case 0x1E00..<0x2000: return letter(FoldedLetters.upper[Int(scalar - 0x1E00)], or: scalar)
    case 0x2000...0x206F: return punctuation(scalar)
    default: return compatibility(scalar)
    }
  }

  /// The composed letter of an ASCII letter and a mark, where one of the six languages has it.
  static func compose(_ letter: UInt8, _ mark: UInt32) -> UInt32? {
    let row: (from: StaticString, to: [UInt32])
    switch mark {
    case 0x300: row = ("aeiou", [0xE0, 0xE8, 0xEC, 0xF2, 0xF9])
    case 0x301: row = ("aeiou", [0xE1, 0xE9, 0xED, 0xF3, 0xFA])
    case 0x302: row = ("aeiou", [0xE2, 0xEA, 0xEE, 0xF4, 0xFB])
    case 0x303: row = ("ano", [0xE3, 0xF1, 0xF5])
    case 0x308: row = ("aeiou", [0xE4, 0xEB, 0xEF, 0xF6, 0xFC])
    case 0x327: row = ("c", [0xE7])
    default: return nil
    }
    let letters = UnsafeBufferPointer(start: row.from.utf8Start, count: row.from.utf8CodeUnitCount)
    return letters.firstIndex(of: letter).map { row.to[$0] }
  }

  private static func letter(_ folded: UInt16, or scalar: UInt32) -> FoldedScalar {
    if folded != 0 { return .letter(UInt32(folded & 0x7FFF), capital: folded & 0x8000 != 0) }
    switch scalar {
    case 0x300...0x36F: return scalar == 0x34F ? .invisible : .combining(scalar)
    case 0x37E: return .mark(0x3B)
    default: return .mark(0x2A)
    }
  }

  private static func punctuation(_ scalar: UInt32) -> FoldedScalar {
    switch scalar {
    case 0x2000...0x200A, 0x202F, 0x205F: .mark(0x20)
    case 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x206F: .invisible
    case 0x2010...0x2015: .mark(0x2D)
    case 0x2018...0x201B, 0x2032: .mark(0x27)
    case 0x201C...0x201F, 0x2033: .mark(0x22)
    case 0x2026: .mark(0x2E)
    case 0x2028, 0x2029: .mark(0x0A)
    case 0x203C: .mark(0x21)
    case 0x2047: .mark(0x3F)
    default: .mark(0x2A)
    }
  }

  private static func compatibility(_ scalar: UInt32) -> FoldedScalar {
    switch scalar {
    case 0x61C, 0x115F, 0x1160, 0x180B...0x180E, 0x3164, 0xFE00...0xFE0F, 0xFEFF, 0xFFA0, 0xE0000...0xE0FFF:
      return .invisible
    case 0x60C: return .mark(0x2C)
    case 0x61F: return .mark(0x3F)
    case 0x1680: return .mark(0x20)
    case 0x3000: return .mark(0x20)
    case 0x3001: return .mark(0x2C)
    case 0x3002: return .mark(0x2E)
    case 0x24B6...0x24CF: return .letter(scalar - 0x24B6 + 0x61, capital: true)
    case 0x24D0...0x24E9: return .letter(scalar - 0x24D0 + 0x61, capital: false)
    case 0xFB00: return .ligature("ff")
    case 0xFB01: return .ligature("fi")
    case 0xFB02: return .ligature("fl")
    case 0xFB03: return .ligature("ffi")
    case 0xFB04: return .ligature("ffl")
    case 0xFB05, 0xFB06: return .ligature("st")
    case 0xFF01...0xFF5E: return ascii(UInt8(scalar - 0xFEE0))
    case 0x1D400...0x1D6A3:
      let place = (scalar - 0x1D400) % 52
      return .letter(place % 26 + 0x61, capital: place < 26)
    case 0x1D7CE...0x1D7FF: return .digit(UInt8((scalar - 0x1D7CE) % 10) + 0x30)
    default: return general(scalar)
    }
  }

  private static func ascii(_ byte: UInt8) -> FoldedScalar {
    switch byte {
    case 0x30...0x39: .digit(byte)
    case 0x41...0x5A: .letter(UInt32(byte) + 0x20, capital: true)
    case 0x61...0x7A: .letter(UInt32(byte), capital: false)
    default: .mark(byte)
    }
  }

  private static func general(_ value: UInt32) -> FoldedScalar {
    guard let scalar = Unicode.Scalar(value) else { return .mark(0x2A) }
    let properties = scalar.properties
    switch properties.generalCategory {
    case .uppercaseLetter, .titlecaseLetter:
      let lower = properties.lowercaseMapping.unicodeScalars.first ?? scalar
      return .letter(lower.value, capital: true)
    case .lowercaseLetter, .modifierLetter, .otherLetter, .nonspacingMark, .spacingMark, .enclosingMark:
      return .letter(value, capital: false)
    case .decimalNumber:
      return .digit(UInt8(properties.numericValue ?? 0) + 0x30)
    case .spaceSeparator: return .mark(0x20)
    case .dashPunctuation: return .mark(0x2D)
    default: return .mark(0x2A)
    }
  }
}
