import CStemmer

/// The languages that wording is read in.
package enum WordingLanguage: UInt8, CaseIterable, Sendable {
  case en, it, de, fr, es, pt
  /// The ISO 639-1 code.
  package var code: String { WordingLanguage.codes[Int(rawValue)] }
  private static let codes = WordingLanguage.allCases.map { "\($0)" }
}

/// One Snowball stemmer of libstemmer, which keeps its state between words: one owner, one thread.
///
/// Source: Porter, "Snowball: a language for stemming algorithms", 2001.
final class Stemmer {
  private let handle: OpaquePointer?

  init(_ language: WordingLanguage) { handle = sb_stemmer_new(language.code, "UTF_8") }

  deinit {
    if let handle { sb_stemmer_delete(handle) }
  }

  /// The stem of a folded word; the word itself where libstemmer has none.
  func stem(_ word: [UInt8]) -> [UInt8] {
    guard let handle, !word.isEmpty, let stemmed = sb_stemmer_stem(handle, word, Int32(word.count)) else { return word }
    return [UInt8](UnsafeBufferPointer(start: stemmed, count: Int(sb_stemmer_length(handle))))
  }
}
