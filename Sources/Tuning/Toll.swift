/// What a threshold costs people over the period, both ways: who is exposed, and who waits.
package struct Toll: Hashable, Sendable, Codable {
  /// Accounts that forged requests below the threshold asked about: their data go out.
  package var peopleDisclosed: Double
  /// Genuine emergencies at the threshold or above: they wait for the call-back.
  package var emergenciesDelayed: Double
}

extension RankedSample {
  /// Complexity: O(n).
  package func toll(threshold: Double) -> Toll {
    var toll = Toll(peopleDisclosed: 0, emergenciesDelayed: 0)
    for row in rows {
      if row.isFraudulent, row.score < threshold { toll.peopleDisclosed += row.weight * Double(row.people) }
      if !row.isFraudulent, row.isEmergency, row.score >= threshold { toll.emergenciesDelayed += row.weight }
    }
    return toll
  }
}
