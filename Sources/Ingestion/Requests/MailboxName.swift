import Foundation

/// Whether a mailbox bears a person's name, as `john.smith@`, `smithj@` and `troux@` do.
enum MailboxName {
  /// A part of the name of three letters or more must stand in the local part, by its first four letters.
  ///
  /// Marks are dropped, and umlauts also read as two letters. O(name · local part), a few dozen bytes each.
  static func bears(name: String, address: String) -> Bool {
    if name.utf8.allSatisfy({ $0 < 0x80 }), address.utf8.allSatisfy({ $0 < 0x80 }) {
      return bears(plainName: name, plainAddress: address)
    }
    let local = letters(address.prefix { $0 != "@" }, umlautsAsTwo: false)
    for umlautsAsTwo in name.utf8.allSatisfy({ $0 < 0x80 }) ? [false] : [false, true] {
      for part in name.split(whereSeparator: { !$0.isLetter }) {
        let wanted = letters(part, umlautsAsTwo: umlautsAsTwo).prefix(4)
        if wanted.count >= 3, contains(local, wanted) { return true }
      }
    }
    return false
  }

  /// The same of plain ASCII, byte by byte.
  private static func bears(plainName name: String, plainAddress address: String) -> Bool {
    var local: [UInt8] = []
    for byte in address.utf8 {
      if byte == UInt8(ascii: "@") { break }
      if byte.isASCIILetter { local.append(byte.asciiLowercased) }
    }
    var wanted: [UInt8] = []
    func isBorne() -> Bool { wanted.count >= 3 && contains(local, wanted.prefix(4)) }
    for byte in name.utf8 {
      if byte.isASCIILetter {
        wanted.append(byte.asciiLowercased)
        continue
      }
      if isBorne() { return true }
      wanted.removeAll(keepingCapacity: true)
    }
    return isBorne()
  }

  /// The letters of a text in lower case, those of the Latin alphabet without their marks.
  private static func letters(_ text: Substring, umlautsAsTwo: Bool) -> [UInt8] {
    var out: [UInt8] = []
    let isPlain = text.utf8.allSatisfy { $0 < 0x80 }
    for character in isPlain ? String(text) : plain(text, umlautsAsTwo: umlautsAsTwo) where character.isLetter {
      out.append(contentsOf: character.lowercased().utf8)
    }
    return out
  }

  private static func plain(_ text: Substring, umlautsAsTwo: Bool) -> String {
    var text = text.lowercased()
    if umlautsAsTwo {
      for (mark, two) in [("ä", "ae"), ("ö", "oe"), ("ü", "ue"), ("å", "aa"), ("ø", "oe")] {
        text = text.precomposedStringWithCanonicalMapping.replacingOccurrences(of: mark, with: two)
      }
    }
    for (letter, latin) in [("ß", "ss"), ("æ", "ae"), ("œ", "oe"), ("ø", "o"), ("ł", "l"), ("đ", "d"), ("ı", "i")] {
      text = text.replacingOccurrences(of: letter, with: latin)
    }
    return text.folding(options: .diacriticInsensitive, locale: nil)
  }

  private static func contains(_ text: [UInt8], _ part: ArraySlice<UInt8>) -> Bool {
    guard text.count >= part.count else { return false }
    return (0...(text.count - part.count)).contains { text[$0..<($0 + part.count)].elementsEqual(part) }
  }
}
