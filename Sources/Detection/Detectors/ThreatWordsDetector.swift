import Baselines
package import RequestModel

/// Flags talk of death and harm above what this sender's letters carry.
///
/// How many threat words, on a scale of seven steps, by kind of request, in six languages.
/// - Blind spots: calm forgeries. Known false positives: homicide and missing-child units (their history shows it).
/// - Complexity: O(1).
package struct ThreatWordsDetector: Detector {
  package static let id = "threat_words"
  package static let family = Family.wording
  package static let group = EvidenceGroup.pressure
  package static let summary = "More talk of death and harm than this sender's letters carry."
  private let look: LexiconLook

  package init(_ model: ForgerModel) { look = LexiconLook(Self.id, .threatWords, [.threat], model) }

  package func observe(_ request: Request, in context: Context, into sightings: inout Sightings) {
    look.observe(request, into: &sightings)
  }

  package func describe(_ request: Request, in context: Context) -> String { look.describe(request, "words of threat") }
}
