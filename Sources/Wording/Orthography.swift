/// Letters and endings that one of the six languages uses and the others do not.
enum Orthography {
  /// Evidence for the languages in `WordKnowledge` points, for a word that is in no list.
  static func evidence(of word: [UInt8]) -> SIMD8<UInt16> {
    var evidence = SIMD8<UInt16>.zero
    for (ending, language) in endings where word.count > ending.utf8CodeUnitCount + 2 {
      let tail = UnsafeBufferPointer(start: ending.utf8Start, count: ending.utf8CodeUnitCount)
      if word.suffix(tail.count).elementsEqual(tail) { evidence[Int(language.rawValue)] += 4 }
    }
    var index = 0
    while index + 1 < word.count {
      if word[index] == 0xC3 {
        switch word[index + 1] {
        case 0x9F: evidence[Int(WordingLanguage.de.rawValue)] += 6
        case 0xA4, 0xB6: evidence[Int(WordingLanguage.de.rawValue)] += 3
        case 0xA3, 0xB5: evidence[Int(WordingLanguage.pt.rawValue)] += 6
        case 0xB1: evidence[Int(WordingLanguage.es.rawValue)] += 6
        case 0xAA, 0xA8: evidence[Int(WordingLanguage.fr.rawValue)] += 2
        default: break
        }
      }
      index += 1
    }
    return evidence
  }

  private static let endings: [(StaticString, WordingLanguage)] = [
    ("ing", .en), ("ought", .en), ("ly", .en), ("ness", .en),
    ("zione", .it), ("zioni", .it), ("aggio", .it), ("mento", .it), ("ità", .it), ("ette", .it),
    ("ung", .de), ("ungen", .de), ("lich", .de), ("lichen", .de), ("keit", .de), ("heit", .de), ("schaft", .de),
    ("eux", .fr), ("euse", .fr), ("ité", .fr), ("aire", .fr), ("eur", .fr), ("és", .fr), ("ées", .fr),
    ("ción", .es), ("ciones", .es), ("dad", .es), ("amiento", .es), ("ando", .es),
    ("ção", .pt), ("ções", .pt), ("dade", .pt), ("amento", .pt), ("agem", .pt), ("ável", .pt),
  ]
}
