import Baselines
package import RequestModel

/// Flags a target or contact that a suspicious request of another agency showed before: one thief works through many accounts.
///
/// Two values, judged at the agency: none, and a target, telephone, reply address or attachment that is new to the agency,
/// that few agencies show, and that a suspicious request of an agency showed with which this one has never shared anything
/// unsuspected. Suspicious is what would be so without any link, in a closed night, for 120 days, until a verdict clears it:
/// how suspicious the other one was does not pass on, so that suspicion does not spread by itself.
/// - Blind spots: thieves who change their numbers; the first request that shows one. Networks, devices, statutes and
///   letters are left out: honest agencies share them, and on simulated logs of two makes out of five they did harm.
/// - Known false positives: agencies that begin to work on a case of which a thief has asked.
/// - Complexity: O(targets + contacts).
package struct SuspectTraceDetector: Detector {
  package static let id = "suspect_trace"
  package static let family = Family.linkage
  package static let group = EvidenceGroup.linkage
  package static let summary = "A target or contact that a suspicious request of another agency showed."
  static let values = ["none", "shown"]
  private let look: ListLook

  package init(_ model: ForgerModel) {
    look = ListLook(Self.id, .suspectTrace, Self.values, model, worldShare: 0.1, from: .agency)
  }

  package func observe(_ request: Request, in context: Context, into sightings: inout Sightings) {
    look.observe(Self.isShown(context) ? 1 : 0, into: &sightings)
  }

  private static func isShown(_ context: Context) -> Bool {
    context.links.suspected.contains { !context.isPartner($0) }
  }

  package func describe(_ request: Request, in context: Context) -> String {
    Self.isShown(context)
      ? "shows a target, telephone, reply address or attachment that a suspicious request of another agency showed"
      : "shows no target or contact that a suspicious request of another agency showed"
  }
}
