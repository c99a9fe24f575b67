import Baselines
package import RequestModel

/// Flags a bounce address that does not belong to the account that asked.
///
/// The same six relations as `reply_to`, for `return_path`.
/// - Blind spots: portal requests. Known false positives: mass mailers and forwarding services.
/// - Complexity: O(1).
package struct ReturnPathDetector: Detector {
  package static let id = "return_path"
  package static let family = Family.identity
  package static let group = EvidenceGroup.contact
  package static let summary = "The bounce address does not belong to the account that asked."
  private let look: ListLook

  package init(_ model: ForgerModel) {
    look = ListLook(Self.id, .returnPathRelation, AddressRelation.allCases.map(\.name), model, worldShare: 0.3)
  }

  package func observe(_ request: Request, in context: Context, into sightings: inout Sightings) {
    let relation = AddressRelation(request.returnPath, to: request, in: context)
    look.observe(relation.rawValue, condition: ChannelGroup(request.channel).rawValue, into: &sightings)
  }

  package func describe(_ request: Request, in context: Context) -> String {
    AddressRelation(request.returnPath, to: request, in: context).sentence("bounces", request.returnPath)
  }
}
