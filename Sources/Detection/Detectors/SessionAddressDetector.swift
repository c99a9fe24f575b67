import Baselines
package import RequestModel
import Statistics

/// Values a session address that this sender has used before: hard to borrow, easy to check.
///
/// Open vocabulary of keyed addresses, sender and agency, apart for mail, portal and paper and for each network.
/// - Blind spots: dynamic addresses teach it to expect novelty, and then it says little. Known false positives: few.
/// - Complexity: O(1).
package struct SessionAddressDetector: Detector {
  package static let id = "session_address"
  package static let family = Family.session
  package static let group = EvidenceGroup.session
  package static let summary = "An internet address this sender has not come from before."
  private let look: IdentifierLook

  package init(_ model: ForgerModel) { look = IdentifierLook(Self.id, .sessionAddress, model) }

  package func observe(_ request: Request, in context: Context, into sightings: inout Sightings) {
    look.observe(
      hash: request.sessionIP?.low,
      condition: ChannelGroup(request.channel).rawValue
        &+ Int(truncatingIfNeeded: mixed(UInt64(bitPattern: request.sessionASN ?? -1)) >> 8), in: context,
      into: &sightings)
  }

  package func describe(_ request: Request, in context: Context) -> String {
    request.sessionIP == nil ? "no address recorded" : "this internet address"
  }
}
