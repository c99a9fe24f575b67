import Baselines
package import RequestModel
import Statistics

/// Flags a mail domain that this agency has not written from.
///
/// Open vocabulary of registrable domains, judged at the agency.
/// - Blind spots: mailboxes inside the genuine domain. Known false positives: a migration to another domain.
/// - Complexity: O(length of the domain).
package struct SenderDomainDetector: Detector {
  package static let id = "sender_domain"
  package static let family = Family.identity
  package static let group = EvidenceGroup.account
  package static let summary = "A mail domain this agency has not written from."
  private let novelty: HabitVector
  private let imitation: HabitVector

  package init(_ model: ForgerModel) {
    novelty = model.probability(Self.id, "new", otherwise: 0.05)
    imitation = model.imitation(Self.id)
  }

  package func observe(_ request: Request, in context: Context, into sightings: inout Sightings) {
    guard !request.senderRegistrableDomain.isEmpty else { return sightings.abstain(.notThisKind) }
    sightings.open(
      .senderDomain, value: SipHash.fixed.hash(request.senderRegistrableDomain), novelty: novelty,
      imitation: imitation, from: .agency)
  }

  package func describe(_ request: Request, in context: Context) -> String {
    "written from \(request.senderRegistrableDomain)"
  }
}
