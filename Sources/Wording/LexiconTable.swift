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
struct LexiconTable: Sendable {
  /// The tables of the six languages, by raw value: constants, compiled on first use.
  static let standard = WordingLanguage.allCases.map { LexiconTable(.of($0), stemmer: Stemmer($0)) }

  /// An entry: its stems stand in `stems` from `start` on.
  struct Phrase: Sendable {
    var start: Int32
    var count: Int32
    var lexicon: Lexicon
  }

  private var identifiers: [[UInt8]: Int32] = [:]
  /// Sorted by first stem, then longest first.
  private(set) var phrases: [Phrase] = []
  private(set) var stems: [Int32] = []
  /// The phrases that start with stem i are `starts[i]..<starts[i + 1]`.
  private var starts: [Int32] = []

  init(_ words: LexiconWords, stemmer: Stemmer) {
    var found: Set<Spelling> = []
    for lexicon in Lexicon.allCases {
      for entry in words.entries(lexicon) {
        let plain = Lexis.words(entry)
        for spelling in [plain, plain.map(Accents.dropped), plain.map(Accents.spelledOut)] where !spelling.isEmpty {
          found.insert(Spelling(stems: spelling.map { identify(stemmer.stem($0)) }, lexicon: lexicon))
        }
      }
    }
    let sorted = found.sorted()
    for spelling in sorted {
      phrases.append(
        Phrase(start: Int32(stems.count), count: Int32(spelling.stems.count), lexicon: spelling.lexicon))
      stems += spelling.stems
    }
    starts = [Int32](repeating: Int32(phrases.count), count: identifiers.count + 2)
    for index in sorted.indices.reversed() { starts[Int(sorted[index].stems[0])] = Int32(index) }
    for index in starts.indices.reversed().dropFirst() { starts[index] = min(starts[index], starts[index + 1]) }
  }

  /// The number of a stem that some entry uses, from 1; 0 where none does.
  func identifier(of stem: [UInt8]) -> Int32 { identifiers[stem] ?? 0 }

  /// The phrases that start with a stem, longest first.
  func phrases(from stem: Int32) -> Range<Int> { Int(starts[Int(stem)])..<Int(starts[Int(stem) + 1]) }

  private mutating func identify(_ stem: [UInt8]) -> Int32 {
    if let known = identifiers[stem] { return known }
    let next = Int32(identifiers.count + 1)
    identifiers[stem] = next
    return next
  }

  /// An entry in one spelling, ordered by its first stem, the longest first.
  private struct Spelling: Hashable, Comparable {
    var stems: [Int32]
    var lexicon: Lexicon

    static func < (a: Spelling, b: Spelling) -> Bool {
      if a.stems[0] != b.stems[0] { return a.stems[0] < b.stems[0] }
      if a.stems.count != b.stems.count { return a.stems.count > b.stems.count }
      if a.lexicon != b.lexicon { return a.lexicon.rawValue < b.lexicon.rawValue }
      return a.stems.lexicographicallyPrecedes(b.stems)
    }
  }
}
