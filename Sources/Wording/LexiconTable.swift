import RequestModel

/// The lexicons of one language: words and short phrases, each list with entries apart by commas.
struct LexiconWords: Sendable {
  var urgency: String
  var threat: String
  var secrecy: String
  var deadline: String
  var payment: String
  var pressure: String

  /// The entries of a lexicon as written.
  func entries(_ lexicon: Lexicon) -> [String] {
    let list =
      switch lexicon {
      case .urgency: urgency
      case .threat: threat
      case .secrecy: secrecy
      case .deadline: deadline
      case .payment: payment
      case .pressure: pressure
      }
    return list.split { $0 == "," || $0.isNewline }.map { $0.drop { $0 == " " } }.filter { !$0.isEmpty }.map(
      String.init)
  }

  static func of(_ language: WordingLanguage) -> LexiconWords {
    switch language {
    case .en: english
    case .it: italian
    case .de: german
    case .fr: french
    case .es: spanish
    case .pt: portuguese
    }
  }
}

/// The lexicons of one language, compiled to sequences of stems.
///
/// An entry also stands in its spelling without accents (ä as ae and as a), as hurried writers leave it.
struct LexiconTable {
  struct Phrase: Hashable {
    var stems: [Int32]
    var lexicon: Lexicon
  }

  private var identifiers: [[UInt8]: Int32] = [:]
  /// Sorted by first stem, then longest first.
  private(set) var phrases: [Phrase] = []
  /// The phrases that start with stem i are `starts[i]..<starts[i + 1]`.
  private var starts: [Int] = []

  init(_ words: LexiconWords, stemmer: Stemmer) {
    var found: Set<Phrase> = []
    for lexicon in Lexicon.allCases {
      for entry in words.entries(lexicon) {
        let plain = Lexis.words(entry)
        for spelling in [plain, plain.map(Accents.dropped), plain.map(Accents.spelledOut)] where !spelling.isEmpty {
          found.insert(Phrase(stems: spelling.map { identify(stemmer.stem($0)) }, lexicon: lexicon))
        }
      }
    }
    phrases = found.sorted { Self.order($0) < Self.order($1) }
    starts = [Int](repeating: phrases.count, count: identifiers.count + 2)
    for index in phrases.indices.reversed() { starts[Int(phrases[index].stems[0])] = index }
    for index in starts.indices.reversed().dropFirst() { starts[index] = min(starts[index], starts[index + 1]) }
  }

  /// The number of a stem that some entry uses, from 1; 0 where none does.
  func identifier(of stem: [UInt8]) -> Int32 { identifiers[stem] ?? 0 }

  /// The phrases that start with a stem, longest first.
  func phrases(from stem: Int32) -> Range<Int> { starts[Int(stem)]..<starts[Int(stem) + 1] }

  private mutating func identify(_ stem: [UInt8]) -> Int32 {
    if let known = identifiers[stem] { return known }
    let next = Int32(identifiers.count + 1)
    identifiers[stem] = next
    return next
  }

  private static func order(_ phrase: Phrase) -> PhraseOrder {
    PhraseOrder(
      first: phrase.stems[0], length: -phrase.stems.count, lexicon: phrase.lexicon.rawValue, stems: phrase.stems)
  }

  private struct PhraseOrder: Comparable {
    var first: Int32
    var length: Int
    var lexicon: UInt8
    var stems: [Int32]

    static func < (a: PhraseOrder, b: PhraseOrder) -> Bool {
      if a.first != b.first { return a.first < b.first }
      if a.length != b.length { return a.length < b.length }
      if a.lexicon != b.lexicon { return a.lexicon < b.lexicon }
      return a.stems.lexicographicallyPrecedes(b.stems)
    }
  }
}
