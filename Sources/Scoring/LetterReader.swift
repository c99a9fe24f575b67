import Baselines
import Detection
import Foundation
import RequestModel
import Statistics

/// Holds letters against their agency's vocabulary, and against another agency's for comparison.
///
/// p(word | agency) is shrunk to the language with the weight of `prior` words. Reused from letter to letter.
struct LetterReader {
  private static let prior = 60.0
  private var keys: [UInt64] = []
  private var ownCounts: [Int64] = []
  private var otherCounts: [Int64] = []
  private var languageCounts: [Int64] = []

  /// How familiar a letter is; O(words + lines).
  mutating func view(
    of wording: WordingFeatures?, agency: Profile, agencyFactor: Double, other: Profile?, otherFactor: Double,
    language: Profile, languageFactor: Double
  ) -> WordingView {
    var view = WordingView()
    guard let wording, !wording.words.isEmpty else { return view }
    // Only what the agency wrote in this language counts: another language is another vocabulary.
    let total = Lesson.wordTotal(wording.language)
    let (own, common) = (agency.words, language.words)
    let agencyWords = Double(own[total]) * agencyFactor / 1024
    let languageWords = Double(common[total]) * languageFactor / 1024
    view.sample = agencyWords
    guard agencyWords > 50, languageWords > 500 else { return view }
    let others = other?.words
    let otherWords = others.map { Double($0[total]) * otherFactor / 1024 } ?? 0
    let elsewhere = otherWords > 50 ? others : nil

    keys.removeAll(keepingCapacity: true)
    for word in wording.words { keys.append(word.hash) }
    for line in wording.lines { keys.append(Lesson.lineKey(line)) }
    keys.append(Lesson.lineTotal)
    LetterReader.read(keys[...], of: own, into: &ownCounts)
    if let elsewhere { LetterReader.read(keys[...], of: elsewhere, into: &otherCounts) }
    LetterReader.read(keys[..<wording.words.count], of: common, into: &languageCounts)

    let hasOther = elsewhere != nil
    var (mine, theirs, n) = (0.0, 0.0, 0.0)
    for i in wording.words.indices {
      let count = Double(min(2, wording.words[i].count))
      let pool = (Double(languageCounts[i]) * languageFactor / 1024 + 0.5) / (languageWords + 500)
      mine += count * surprise(ownCounts[i], agencyFactor, of: agencyWords, over: pool)
      if hasOther { theirs += count * surprise(otherCounts[i], otherFactor, of: otherWords, over: pool) }
      n += count
    }
    view.surprise = mine / n
    view.knownLines = known(ownCounts, wording)
    if hasOther {
      view.surpriseElsewhere = theirs / n
      view.knownLinesElsewhere = known(otherCounts, wording)
    }
    return view
  }

  /// log₂ of how much likelier a word is in the language than in a vocabulary of `total` words.
  private func surprise(_ count: Int64, _ factor: Double, of total: Double, over pool: Double) -> Double {
    let own = (Double(count) * factor / 1024 + LetterReader.prior * pool) / (total + LetterReader.prior)
    return log2(pool / own)
  }

  /// The share of lines that a vocabulary knows; nil without lines on either side.
  private func known(_ counts: [Int64], _ wording: WordingFeatures) -> Double? {
    let (words, lines) = (wording.words.count, wording.lines.count)
    guard lines > 0, counts[words + lines] > 0 else { return nil }
    var known = 0
    for i in words..<words + lines where counts[i] > 0 { known += 1 }
    return Double(known) / Double(lines)
  }

  private static func read(_ keys: ArraySlice<UInt64>, of vocabulary: CountTable, into counts: inout [Int64]) {
    if counts.count < keys.count { counts = [Int64](repeating: 0, count: keys.count * 2) }
    keys.withUnsafeBufferPointer { keys in
      counts.withUnsafeMutableBufferPointer { vocabulary.read(keys, into: $0) }
    }
  }
}
