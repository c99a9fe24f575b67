import Baselines
package import RequestModel

/// Flags kinds of target that this sender does not ask about: payments from a unit that asks about telephones.
///
/// Closed vocabulary of nine kinds; a request with several kinds shares the evidence among them.
/// - Blind spots: the platform's usual kind. Known false positives: new kinds of case.
/// - Complexity: O(targets).
package struct TargetTypeDetector: Detector {
  package static let id = "target_type"
  package static let family = Family.targets
  package static let group = EvidenceGroup.target
  package static let summary = "Asks about kinds of target this sender does not ask about."
  private let forger: [HabitVector]
  private let imitation: HabitVector

  package init(_ model: ForgerModel) {
    forger = model.table(Self.id, TargetType.allCases.map(\.name) + ["none"])
    imitation = model.imitation(Self.id)
  }

  package func observe(_ request: Request, in context: Context, into sightings: inout Sightings) {
    let none = TargetType.allCases.count
    var kinds: UInt16 = 0
    for target in request.targets { kinds |= 1 << UInt16(target.type.rawValue) }
    if kinds == 0 { kinds = 1 << UInt16(none) }
    let share = 1 / Double(kinds.nonzeroBitCount)
    for value in 0...none where kinds & 1 << UInt16(value) != 0 {
      sightings.closed(
        .targetType, value: value, size: none + 1, forger: forger[value], worldShare: 0.6, imitation: imitation,
        share: share)
    }
  }

  package func describe(_ request: Request, in context: Context) -> String {
    let kinds = VocabularySet(request.targets.lazy.map(\.type)).elements
    return kinds.isEmpty ? "names no target" : "asks about " + kinds.map(\.name).joined(separator: ", ")
  }
}
