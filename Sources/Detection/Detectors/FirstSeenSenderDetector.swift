import Baselines
package import RequestModel

/// Flags an account that this agency has never, or hardly ever, used.
///
/// Five steps of the sender's own history: none, under 3 requests, under 10, under 30, more; judged at the agency, since
/// a new account has no history of its own. This is the agency's Good-Turing chance of a new officer.
/// - Blind spots: takeovers of busy accounts. Known false positives: new officers (they ask for ordinary things).
/// - Complexity: O(1).
package struct FirstSeenSenderDetector: Detector {
  package static let id = "first_seen_sender"
  package static let family = Family.identity
  package static let group = EvidenceGroup.account
  package static let summary = "An account this agency has never or hardly ever used."
  private let look: ListLook
  static let steps = ["new", "few", "some", "known", "busy"]

  package init(_ model: ForgerModel) {
    look = ListLook(Self.id, .senderFamiliarity, Self.steps, model, worldShare: 0.3, from: .agency)
  }

  package func observe(_ request: Request, in context: Context, into sightings: inout Sightings) {
    guard !request.sender.isEmpty else { return sightings.abstain(.notThisKind) }
    let step = FirstSeenSenderDetector.step(context)
    look.observe(step, into: &sightings)
  }

  package func describe(_ request: Request, in context: Context) -> String {
    let history = Int(context.senderHistory.rounded())
    return Self.step(context) == 0
      ? "the first request from this account" : "an account with \(history) earlier requests"
  }

  static func step(_ context: Context) -> Int {
    if context.lineage.sender.activity.recent.isEmpty && context.lineage.sender.lastNight == nil { return 0 }
    let history = context.senderHistory
    return history < 3 ? 1 : history < 10 ? 2 : history < 30 ? 3 : 4
  }
}
