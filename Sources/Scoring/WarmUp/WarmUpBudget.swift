package import RequestModel
package import Statistics

/// How many quiet requests, over how long, a thief would have to plant before the reference forgery passes unnoticed.
package struct WarmUpBudget: Sendable, Hashable {
  /// How the thief goes about it.
  package enum Manner: String, Sendable, CaseIterable {
    /// Every planted request shows all of his traits.
    case atOnce = "at_once"
    /// One more trait every few requests.
    case oneByOne = "one_by_one"
  }

  /// What one manner and rate came to.
  package struct Plan: Sendable, Hashable {
    package var manner: Manner
    package var perDay: Int
    /// Requests planted until the forgery passed; nil where it did not within the horizon.
    package var requests: Int?
    /// Days that took; nil likewise.
    package var days: Int?
    /// Planted requests that were alerts themselves, and that were held, until then.
    package var alerts: Int
    package var held: Int
  }

  package var agencyID: String
  /// The account that is warmed up: the agency's busiest.
  package var sender: String
  package var night: Night
  /// The forgery as things stand, and the level that it would have to stay below.
  package var evidence: Bits
  package var level: Bits?
  /// Days that every plan was followed for at most.
  package var horizon: Int
  package var plans: [Plan]

  /// Whether the forgery passes without any warm-up.
  package var passesToday: Bool { level.map { evidence < $0 } ?? true }

  /// Whether this agency is easier to poison than another.
  package func precedes(_ other: WarmUpBudget) -> Bool {
    func rank(_ budget: WarmUpBudget) -> (Int, Int, Int, Double) {
      let distance = budget.level.map { budget.evidence.value - $0.value } ?? 0
      if budget.passesToday { return (0, 0, 0, distance) }
      guard let plan = budget.easiest else { return (2, 0, 0, distance) }
      return (1, plan.alerts, plan.days ?? 0, distance)
    }
    let (a, b) = (rank(self), rank(other))
    return a != b ? a < b : agencyID < other.agencyID
  }

  /// The plan that passes with the fewest alerts on the way, then in the fewest days; nil where none does.
  package var easiest: Plan? {
    plans.filter { $0.requests != nil }.min {
      ($0.alerts, $0.days ?? 0, $0.requests ?? 0, $0.perDay) < ($1.alerts, $1.days ?? 0, $1.requests ?? 0, $1.perDay)
    }
  }
}
