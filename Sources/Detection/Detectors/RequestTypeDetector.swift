import Baselines
package import RequestModel

/// Flags a legal basis that this sender rarely claims: the agency of warrants that now sends emergencies.
///
/// Closed vocabulary of eleven types, Dirichlet-multinomial.
/// - Blind spots: agencies that send emergencies anyway. Known false positives: incident surges, new duties.
/// - Complexity: O(1).
package struct RequestTypeDetector: Detector {
  package static let id = "request_type"
  package static let family = Family.ask
  package static let group = EvidenceGroup.ask
  package static let summary = "Claims a legal basis this sender rarely claims."
  private let look: ListLook

  package init(_ model: ForgerModel) {
    look = ListLook(Self.id, .requestType, RequestType.allCases.map(\.name), model)
  }

  package func observe(_ request: Request, in context: Context, into sightings: inout Sightings) {
    let value = Int(request.type.rawValue)
    look.observe(value, into: &sightings)
  }

  package func describe(_ request: Request, in context: Context) -> String { "claims \(request.type.name)" }
}
