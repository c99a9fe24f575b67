import Baselines
import Detection
import Foundation
import RequestModel
import Statistics

extension WordingView {
  /// Holds a letter against its agency's vocabulary, and against another agency's for comparison.
  ///
  /// p(word | agency) is shrunk to the language with the weight of `prior` words. O(words + lines).
  init(
    _ wording: WordingFeatures?, agency: Profile, agencyFactor: Double, other: Profile?, otherFactor: Double,
    language: Profile, languageFactor: Double
  ) {
    self.init()
    guard let wording, !wording.words.isEmpty else { return }
    // Only what the agency wrote in this language counts: another language is another vocabulary.
    let total = Lesson.wordTotal(wording.language)
    let agencyWords = Double(agency.words[total]) * agencyFactor / 1024
    let languageWords = Double(language.words[total]) * languageFactor / 1024
    sample = agencyWords
    guard agencyWords > 50, languageWords > 500 else { return }
    surprise = WordingView.surprise(wording, agency, agencyFactor, agencyWords, language, languageFactor, languageWords)
    knownLines = WordingView.known(wording, agency)
    guard let other else { return }
    let otherWords = Double(other.words[total]) * otherFactor / 1024
    guard otherWords > 50 else { return }
    surpriseElsewhere = WordingView.surprise(
      wording, other, otherFactor, otherWords, language, languageFactor, languageWords)
    knownLinesElsewhere = WordingView.known(wording, other)
  }

  private static func surprise(
    _ wording: WordingFeatures, _ profile: Profile, _ factor: Double, _ total: Double, _ language: Profile,
    _ languageFactor: Double, _ languageTotal: Double
  ) -> Double {
    let prior = 60.0
    var bits = 0.0
    var n = 0.0
    for word in wording.words {
      let count = Double(min(2, word.count))
      let pool = (Double(language.words[word.hash]) * languageFactor / 1024 + 0.5) / (languageTotal + 500)
      let own = (Double(profile.words[word.hash]) * factor / 1024 + prior * pool) / (total + prior)
      bits += count * log2(pool / own)
      n += count
    }
    return bits / n
  }

  private static func known(_ wording: WordingFeatures, _ profile: Profile) -> Double? {
    guard !wording.lines.isEmpty, profile.words[Lesson.lineTotal] > 0 else { return nil }
    var known = 0
    for line in wording.lines where profile.words[Lesson.lineKey(line)] > 0 { known += 1 }
    return Double(known) / Double(wording.lines.count)
  }
}
