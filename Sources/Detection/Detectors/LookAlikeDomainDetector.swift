import Baselines
package import RequestModel

/// Flags a domain that looks like a known agency's without being it: `jaxsheriff.us` beside `jaxsheriff.org`.
///
/// Two values, judged over the log: an honest unknown domain, or one that imitates (confusable letters, an edit, an
/// added word or hyphen, another ending). Judged apart where an agency with an identity of its own first writes from any
/// domain: a town's police and its county's sheriff share a name, and one in fifteen newcomers looks like somebody.
/// - Blind spots: domains of agencies the log has never seen; thieves whom the platform has given an identity of their own.
///   Known false positives: an agency's own second domain.
/// - Complexity: O(length) a look-up in the index of known domains.
package struct LookAlikeDomainDetector: Detector {
  package static let id = "look_alike_domain"
  package static let family = Family.identity
  package static let group = EvidenceGroup.account
  package static let summary = "A domain that looks like a known agency's without being it."
  private let look: ListLook

  package init(_ model: ForgerModel) {
    look = ListLook(Self.id, .domainLikeness, ["honest", "imitates"], model, worldShare: 0.1, from: .agency)
  }

  package func observe(_ request: Request, in context: Context, into sightings: inout Sightings) {
    guard !request.senderRegistrableDomain.isEmpty else { return sightings.abstain(.notThisKind) }
    let value = context.imitatedDomain == nil ? 0 : 1
    look.observe(value, condition: Self.isNewcomer(request, context) ? 1 : 0, into: &sightings)
  }

  /// Whether the agency is new and has more identity than the very domain.
  private static func isNewcomer(_ request: Request, _ context: Context) -> Bool {
    request.agencyID != request.senderRegistrableDomain && !SenderDomainDetector.isKnown(context)
  }

  package func describe(_ request: Request, in context: Context) -> String {
    guard let seen = context.imitatedDomain else { return "the domain imitates no known agency" }
    return "\(request.senderRegistrableDomain) looks like \(seen.imitated) (\(seen.how))"
  }
}
