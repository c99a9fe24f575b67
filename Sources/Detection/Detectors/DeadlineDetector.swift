import Baselines
package import RequestModel

/// Flags a reply time that this sender does not usually demand, in the form or in the letter itself.
///
/// A scale of 17 steps (none, under a minute, … doubling to over three weeks), by kind of request. Where the form has no
/// deadline the shortest one in the text counts.
/// - Blind spots: units that always write "at once". Known false positives: genuine emergencies.
/// - Complexity: O(1).
package struct DeadlineDetector: Detector {
  package static let id = "deadline"
  package static let family = Family.ask
  package static let group = EvidenceGroup.pressure
  package static let summary = "A reply time this sender does not usually demand."
  private let forger: [HabitVector]
  private let imitation: HabitVector
  static let steps = 17

  package init(_ model: ForgerModel) {
    forger = (0..<Self.steps).map {
      model.probability(
        Self.id, $0 == 0 ? "none" : $0 < 8 ? "hour" : $0 < 12 ? "day" : "days", otherwise: 1 / 17)
    }
    imitation = model.imitation(Self.id)
  }

  package func observe(_ request: Request, in context: Context, into sightings: inout Sightings) {
    let step = Self.minutes(request).map { 1 + logStep(Double($0), size: Self.steps - 1) } ?? 0
    sightings.scale(
      .deadline, condition: TypeGroup(request.type).rawValue, step: step, size: Self.steps, forger: forger[step],
      worldShare: 0.6, imitation: imitation)
  }

  package func describe(_ request: Request, in context: Context) -> String {
    Self.minutes(request).map {
      $0 < 180 ? "demands an answer in \($0) minutes" : "demands an answer in \($0 / 60) hours"
    }
      ?? "demands no reply time"
  }

  private static func minutes(_ request: Request) -> Int64? {
    request.deadlineMinutes ?? request.wording?.demandedMinutes.map(Int64.init)
  }
}
