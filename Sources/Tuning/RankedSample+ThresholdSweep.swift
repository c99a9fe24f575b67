extension RankedSample {
  /// The best threshold under `objective`, with its counts: a score that occurs; nil where no threshold is allowed.
  ///
  /// One walk down the sorted rows sees every threshold there is. Of equally good ones the highest is taken: fewer alerts.
  /// Complexity: O(n).
  func bestThreshold(_ objective: ThresholdObjective, _ resample: Resample) -> (threshold: Double, counts: AlertCounts)?
  {
    var counts = noAlerts(resample)
    var best: (threshold: Double, counts: AlertCounts)?
    var bestWorth = -Double.infinity
    for i in rows.indices {
      let w = resample.weights[i]
      counts.alerts += w
      if campaigns[i] >= 0 { counts.caught += w }
      guard endsTie[i], objective.allows(counts) else { continue }
      let worth = objective.worth(counts)
      if worth > bestWorth {
        bestWorth = worth
        best = (scores[i], counts)
      }
    }
    return best
  }

  /// The counts at a threshold: rows of that score or above.
  ///
  /// Complexity: O(n).
  func counts(threshold: Double, _ resample: Resample) -> AlertCounts {
    var counts = noAlerts(resample)
    for i in scores.indices {
      guard scores[i] >= threshold else { break }
      let w = resample.weights[i]
      counts.alerts += w
      if campaigns[i] >= 0 { counts.caught += w }
    }
    return counts
  }

  /// A resample has the nights that it drew, so that its alerts a night compare with the sample's.
  private func noAlerts(_ resample: Resample) -> AlertCounts {
    let fraud = zip(resample.campaigns, campaignWeights).reduce(0) { $0 + $1.0 * $1.1 }
    return AlertCounts(alerts: 0, caught: 0, fraud: fraud, nights: resample.days.reduce(0, +))
  }
}
