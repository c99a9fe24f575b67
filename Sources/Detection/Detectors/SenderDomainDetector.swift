import Baselines
package import RequestModel
import Statistics

/// Flags a mail domain that this agency has not written from.
///
/// Four values: known to the agency; a guest's (the account has filed for other agencies: a central desk); known to the log
/// from elsewhere; new to the whole log. Judged at the agency, apart for agencies that have not written from any domain yet.
/// - Blind spots: stolen mailboxes, which have the genuine domain. Known false positives: migrations of domains.
/// - Complexity: O(1).
package struct SenderDomainDetector: Detector {
  package static let id = "sender_domain"
  package static let family = Family.identity
  package static let group = EvidenceGroup.account
  package static let summary = "A mail domain this agency has not written from."
  private let look: ListLook
  static let values = ["known", "guest", "elsewhere", "new"]
  private static let memory = Slot(aspect: UInt64(Aspect.senderDomain.rawValue))

  package init(_ model: ForgerModel) {
    look = ListLook(Self.id, .domainRelation, Self.values, model, worldShare: 0.2, from: .agency)
  }

  package func observe(_ request: Request, in context: Context, into sightings: inout Sightings) {
    if !request.sender.isEmpty {
      sightings.remember(.account, value: SipHash.fixed.hash(request.sender), upTo: .world)
    }
    guard !request.senderRegistrableDomain.isEmpty else { return sightings.abstain(.notThisKind) }
    let value = Self.relation(request, context)
    look.observe(value, condition: Self.isKnown(context) ? 1 : 0, into: &sightings)
    sightings.remember(.senderDomain, value: SipHash.fixed.hash(request.senderRegistrableDomain), upTo: .world)
  }

  package func describe(_ request: Request, in context: Context) -> String {
    let domain = "written from \(request.senderRegistrableDomain)"
    switch Self.relation(request, context) {
    case 0: return domain
    case 1: return domain + " by an account that has filed for other agencies"
    case 2: return domain + ", which only other agencies have used"
    default: return domain + ", a domain new to the log"
    }
  }

  /// Whether the agency has written from any domain; what came by telephone or paper makes no domain known.
  static func isKnown(_ context: Context) -> Bool { context.lineage.agency.counts[memory.total] > 0 }

  private static func relation(_ request: Request, _ context: Context) -> Int {
    let key = memory.key(of: SipHash.fixed.hash(request.senderRegistrableDomain))
    if context.lineage.agency.counts[key] > 0 { return 0 }
    if context.isGuest { return 1 }
    return context.lineage.world.counts[key] > 0 ? 2 : 3
  }
}
