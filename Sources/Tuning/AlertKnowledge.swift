/// What is known of the alerts at one budget: fraud, genuine, or never looked at.
///
/// A request that nobody labelled is taken for legitimate in precision and average precision; here it stands apart, so that
/// the true precision lies between `leastPrecision` and what it would be were all of them forged.
package struct AlertKnowledge: Hashable, Sendable, Codable {
  package var budget: Int
  package var fraudulent: Double
  package var legitimate: Double
  package var unlabelled: Double

  /// Were all unlabelled ones legitimate; not a number without alerts.
  package var leastPrecision: Double { fraudulent / (fraudulent + legitimate + unlabelled) }
  /// Of those that somebody looked at; not a number where nobody did.
  package var labelledPrecision: Double { fraudulent / (fraudulent + legitimate) }
}

extension RankedSample {
  /// The strict top `budget` of every night, by what is known of it; O(n).
  package func knowledge(budget: Int) -> AlertKnowledge {
    var found = AlertKnowledge(budget: budget, fraudulent: 0, legitimate: 0, unlabelled: 0)
    for (row, isAlert) in zip(rows, alerts(budget: budget)) where isAlert {
      if row.isFraudulent {
        found.fraudulent += row.weight
      } else if row.isLabelled {
        found.legitimate += row.weight
      } else {
        found.unlabelled += row.weight
      }
    }
    return found
  }

  /// Requests that nobody labelled, in the weight they stand for.
  package var unlabelledWeight: Double { rows.reduce(0) { $0 + ($1.isLabelled ? 0 : $1.weight) } }
}
