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
  private let look: ListLook
  static let values = ["absent", "failed", "passed"]

  package init(_ model: ForgerModel) {
    look = ListLook(Self.id, .secondFactor, Self.values, model)
  }

  package func observe(_ request: Request, in context: Context, into sightings: inout Sightings) {
    look.observe(Self.value(of: request), condition: ChannelGroup(request.channel).rawValue, into: &sightings)
  }

  /// The place in `values`.
  static func value(of request: Request) -> Int { request.mfa.map { $0 ? 2 : 1 } ?? 0 }

  package func describe(_ request: Request, in context: Context) -> String {
    request.mfa.map { $0 ? "second factor passed" : "no second factor" } ?? "second factor not recorded"
  }
}
