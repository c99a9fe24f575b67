import Baselines
package import RequestModel

/// Flags a letter whose words are not this agency's words, whatever any word list says of them.
///
/// Every word is weighed by log₂ of the ratio between its share in the language and its share in the agency's letters,
/// the latter shrunk to the former (log-odds with an informative Dirichlet prior: Monroe, Colaresi & Quinn 2008); the
/// mean over the words is a scale of 40 steps. The forger's side is measured, not guessed: letters of other agencies
/// held against this one's vocabulary.
/// An account that files for many agencies writes its own letters, not theirs: it is not held against this agency's.
/// - Blind spots: letters copied whole. Known false positives: new templates (until a night of them was learned).
/// - Complexity: O(words).
package struct UnfamiliarWordsDetector: Detector {
  package static let id = "unfamiliar_words"
  package static let family = Family.wording
  package static let group = EvidenceGroup.letter
  package static let summary = "A letter whose words are not this agency's words."
  private let imitation: HabitVector
  static let steps = 40

  package init(_ model: ForgerModel) { imitation = model.imitation(Self.id) }

  package func observe(_ request: Request, in context: Context, into sightings: inout Sightings) {
    guard let wording = request.wording, !wording.words.isEmpty else { return sightings.abstain(.noText) }
    if context.isGuest { return sightings.abstain(.notThisKind) }
    guard let surprise = context.wordingView.surprise else { return sightings.abstain(.noHistory) }
    let step = Self.step(surprise)
    sightings.scale(
      .unfamiliarWords, condition: Self.maturity(context.wordingView.sample), step: step, size: Self.steps,
      forger: ImpostorScale.probability(
        .unfamiliarWordsOfOthers, condition: Self.maturity(context.wordingView.sample), step: step, size: Self.steps,
        floor: step >= Self.steps / 2 ? 2 : 0.5, in: context), worldShare: 0, imitation: imitation)
    if let elsewhere = context.wordingView.surpriseElsewhere {
      ImpostorScale.remember(
        .unfamiliarWordsOfOthers, condition: Self.maturity(context.wordingView.sample), step: Self.step(elsewhere),
        into: &sightings)
    }
  }

  package func describe(_ request: Request, in context: Context) -> String {
    let surprise = context.wordingView.surprise ?? 0
    let tenths = Int((abs(surprise) * 10).rounded())
    return "words \(tenths / 10).\(tenths % 10) bits each "
      + (surprise > 0 ? "less" : "more") + " usual in this agency's letters than in the language"
  }

  /// Quarter bits from −6 to 4.
  static func step(_ surprise: Double) -> Int { max(0, min(steps - 1, Int(((surprise + 6) * 4).rounded(.down)))) }

  /// Young vocabularies are apart: what is surprising depends on how much was read.
  static func maturity(_ words: Double) -> Int { words < 400 ? 0 : words < 2000 ? 1 : words < 10_000 ? 2 : 3 }
}
