/// Finds the language of a text from its function words.
///
/// Blind spots: a few words, lists of names, and texts that mix languages stay unclear; so does a language beyond the
/// six.
enum LanguageGuess {
  /// Points a language needs: two words that are its own.
  private static let least = 24
  /// Points a word of running text brings at least.
  private static let leastPerWord = 1

  /// The language of the tokens, or nil where none is clear.
  ///
  /// Complexity: O(n) in the tokens.
  static func language(of tokens: [Token], in table: borrowing WordTable) -> WordingLanguage? {
    var points = SIMD8<Int32>.zero
    var words = 0
    for token in tokens where token.entry >= WordMask.allCases.count {
      points &+= SIMD8<Int32>(truncatingIfNeeded: table.knowledge[Int(token.entry)].evidence)
      words += 1
    }
    var best = 0
    var second = 0
    var winner = 0
    for language in 0...WordingLanguage.allCases.count {
      let score = Int(points[language])
      if score > best {
        (second, best, winner) = (best, score, language)
      } else if score > second {
        second = score
      }
    }
    guard best >= least, best * 4 >= second * 5, best >= words * leastPerWord else { return nil }
    return WordingLanguage(rawValue: UInt8(winner))
  }
}
