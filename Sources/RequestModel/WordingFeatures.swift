/// What the looks need of a request's subject and body.
///
/// The text itself is not in it.
///
/// Words, lines and shingles are keyed 64-bit hashes: equal under one key where the text was equal, and nothing else.
package struct WordingFeatures: Hashable, Sendable {
  /// One stem and how often it stands in the text.
  package struct Word: Hashable, Sendable {
    package var hash: UInt64
    package var count: UInt16
    package init(hash: UInt64, count: UInt16) {
      self.hash = hash
      self.count = count
    }
  }

  /// The language the text is written in, found from its function words: `en`, `it`, `de`, `fr`, `es`, `pt`, or empty
  /// where none is clear.
  ///
  /// It does not depend on the language that the request claims.
  package var language = ""
  /// Stems with their counts in order of first appearance, at most 400 different ones; numbers and names masked.
  package var words: [Word] = []
  /// Lines of the letter (digits masked, case folded), in order, without repeats, at most 128.
  package var lines: [UInt64] = []
  /// The sampled shingles (five words, masked) of a FracMinHash sketch, sorted by place in the text, at most 128.
  package var shingles: [UInt64] = []

  // Counts over the whole text
  package var wordCount: Int32 = 0
  package var characterCount: Int32 = 0
  package var sentenceCount: Int32 = 0
  package var lineCount: Int32 = 0
  package var letterCount: Int32 = 0
  package var capitalCount: Int32 = 0
  package var digitCount: Int32 = 0
  package var exclamationCount: Int32 = 0
  package var questionCount: Int32 = 0
  package var commaCount: Int32 = 0

  /// Lexicon hits, by `Lexicon` raw value.
  package var lexiconHits: [UInt16] = [UInt16](repeating: 0, count: Lexicon.allCases.count)
  /// The shortest reply time that the text itself demands, in minutes, where it names one ("within 30 minutes").
  package var demandedMinutes: Int32?
  /// Whether the body was longer than the limit and was cut.
  package var isTruncated = false

  package init() {}

  package func hits(_ lexicon: Lexicon) -> Int { Int(lexiconHits[Int(lexicon.rawValue)]) }
}

/// The word lists that the wording looks count.
package enum Lexicon: UInt8, LogVocabulary {
  /// Haste: urgent, immediately, without delay.
  case urgency
  /// Harm: death, kill, suicide, bomb, abduction.
  case threat
  /// Silence: confidential, do not inform, tell nobody.
  case secrecy
  /// Reply times: within the hour, by noon, minutes.
  case deadline
  /// Money and what it is kept in: wallet, account balance, freeze, seed phrase.
  case payment
  /// Appeals to authority and consequence: liable, obstruction, personally responsible.
  case pressure
  package var name: String { "\(self)" }
}
