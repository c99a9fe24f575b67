import Baselines
package import RequestModel
import Statistics

/// Flags a badge number under a name that is not its holder's.
///
/// Three values: no badge or no name, a badge that this agency has not shown under another name, one that it has shown
/// under other names alone. What is new altogether is for the looks at badges and names to say.
/// - Blind spots: pairs copied from stolen letters. Known false positives: shared badges, marriages, spelling.
/// - Complexity: O(1).
package struct BadgeHolderDetector: Detector {
  package static let id = "badge_holder"
  package static let family = Family.identity
  package static let group = EvidenceGroup.contact
  package static let summary = "A badge number under a name that is not its holder's."
  static let values = ["unknown", "fits", "of_another"]
  private static let memory = Slot(aspect: UInt64(Aspect.badgeHolderMemory.rawValue))
  private static let badges = Slot(aspect: UInt64(Aspect.badge.rawValue))
  private let look: ListLook

  package init(_ model: ForgerModel) {
    look = ListLook(Self.id, .badgeHolder, Self.values, model, worldShare: 0.3)
  }

  package func observe(_ request: Request, in context: Context, into sightings: inout Sightings) {
    let value = Self.value(request, context)
    look.observe(value, into: &sightings)
    if let pair = Self.pair(request) { sightings.remember(.badgeHolderMemory, value: pair, upTo: .agency) }
  }

  package func describe(_ request: Request, in context: Context) -> String {
    switch Self.value(request, context) {
    case 0: "shows no badge number and name together"
    case 1: "shows a badge number that this agency has not shown under another name"
    default: "shows a badge number that this agency knows under another name"
    }
  }

  private static func pair(_ request: Request) -> UInt64? {
    guard let badge = request.badge, let name = request.senderName else { return nil }
    return mixed(badge.low) ^ name.low
  }

  private static func value(_ request: Request, _ context: Context) -> Int {
    guard let pair = pair(request), let badge = request.badge else { return 0 }
    let known = context.lineage.agency.counts
    return known[memory.key(of: pair)] == 0 && known[badges.key(of: badge.low)] > 0 ? 2 : 1
  }
}
