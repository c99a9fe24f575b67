package import Statistics

/// Places in a night, and who gets an alert.
package enum Ranking {
  /// Ranks by evidence, ties by request id; an alert needs a place within the budget and a score that is odd enough.
  ///
  /// A campaign takes one place, that of its heaviest member of the night, which has the alert: the others are passed over,
  /// so that a forger cannot fill the night's places with one campaign. O(n log n).
  ///
  /// - Returns: the evidence of those that take the places, the oddest first.
  @discardableResult
  package static func rank(_ assessments: inout [Assessment], settings: ScoringSettings) -> [Bits] {
    var seen: Set<String> = []
    var places: [Bits] = []
    var order = assessments.indices.map { (evidence: assessments[$0].evidence, i: $0) }
    order.sort { a, b in
      a.evidence != b.evidence
        ? a.evidence > b.evidence
        : assessments[a.i].requestID.utf8.lexicographicallyPrecedes(assessments[b.i].requestID.utf8)
    }
    for (rank, i) in order.lazy.map(\.i).enumerated() {
      assessments[i].rank = rank + 1
      assessments[i].isAlert = false
      if let id = assessments[i].campaignID, !seen.insert(id).inserted { continue }
      let isOdd =
        settings.thresholdBits.map { assessments[i].evidence.value >= $0 }
        ?? (assessments[i].pValue <= settings.alertFloor)
      assessments[i].isAlert = places.count < settings.alertBudget && isOdd
      places.append(assessments[i].evidence)
    }
    return places
  }

  /// Gives alerts to requests that came when their nights were closed: by the same rules, with a budget of their own.
  ///
  /// Their places stay 0: those of their nights are taken, and a log that came too late would otherwise raise no alert.
  package static func alertLate(_ late: inout [Assessment], settings: ScoringSettings) {
    var places = late
    rank(&places, settings: settings)
    for i in late.indices { late[i].isAlert = places[i].isAlert }
  }
}
