import Baselines
package import RequestModel

/// Flags a signature that this account has not used before.
///
/// Open vocabulary of keyed names, sender and agency.
/// - Blind spots: thieves who sign as the victim. Known false positives: shared accounts, marriages, spelling.
/// - Complexity: O(1).
package struct OfficerNameDetector: Detector {
  package static let id = "officer_name"
  package static let family = Family.identity
  package static let group = EvidenceGroup.contact
  package static let summary = "Signed with a name this account has not used before."
  private let look: IdentifierLook

  package init(_ model: ForgerModel) { look = IdentifierLook(Self.id, .senderName, model) }

  package func observe(_ request: Request, in context: Context, into sightings: inout Sightings) {
    look.observe(request.senderName, in: context, into: &sightings)
  }

  package func describe(_ request: Request, in context: Context) -> String {
    request.senderName == nil ? "signed with no name" : "signed with an officer's name"
  }
}
