import Baselines
package import RequestModel

/// Flags an unusual time since the sender's last request: an account that wakes up, or one that suddenly hurries.
///
/// A scale of sixteen steps, each twice as long: under an hour, one to two hours, … over two years.
/// - Blind spots: senders without a history. Known false positives: return from leave, seasonal units.
/// - Complexity: O(1).
package struct GapDetector: Detector {
  package static let id = "gap"
  package static let family = Family.timing
  package static let group = EvidenceGroup.volume
  package static let summary = "An unusual time since this sender's last request."
  private let forger: [HabitVector]
  private let imitation: HabitVector
  static let steps = 16

  package init(_ model: ForgerModel) {
    forger = (0..<Self.steps).map {
      model.probability(Self.id, $0 == 0 ? "hour" : $0 < 5 ? "day" : $0 < 10 ? "month" : "dormant", otherwise: 1 / 16)
    }
    imitation = model.imitation(Self.id)
  }

  package func observe(_ request: Request, in context: Context, into sightings: inout Sightings) {
    guard let gap = context.earlier.senderGap else { return sightings.abstain(.noHistory) }
    let step = logStep(Double(gap) / 3600, size: Self.steps)
    sightings.scale(.gap, step: step, size: Self.steps, forger: forger[step], imitation: imitation)
  }

  package func describe(_ request: Request, in context: Context) -> String {
    let hours = Double(context.earlier.senderGap ?? 0) / 3600
    return hours < 48
      ? "\(Int(hours.rounded())) hours after the sender's last request"
      : "\(Int((hours / 24).rounded())) days after the sender's last request"
  }
}
