import Baselines
package import RequestModel

/// Flags a time span that this sender does not usually ask about.
///
/// A scale of 14 steps (none, a day, 2–3 days, … doubling), by kind of request.
/// - Blind spots: requests without a span. Known false positives: cold cases.
/// - Complexity: O(1).
package struct PeriodDetector: Detector {
  package static let id = "period"
  package static let family = Family.ask
  package static let group = EvidenceGroup.target
  package static let summary = "A time span this sender does not usually ask about."
  private let imitation: HabitVector
  static let steps = 14

  package init(_ model: ForgerModel) { imitation = model.imitation(Self.id) }

  package func observe(_ request: Request, in context: Context, into sightings: inout Sightings) {
    let step = Self.step(of: request)
    sightings.scale(
      .period, condition: TypeGroup(request.type).rawValue, step: step, size: Self.steps,
      forger: HabitVector(repeating: 1 / Double(Self.steps)), worldShare: 0.8, imitation: imitation)
  }

  package func describe(_ request: Request, in context: Context) -> String {
    Self.days(request).map { "asks about \($0) days" } ?? "names no time span"
  }

  /// The place of the span on the scale.
  static func step(of request: Request) -> Int {
    days(request).map { 1 + logStep(Double($0), size: steps - 1) } ?? 0
  }

  private static func days(_ request: Request) -> Int32? {
    guard let start = request.periodStart, let end = request.periodEnd else { return nil }
    return max(0, end.daysSinceEpoch - start.daysSinceEpoch)
  }
}
