package import RequestModel

/// One look at a request: evidence, forger against baseline, or silence with a reason.
///
/// A detector holds no threshold, no learned state and no text of the report: it says what it sees (`Observation`) and
/// how a forger would have come by it; the baselines price it, `Examiner` turns it into bits.
package protocol Detector: Sendable {
  /// Stable: it stands in weights, store and reports.
  static var id: String { get }
  static var family: Family { get }
  /// Looks of one group tell the same story and are discounted together.
  static var group: EvidenceGroup { get }
  /// One sentence for the list of looks.
  static var summary: String { get }
  /// Whether a forger imitates all that the look sees or none of it, rather than each thing by its own chance.
  static var isImitatedWhole: Bool { get }

  init(_ model: ForgerModel)
  func observe(_ request: Request, in context: Context, into sightings: inout Sightings)
  /// What was seen, in a few words; may hold text of the request.
  func describe(_ request: Request, in context: Context) -> String
}

extension Detector {
  package static var isImitatedWhole: Bool { false }
}

package enum Family: String, CaseIterable, Sendable {
  case volume, timing, targets, ask, wording, identity, session, linkage, joint
}

/// Looks that tell one story: what they add together is discounted by how much they repeat each other.
@usableFromInline package enum EvidenceGroup: Int, CaseIterable, Sendable {
  case volume, timing, target, ask, pressure, letter, account, contact, session, linkage, attributes, joint
  package var name: String { EvidenceGroup.names[rawValue] }
  private static let names = EvidenceGroup.allCases.map { "\($0)" }
}

/// The ways in that carry different traces.
package enum ChannelGroup: Int, Sendable {
  case mail, portal, paper
  package init(_ channel: Channel) {
    switch channel {
    case .email: self = .mail
    case .portal, .api: self = .portal
    default: self = .paper
    }
  }
}
