import Baselines
package import RequestModel
import Statistics

/// Flags a session through a network that agencies of other countries use, or hardly any.
///
/// Five values: no network recorded, one that the log hardly knows, one of whose past requests at least half came from
/// agencies of this country, at least a tenth, fewer. What country a network serves is learned from the log alone, its
/// share shrunk to a tenth as if by two more requests, so that one request cannot make a network a country's own.
/// - Blind spots: proxies in the agency's country. Known false positives: travel, worldwide providers at first.
/// - Complexity: O(1).
package struct NetworkTerritoryDetector: Detector {
  package static let id = "network_territory"
  package static let family = Family.session
  package static let group = EvidenceGroup.session
  package static let summary = "A network that agencies of this country do not use."
  static let values = ["none", "unknown", "home", "mixed", "abroad"]
  /// A network is known from so many requests on.
  static let known = 3.0
  /// Requests beside those counted, and how many of them came from this country.
  private static let prior = (all: 2.0, here: 0.2)
  private static let memory = Slot(aspect: UInt64(Aspect.networkMemory.rawValue))
  private let look: ListLook

  package init(_ model: ForgerModel) {
    look = ListLook(Self.id, .networkTerritory, Self.values, model, worldShare: 0.3)
  }

  package func observe(_ request: Request, in context: Context, into sightings: inout Sightings) {
    let keys = Self.hashes(request, context)
    look.observe(
      Self.value(keys, context), condition: ChannelGroup(request.channel).rawValue, into: &sightings)
    guard let keys else { return }
    sightings.remember(.networkMemory, value: keys.network, from: .world, upTo: .world)
    sightings.remember(.networkMemory, value: keys.here, from: .world, upTo: .world)
  }

  package func describe(_ request: Request, in context: Context) -> String {
    let network = request.sessionASN.map { "AS\($0)" } ?? ""
    return switch Self.value(Self.hashes(request, context), context) {
    case 0: "no network recorded"
    case 1: "session through \(network), which the log hardly knows"
    case 2: "session through \(network), which serves agencies of this country"
    case 3: "session through \(network), which mostly serves agencies of other countries"
    default: "session through \(network), which hardly any agency of this country uses"
    }
  }

  private static func hashes(_ request: Request, _ context: Context) -> (network: UInt64, here: UInt64)? {
    guard let number = request.sessionASN else { return nil }
    let network = mixed(UInt64(bitPattern: number))
    return (network, network ^ SipHash.fixed.hash(context.country(of: request)))
  }

  private static func value(_ keys: (network: UInt64, here: UInt64)?, _ context: Context) -> Int {
    guard let keys else { return 0 }
    let counts = context.lineage.world.counts
    let unit = context.lineage.factors[3] / Double(Profile.grain)
    let all = Double(counts[memory.key(of: keys.network)]) * unit
    if all < known { return 1 }
    let here = Double(counts[memory.key(of: keys.here)]) * unit
    let share = (here + prior.here) / (all + prior.all)
    return share >= 0.5 ? 2 : share >= 0.1 ? 3 : 4
  }
}
