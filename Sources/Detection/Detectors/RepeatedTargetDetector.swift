package import RequestModel
import Baselines
import Statistics

/// Flags a target that was asked about before, by the same sender or elsewhere in the agency.
///
/// Six values: no target, all new, asked before by this sender under the same case, by this sender under another case,
/// by a colleague, by a request of this agency within the month that was suspicious and taught nothing. Genuine
/// follow-ups keep the case number.
/// - Blind spots: first requests. Known false positives: re-sends with a corrected case number.
/// - Complexity: O(targets).
package struct RepeatedTargetDetector: Detector {
  package static let id = "repeated_target"
  package static let family = Family.targets
  package static let group = EvidenceGroup.target
  package static let summary = "A target that was asked about before, under another story."
  private let look: ListLook
  static let values = ["none", "new", "same_case", "sender_again", "colleague", "unlearned"]
  /// A request of more targets is held against what is known, but not remembered: one bulk request would push out the
  /// agency's memory, and the order of targets, which is that of their pseudonyms, must not choose among them.
  static let memorable = 64
  static let memory = Slot(aspect: UInt64(Aspect.targetMemory.rawValue))
  static let cases = Slot(aspect: UInt64(Aspect.caseMemory.rawValue))

  package init(_ model: ForgerModel) {
    look = ListLook(Self.id, .targetRepeat, Self.values, model)
  }

  package func observe(_ request: Request, in context: Context, into sightings: inout Sightings) {
    let value = Self.value(request, context)
    look.observe(value, into: &sightings)
    if request.targets.count <= Self.memorable {
      for target in request.targets { sightings.remember(.targetMemory, value: target.value.low, upTo: .agency) }
    }
    if let number = request.caseNumber { sightings.remember(.caseMemory, value: number.low, upTo: .agency) }
  }

  package func describe(_ request: Request, in context: Context) -> String {
    switch Self.value(request, context) {
    case 0: "names no target"
    case 1: "targets this agency has not asked about before"
    case 2: "a target this sender asked about before under the same case number"
    case 3: "a target this sender asked about before, under another case number"
    case 4: "a target that a colleague of this sender asked about before"
    default: "a target that a suspicious request of this agency asked about within the month"
    }
  }

  static func value(_ request: Request, _ context: Context) -> Int {
    if request.targets.isEmpty { return 0 }
    let (targets, slot, sender) = (request.targets, memory, context.lineage.sender.counts)
    if context.echoes.targetFromSender || targets.contains(where: { sender[slot.key(of: $0.value.low)] > 0 }) {
      guard let number = request.caseNumber else { return 3 }
      return sender[cases.key(of: number.low)] > 0 || context.echoes.caseFromSender ? 2 : 3
    }
    let agency = context.lineage.agency.counts
    if context.echoes.targetFromAgency || targets.contains(where: { agency[slot.key(of: $0.value.low)] > 0 }) {
      return 4
    }
    return context.links.isOwnTarget ? 5 : 1
  }
}
