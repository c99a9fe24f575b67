import Baselines
package import RequestModel
import Statistics

/// Flags a kind of request that is new here as a whole, where nothing of it need be: all the more after a long silence.
///
/// A kind is what a request is, all together: legal basis, kinds of target, whether it wants to locate, to read or to
/// see payments, whether it presses, whether it comes in office hours. Three values: a kind of this sender's, one that
/// only colleagues have filed, one that is new to the agency; by how much is known of the sender and whether the account
/// was silent for a month. What the parts say by themselves other looks have told; `Companions` takes that off.
/// - Blind spots: thieves who file what the victim files. Known false positives: officers with new duties.
/// - Complexity: O(1).
package struct NewKindDetector: Detector {
  package static let id = "new_kind"
  package static let family = Family.joint
  package static let group = EvidenceGroup.joint
  package static let summary = "A kind of request that is new here as a whole, all the more after a long silence."
  static let values = ["own", "colleague", "new"]
  /// Seconds of silence after which an account is dormant.
  static let dormancy: Int64 = 30 * 86_400
  private static let memory = Slot(aspect: UInt64(Aspect.kindMemory.rawValue))
  private let look: ListLook

  package init(_ model: ForgerModel) {
    look = ListLook(Self.id, .kindFamiliarity, Self.values, model, worldShare: 0)
  }

  package func observe(_ request: Request, in context: Context, into sightings: inout Sightings) {
    let kind = Self.kind(of: request, context)
    look.observe(Self.value(kind, context), condition: Self.condition(context), into: &sightings)
    sightings.remember(.kindMemory, value: kind, upTo: .agency)
  }

  package func describe(_ request: Request, in context: Context) -> String {
    let familiarity =
      switch Self.value(Self.kind(of: request, context), context) {
      case 0: "a kind of request that this sender has filed before"
      case 1: "a kind of request that only colleagues of this sender have filed before"
      default: "a kind of request that this agency has not filed before"
      }
    return familiarity + (Self.isDormant(context) ? ", after a month or more of silence" : "")
  }

  /// Basis, target, wishes, pressure and hour as one value.
  private static func kind(of request: Request, _ context: Context) -> UInt64 {
    func wants(_ categories: DataCategory...) -> UInt64 {
      categories.contains(where: request.categories.contains) ? 1 : 0
    }
    // A set: the order of targets is that of their pseudonyms and means nothing.
    let targets = request.targets.reduce(UInt64(0)) { $0 | 1 << UInt64($1.type.rawValue) }
    let wishes = wants(.location, .ipLogs) | wants(.content) << 1 | wants(.payment) << 2
    let hits = request.wording.map { $0.hits(.urgency) + $0.hits(.pressure) + $0.hits(.threat) } ?? 0
    let isOffice = context.local.weekday < 5 && !context.isHoliday && (7..<19).contains(context.local.hour)
    return mixed(
      UInt64(TypeGroup(request.type).rawValue) | wishes << 2 | (hits >= 2 ? 1 << 5 : 0) | (isOffice ? 1 << 6 : 0)
        | targets << 8)
  }

  private static func value(_ kind: UInt64, _ context: Context) -> Int {
    let key = memory.key(of: kind)
    if context.lineage.sender.counts[key] > 0 { return 0 }
    return context.lineage.agency.counts[key] > 0 ? 1 : 2
  }

  private static func isDormant(_ context: Context) -> Bool {
    context.earlier.senderGap.map { $0 >= dormancy } ?? false
  }

  /// How much is known of sender and agency, and whether the account was silent.
  private static func condition(_ context: Context) -> Int {
    func step(_ history: Double) -> Int { history < 1 ? 0 : history < 4 ? 1 : history < 16 ? 2 : 3 }
    return (step(context.senderHistory) * 4 + step(context.agencyHistory / 4)) * 2 + (isDormant(context) ? 1 : 0)
  }
}
