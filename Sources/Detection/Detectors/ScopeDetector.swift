import Baselines
package import RequestModel

/// Flags a request wider than this sender's requests are, where the log counts how wide they are.
///
/// A scale of 22 steps (absent, 0, 1, 2–3, … doubling), by kind of request.
/// - Blind spots: logs without `scope`. Known false positives: large cases.
/// - Complexity: O(1).
package struct ScopeDetector: Detector {
  package static let id = "scope"
  package static let family = Family.targets
  package static let group = EvidenceGroup.target
  package static let summary = "A request wider, or narrower, than this sender's are."
  private let imitation: HabitVector
  static let steps = 22

  package init(_ model: ForgerModel) { imitation = model.imitation(Self.id) }

  package func observe(_ request: Request, in context: Context, into sightings: inout Sightings) {
    let step = Self.step(of: request)
    sightings.scale(
      .scope, condition: TypeGroup(request.type).rawValue, step: step, size: Self.steps,
      forger: HabitVector(repeating: 1 / Double(Self.steps)), worldShare: 0.8, imitation: imitation)
  }

  /// The place of the scope on the scale.
  static func step(of request: Request) -> Int {
    request.scope.map { 1 + logStep(Double($0), size: steps - 1) } ?? 0
  }

  package func describe(_ request: Request, in context: Context) -> String {
    request.scope.map { "asks across \($0) units of scope" } ?? "gives no scope"
  }
}
