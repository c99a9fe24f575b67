import Baselines
package import RequestModel

/// Flags demands of silence above what this sender's letters carry.
///
/// How many secrecy words, on a scale of seven steps, by kind of request, in six languages.
/// - Blind spots: legal templates that always demand silence. Known false positives: sealed cases.
/// - Complexity: O(1).
package struct SecrecyWordsDetector: Detector {
  package static let id = "secrecy_words"
  package static let family = Family.wording
  package static let group = EvidenceGroup.pressure
  package static let summary = "More demands of silence than this sender's letters carry."
  private let look: LexiconLook

  package init(_ model: ForgerModel) { look = LexiconLook(Self.id, .secrecyWords, [.secrecy], model) }

  package func observe(_ request: Request, in context: Context, into sightings: inout Sightings) {
    look.observe(request, into: &sightings)
  }

  package func describe(_ request: Request, in context: Context) -> String {
    look.describe(request, "words of secrecy")
  }
}
