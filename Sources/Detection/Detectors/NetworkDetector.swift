import Baselines
package import RequestModel
import Statistics

/// Flags a network (autonomous system) that this sender has not come from before.
///
/// Open vocabulary of numbers, apart for mail, portal and paper and for each country: a journey is one surprise, not two.
/// - Blind spots: proxies in the victim's own network. Known false positives: travel, mobile networks, new providers.
/// - Complexity: O(1).
package struct NetworkDetector: Detector {
  package static let id = "session_network"
  package static let family = Family.session
  package static let group = EvidenceGroup.session
  package static let summary = "A network this sender has not come from before."
  private let look: IdentifierLook

  package init(_ model: ForgerModel) { look = IdentifierLook(Self.id, .sessionNetwork, model, upTo: .world) }

  package func observe(_ request: Request, in context: Context, into sightings: inout Sightings) {
    look.observe(
      hash: request.sessionASN.map { mixed(UInt64(bitPattern: $0)) },
      condition: ChannelGroup(request.channel).rawValue
        &+ Int(truncatingIfNeeded: SipHash.fixed.hash(request.sessionCountry) >> 8), in: context, into: &sightings)
  }

  package func describe(_ request: Request, in context: Context) -> String {
    request.sessionASN.map { "network AS\($0)" } ?? "no network recorded"
  }
}
