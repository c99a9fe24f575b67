import Baselines
package import RequestModel

/// Flags a danger that this sender does not usually claim: the traffic unit that suddenly has a kidnapping.
///
/// Closed vocabulary of the 128 sets of dangers, emergencies apart from other requests.
/// - Blind spots: units that handle that danger daily. Known false positives: real, rare crimes.
/// - Complexity: O(1).
package struct EmergencyNatureDetector: Detector {
  package static let id = "emergency_nature"
  package static let family = Family.ask
  package static let group = EvidenceGroup.ask
  package static let summary = "A danger this sender does not usually claim."
  private let perNature: [HabitVector]
  private let imitation: HabitVector

  package init(_ model: ForgerModel) {
    perNature = model.table(Self.id, EmergencyNature.allCases.map(\.name))
    imitation = model.imitation(Self.id)
  }

  package func observe(_ request: Request, in context: Context, into sightings: inout Sightings) {
    var forger = HabitVector(repeating: request.type == .emergency ? 0.1 : 0.9)
    if !request.natures.isEmpty {
      forger = .zero
      for (nature, p) in perNature.enumerated() where request.natures.bits & 1 << UInt16(nature) != 0 { forger += p }
      forger /= Double(request.natures.count * request.natures.count)
    }
    sightings.closed(
      .emergencyNature, condition: TypeGroup(request.type).rawValue, value: Int(request.natures.bits), size: 16,
      forger: forger, worldShare: 0.6, imitation: imitation)
  }

  package func describe(_ request: Request, in context: Context) -> String {
    request.natures.isEmpty
      ? "claims no particular danger"
      : "claims " + request.natures.elements.map { spaced($0.name) }.joined(separator: " and ")
  }
}
