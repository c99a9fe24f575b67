import Baselines
package import RequestModel

/// Flags a request that came another way than this sender's requests come.
///
/// Closed vocabulary of seven channels, Dirichlet-multinomial over sender, agency, peers and log.
/// - Blind spots: a thief who uses the victim's own channel. Known false positives: an agency's move to the portal.
/// - Complexity: O(1).
package struct ChannelDetector: Detector {
  package static let id = "channel"
  package static let family = Family.ask
  package static let group = EvidenceGroup.ask
  package static let summary = "Came another way than this sender's requests come."
  private let look: ListLook

  package init(_ model: ForgerModel) {
    look = ListLook(Self.id, .channel, Channel.allCases.map(\.name), model)
  }

  package func observe(_ request: Request, in context: Context, into sightings: inout Sightings) {
    let value = Int(request.channel.rawValue)
    look.observe(value, into: &sightings)
  }

  package func describe(_ request: Request, in context: Context) -> String { "came by \(request.channel.name)" }
}
