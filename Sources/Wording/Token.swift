/// A word of the text, or the mask that stands for a number, an address, an identifier or a name.
struct Token {
  /// Its place in the word table; the masks come first.
  var entry: Int32
  /// A number in tenths, negative where the token is none or is a date, a time or the like.
  var tenths: Int32 = -1
  var startsSentence = false
  /// Whether it is a single letter, as of a name.
  var isInitial = false
}

/// What stands in the words' place where the text names a number, an address, an identifier or a person.
enum WordMask: Int32, CaseIterable {
  case number, email, url, handle, identifier, name

  /// A spelling that no folded text contains.
  var bytes: [UInt8] { [1, UInt8(rawValue)] }
}

/// The kinds of a folded byte.
enum ByteKind: UInt8 {
  case other, letter, digit, space, lineEnd

  static let table: [ByteKind] = (0...255).map { byte in
    switch byte {
    case 0x0A: .lineEnd
    case 0x20: .space
    case 0x30...0x39: .digit
    case 0x61...0x7A, 0x80...0xFF: .letter
    default: .other
    }
  }
}
