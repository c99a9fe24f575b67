import Baselines
import Statistics

/// The shape that looks at links share: whether other agencies show the same, and whether they are old partners.
package struct LinkLook: Sendable {
  private let aspect: Aspect
  private let forger: [HabitVector]
  private let imitation: HabitVector

  /// `values`: the names in the prior's table of none, partners and strangers, and of strangers abroad where these count
  /// apart.
  package init(
    _ id: String, _ aspect: Aspect, _ model: ForgerModel, values: [String] = ["none", "partner", "stranger"]
  ) {
    self.aspect = aspect
    forger = model.table(id, values)
    imitation = model.imitation(id)
  }

  func observe(_ agencies: Int, areAbroad: Bool = false, in context: Context, into sightings: inout Sightings) {
    let value = agencies == 0 ? 0 : context.isPartnered ? 1 : areAbroad ? 3 : 2
    sightings.closed(
      aspect, value: value, size: forger.count, forger: forger[value], worldShare: 0.1, imitation: imitation,
      from: .agency)
    if value >= 2 {
      for partner in context.links.partners.prefix(4) {
        sightings.remember(.partner, value: UInt64(partner), upTo: .agency)
      }
    }
  }

  func describe(_ agencies: Int, _ what: String) -> String {
    agencies == 0
      ? "no other agency shows \(what)"
      : "\(agencies) other agenc\(agencies == 1 ? "y" : "ies") showed \(what) within 30 days"
  }
}

extension Context {
  /// Whether the agency has shared with one of these before, unsuspected.
  var isPartnered: Bool { links.partners.contains { isPartner($0) } }

  /// Whether the agency has shared a target or a contact with this one before, unsuspected.
  func isPartner(_ code: UInt32) -> Bool {
    lineage.agency.counts[Slot(aspect: UInt64(Aspect.partner.rawValue)).key(of: UInt64(code))] > 0
  }
}
