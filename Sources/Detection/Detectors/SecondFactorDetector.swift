import Baselines
package import RequestModel

/// Flags a session without the second factor that this sender otherwise passes.
///
/// Three values (not recorded, not passed, passed), apart for mail, portal and paper.
/// - Blind spots: stolen sessions that were authenticated already. Known false positives: a lost telephone.
/// - Complexity: O(1).
package struct SecondFactorDetector: Detector {
  package static let id = "second_factor"
  package static let family = Family.session
  package static let group = EvidenceGroup.session
  package static let summary = "No second factor where this sender passes one."
  private let forger: [HabitVector]
  private let imitation: HabitVector
  static let values = ["absent", "failed", "passed"]

  package init(_ model: ForgerModel) {
    forger = model.table(Self.id, Self.values)
    imitation = model.imitation(Self.id)
  }

  package func observe(_ request: Request, in context: Context, into sightings: inout Sightings) {
    let value = request.mfa.map { $0 ? 2 : 1 } ?? 0
    sightings.closed(
      .secondFactor, condition: ChannelGroup(request.channel).rawValue, value: value, size: 3, forger: forger[value],
      imitation: imitation)
  }

  package func describe(_ request: Request, in context: Context) -> String {
    request.mfa.map { $0 ? "second factor passed" : "no second factor" } ?? "second factor not recorded"
  }
}
