import Baselines
package import RequestModel

/// Flags pressure in the wording above what this sender's letters carry.
///
/// How many urgency, deadline and pressure words, on a scale of seven steps, by kind of request, in six languages.
/// - Blind spots: calm forgeries. Known false positives: units whose letters are always urgent (their history shows it).
/// - Complexity: O(1).
package struct UrgencyWordsDetector: Detector {
  package static let id = "urgency_words"
  package static let family = Family.wording
  package static let group = EvidenceGroup.pressure
  package static let summary = "More pressure in the wording than this sender's letters carry."
  private let look: LexiconLook

  package init(_ model: ForgerModel) {
    look = LexiconLook(Self.id, .urgencyWords, [.urgency, .deadline, .pressure], model)
  }

  package func observe(_ request: Request, in context: Context, into sightings: inout Sightings) {
    look.observe(request, into: &sightings)
  }

  package func describe(_ request: Request, in context: Context) -> String {
    look.describe(request, "words of urgency")
  }
}
