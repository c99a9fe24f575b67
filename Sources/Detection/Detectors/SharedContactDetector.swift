import Baselines
package import RequestModel

/// Flags a telephone, reply address or attachment that unrelated agencies have shown within the month.
///
/// Three values, judged at the agency: nobody else, agencies it has shared with before (a task force), strangers. The
/// window is thirty days and the night so far; what more than three agencies share is common property.
/// - Blind spots: contacts used once. Known false positives: shared switchboards and regional desks (the pair is remembered).
/// - Complexity: O(keys).
package struct SharedContactDetector: Detector {
  package static let id = "shared_contact"
  package static let family = Family.linkage
  package static let group = EvidenceGroup.linkage
  package static let summary = "A telephone, reply address or attachment shown by unrelated agencies."
  private let look: LinkLook

  package init(_ model: ForgerModel) { look = LinkLook(Self.id, .sharedContact, model) }

  package func observe(_ request: Request, in context: Context, into sightings: inout Sightings) {
    look.observe(context.links.contactAgencies, in: context, into: &sightings)
  }

  package func describe(_ request: Request, in context: Context) -> String {
    look.describe(context.links.contactAgencies, "the same telephone, reply address or attachment")
  }
}
