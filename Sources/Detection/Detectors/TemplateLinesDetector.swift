import Baselines
package import RequestModel

/// Flags a letter whose lines this agency has never sent.
///
/// The share of known lines (digits masked) in eleven steps; the forger's side is measured on letters of other agencies.
/// An account that files for many agencies writes its own letters, not theirs: it is not held against this agency's.
/// - Blind spots: letters copied whole. Known false positives: new letterheads (until a night of them was learned).
/// - Complexity: O(lines).
package struct TemplateLinesDetector: Detector {
  package static let id = "template_lines"
  package static let family = Family.wording
  package static let group = EvidenceGroup.letter
  package static let summary = "A letter whose lines this agency has never sent."
  private let imitation: HabitVector
  static let steps = 11

  package init(_ model: ForgerModel) { imitation = model.imitation(Self.id) }

  package func observe(_ request: Request, in context: Context, into sightings: inout Sightings) {
    guard let wording = request.wording, !wording.lines.isEmpty, !wording.words.isEmpty else {
      return sightings.abstain(.noText)
    }
    if context.isGuest { return sightings.abstain(.notThisKind) }
    guard let known = context.wordingView.knownLines else { return sightings.abstain(.noHistory) }
    let step = Int((known * 10).rounded(.down))
    let maturity = UnfamiliarWordsDetector.maturity(context.wordingView.sample)
    sightings.scale(
      .templateLines, condition: maturity, step: step, size: Self.steps,
      forger: ImpostorScale.probability(
        .templateLinesOfOthers, condition: maturity, step: step, size: Self.steps, floor: step < 3 ? 2 : 0.3,
        in: context), worldShare: 0, imitation: imitation)
    if let elsewhere = context.wordingView.knownLinesElsewhere {
      ImpostorScale.remember(
        .templateLinesOfOthers, condition: maturity, step: Int((elsewhere * 10).rounded(.down)), into: &sightings)
    }
  }

  package func describe(_ request: Request, in context: Context) -> String {
    "\(Int(((context.wordingView.knownLines ?? 0) * 100).rounded())) % of the letter's lines are lines this agency has sent before"
  }
}
