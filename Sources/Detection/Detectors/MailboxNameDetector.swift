import Baselines
package import RequestModel

/// Flags a letter signed by somebody whose name the mailbox does not bear.
///
/// Three values: no name or no address to compare, a mailbox that bears the name, one that does not.
/// - Blind spots: thieves who sign as the victim; portals without addresses. Known false positives: mailboxes of a unit,
///   names after marriage.
/// - Complexity: O(1).
package struct MailboxNameDetector: Detector {
  package static let id = "mailbox_name"
  package static let family = Family.identity
  package static let group = EvidenceGroup.contact
  package static let summary = "Signed by somebody whose name the mailbox does not bear."
  static let values = ["unknown", "bears", "other"]
  private let look: ListLook

  package init(_ model: ForgerModel) {
    look = ListLook(Self.id, .mailboxName, Self.values, model, worldShare: 0.3)
  }

  package func observe(_ request: Request, in context: Context, into sightings: inout Sightings) {
    let value = request.mailboxBearsName.map { $0 ? 1 : 2 } ?? 0
    look.observe(value, into: &sightings)
  }

  package func describe(_ request: Request, in context: Context) -> String {
    switch request.mailboxBearsName {
    case nil: "no name, or no address, to compare with the other"
    case true?: "the mailbox bears the officer's name"
    case false?: "the mailbox does not bear the officer's name"
    }
  }
}
