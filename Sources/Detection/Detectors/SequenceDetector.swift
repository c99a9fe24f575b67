import Baselines
package import RequestModel

/// Flags a step that seldom follows the sender's last one: a preservation or a small emergency first, then the harvest.
///
/// Five stages, each by the stage of the account's last request within a month, whatever was thought of that one.
/// What type and number of targets say by themselves other looks have told; `Companions` takes that off.
/// - Blind spots: thieves who ask for all at once, or wait for a month. Known false positives: cases that grow.
/// - Complexity: O(1).
package struct SequenceDetector: Detector {
  package static let id = "sequence"
  package static let family = Family.joint
  package static let group = EvidenceGroup.joint
  package static let summary = "A step that seldom follows this sender's last one: a probe, then the harvest."
  /// Seconds after which the last request says nothing of the next.
  static let reach: Int64 = 30 * 86_400
  private let looks: [ListLook]

  package init(_ model: ForgerModel) {
    looks = Stage.allCases.map { last in
      ListLook(Self.id, .sequence, Stage.allCases.map { Self.value($0, after: last) }, model)
    }
  }

  package func observe(_ request: Request, in context: Context, into sightings: inout Sightings) {
    guard let last = Self.last(context) else { return sightings.abstain(.noHistory) }
    let place = Int(last.rawValue)
    looks[place].observe(Int(Stage(request).rawValue), condition: place, into: &sightings)
  }

  package func describe(_ request: Request, in context: Context) -> String {
    guard let last = Self.last(context) else { return "the first request in a month" }
    return "\(Stage(request).phrase) after \(last.phrase)"
  }

  /// The name of a value in the prior's table.
  static func value(_ stage: Stage, after last: Stage) -> String { "\(stage.name)_after_\(last.name)" }

  private static func last(_ context: Context) -> Stage? {
    guard let gap = context.earlier.senderGap, gap < reach else { return nil }
    return context.earlier.senderStage
  }
}
