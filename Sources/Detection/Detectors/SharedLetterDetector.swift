import Baselines
package import RequestModel

/// Flags a letter whose new passages stand in the letters of unrelated agencies.
///
/// Three values, judged at the agency: nobody else, agencies it has shared with before (a task force), strangers. The
/// window is thirty days and the night so far; what more than three agencies share is common property.
/// - Blind spots: letters written anew. Known false positives: templates that spread among agencies (common ones are discounted).
/// - Complexity: O(keys).
package struct SharedLetterDetector: Detector {
  package static let id = "shared_letter"
  package static let family = Family.linkage
  package static let group = EvidenceGroup.linkage
  package static let summary = "A letter whose new passages stand in the letters of unrelated agencies."
  private let look: LinkLook

  package init(_ model: ForgerModel) { look = LinkLook(Self.id, .sharedLetter, model) }

  package func observe(_ request: Request, in context: Context, into sightings: inout Sightings) {
    look.observe(context.links.letterAgencies, in: context, into: &sightings)
  }

  package func describe(_ request: Request, in context: Context) -> String {
    look.describe(context.links.letterAgencies, "nearly the same letter")
  }
}
