import Baselines
package import RequestModel

/// Flags a badge number that this account has not shown before.
///
/// Open vocabulary of keyed numbers, sender and agency.
/// - Blind spots: badges copied from stolen requests. Known false positives: accounts shared by a unit.
/// - Complexity: O(1).
package struct BadgeDetector: Detector {
  package static let id = "badge"
  package static let family = Family.identity
  package static let group = EvidenceGroup.contact
  package static let summary = "A badge number this account has not shown before."
  private let look: IdentifierLook

  package init(_ model: ForgerModel) { look = IdentifierLook(Self.id, .badge, model) }

  package func observe(_ request: Request, in context: Context, into sightings: inout Sightings) {
    look.observe(request.badge, in: context, into: &sightings)
  }

  package func describe(_ request: Request, in context: Context) -> String {
    request.badge == nil ? "shows no badge number" : "shows a badge number"
  }
}
