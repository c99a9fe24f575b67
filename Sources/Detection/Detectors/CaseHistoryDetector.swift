import Baselines
package import RequestModel
import Statistics

/// Flags cases of which the agency has not written before, where most of its letters go on with one.
///
/// Four values: no case number, a new one, one that this sender has used, one that a colleague has.
/// - Blind spots: thieves who continue a correspondence that they find in the mailbox. Known false positives: none; new
///   cases are the rule.
/// - Complexity: O(1).
package struct CaseHistoryDetector: Detector {
  package static let id = "case_history"
  package static let family = Family.ask
  package static let group = EvidenceGroup.letter
  package static let summary = "A case of which this agency has or has not written before."
  static let values = ["none", "new", "own", "colleague"]
  private let look: ListLook

  package init(_ model: ForgerModel) {
    look = ListLook(Self.id, .caseHistory, Self.values, model, worldShare: 0)
  }

  package func observe(_ request: Request, in context: Context, into sightings: inout Sightings) {
    let value = Self.value(request, context)
    look.observe(value, condition: TypeGroup(request.type).rawValue, into: &sightings)
  }

  package func describe(_ request: Request, in context: Context) -> String {
    switch Self.value(request, context) {
    case 0: "gives no case number"
    case 1: "gives a case number that this agency has not used before"
    case 2: "continues a case of this sender's"
    default: "continues a case of a colleague's"
    }
  }

  /// What `RepeatedTargetDetector` remembers of cases serves here, too.
  private static func value(_ request: Request, _ context: Context) -> Int {
    guard let number = request.caseNumber else { return 0 }
    let key = RepeatedTargetDetector.cases.key(of: number.low)
    if context.lineage.sender.counts[key] > 0 { return 2 }
    return context.lineage.agency.counts[key] > 0 ? 3 : 1
  }
}
