import Baselines
package import RequestModel

/// Flags a target that unrelated agencies asked about within the month.
///
/// Four values, judged at the agency: nobody else, agencies it has shared with before (a task force), strangers of the
/// same country, strangers of another. The window is thirty days and the night so far; what more than three agencies
/// share is common property.
/// - Blind spots: targets of a single request. Known false positives: joint investigations (the pair is remembered).
/// - Complexity: O(keys).
package struct SharedTargetDetector: Detector {
  package static let id = "shared_target"
  package static let family = Family.linkage
  package static let group = EvidenceGroup.linkage
  package static let summary = "A target that unrelated agencies asked about within the month."
  private let look: LinkLook

  package init(_ model: ForgerModel) {
    look = LinkLook(Self.id, .sharedTarget, model, values: ["none", "partner", "stranger", "abroad"])
  }

  package func observe(_ request: Request, in context: Context, into sightings: inout Sightings) {
    look.observe(
      context.links.targetAgencies, areAbroad: context.links.foreignTargetAgencies > 0, in: context, into: &sightings)
  }

  package func describe(_ request: Request, in context: Context) -> String {
    look.describe(
      context.links.targetAgencies,
      "the same target" + (context.links.foreignTargetAgencies > 0 ? " from another country" : ""))
  }
}
