import Baselines
package import RequestModel

/// Flags a number of targets that this sender's requests do not have.
///
/// A scale of twelve steps (none, 1, 2–3, 4–7, … doubling), by kind of request.
/// - Blind spots: single targets, the commonest number. Known false positives: large fraud and ransomware cases.
/// - Complexity: O(1).
package struct TargetCountDetector: Detector {
  package static let id = "target_count"
  package static let family = Family.targets
  package static let group = EvidenceGroup.target
  package static let summary = "A number of targets this sender's requests do not have."
  private let forger: [HabitVector]
  private let imitation: HabitVector
  static let steps = 12

  package init(_ model: ForgerModel) {
    forger = (0..<Self.steps).map {
      model.probability(Self.id, ["none", "one", "few"][min(2, $0)], otherwise: 1 / 12)
        / ($0 < 2 ? 1 : Double(1 << min(6, $0 - 2)))
    }
    imitation = model.imitation(Self.id)
  }

  package func observe(_ request: Request, in context: Context, into sightings: inout Sightings) {
    let step = logStep(Double(request.targets.count), size: Self.steps)
    sightings.scale(
      .targetCount, condition: TypeGroup(request.type).rawValue, step: step, size: Self.steps, forger: forger[step],
      imitation: imitation)
  }

  package func describe(_ request: Request, in context: Context) -> String {
    "asks about \(request.targets.count) target\(request.targets.count == 1 ? "" : "s")"
  }
}
