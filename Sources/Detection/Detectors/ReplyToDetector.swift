import Baselines
package import RequestModel

/// Flags answers that are to go elsewhere than to the account that asked.
///
/// Six relations of `reply_to` to the sender: none given, the same domain, the same registrable domain, a free-mail
/// provider, a domain the agency has used, any other.
/// - Blind spots: thieves who read the stolen mailbox. Known false positives: shared mailboxes of a unit.
/// - Complexity: O(1).
package struct ReplyToDetector: Detector {
  package static let id = "reply_to"
  package static let family = Family.identity
  package static let group = EvidenceGroup.contact
  package static let summary = "Answers are to go elsewhere than to the account that asked."
  private let look: ListLook

  package init(_ model: ForgerModel) {
    look = ListLook(Self.id, .replyToRelation, AddressRelation.allCases.map(\.name), model, worldShare: 0.3)
  }

  package func observe(_ request: Request, in context: Context, into sightings: inout Sightings) {
    let relation = AddressRelation(request.replyTo, to: request, in: context)
    look.observe(relation.rawValue, into: &sightings)
    if let domain = request.replyTo?.registrableDomain { relation.remember(domain, into: &sightings) }
  }

  package func describe(_ request: Request, in context: Context) -> String {
    AddressRelation(request.replyTo, to: request, in: context).sentence("answers", request.replyTo)
  }
}
