/// One line of the trade-off table: what a threshold costs and brings.
package struct TradeOffPoint: Hashable, Sendable, Codable {
  package var threshold: Double
  package var alertsPerNight: Estimate
  package var precision: Estimate
  package var recall: Estimate
  package var campaignRecall: Estimate
  package var falseAlarms: Double
  package var missedRequests: Double
  /// What it means for people.
  package var toll: Toll
}

/// Which threshold stays in force, and why.
package struct ThresholdDecision: Hashable, Sendable, Codable {
  package enum Reason: String, Hashable, Sendable, Codable {
    /// There was no threshold before.
    case first
    /// The new one is better beyond the interval.
    case better
    /// The old one breaks the budget or the precision, beyond the interval.
    case oldBreaksObjective = "old_breaks_objective"
    /// The new one is the old one.
    case same
    /// The gain may be chance: the old one stays.
    case withinChance = "within_chance"
    /// No threshold satisfies the objective: the old one stays.
    case unattainable
  }

  package var objective: ThresholdObjective
  package var reason: Reason
  /// The threshold in force from now on; nil where there was none and none satisfies the objective.
  package var threshold: Double?
  package var old: Double?
  package var candidate: Double?
  /// The gain in the objective's worth, on requests that the choice did not see: recall, or cost saved a fraudulent request.
  package var gain: Estimate?
  package var tradeOff: [TradeOffPoint]

  package var isReplaced: Bool { reason == .first || reason == .better || reason == .oldBreaksObjective }
}

extension RankedSample {
  /// Chooses a threshold under `objective` and holds it against `old`.
  ///
  /// The choice is repeated in every resample, and its gain over the old threshold is measured on the campaigns and days
  /// that the resample left out: a choice made and measured on the same rows would always look like a gain.
  /// Complexity: O(n · replicates).
  package func decideThreshold(
    _ objective: ThresholdObjective, old: Double? = nil,
    tableBudgets: [Double] = [0.05, 0.1, 0.2, 0.5, 1, 2, 3, 5, 10, 20, 50], bootstrap: ClusterBootstrap
  ) throws(TuningError) -> ThresholdDecision {
    try objective.validate()
    try requireBothClasses()
    let whole = Resample(whole: self)
    let candidate = bestThreshold(objective, whole)?.threshold
    var thresholds = tableBudgets.compactMap { bestThreshold(.budget(perNight: $0), whole)?.threshold }
    thresholds += [candidate, old].compactMap(\.self)
    var decision = ThresholdDecision(
      objective: objective, reason: .first, threshold: candidate, old: old, candidate: candidate, gain: nil,
      tradeOff: tradeOff(Array(Set(thresholds)).sorted(by: >), bootstrap))
    guard let candidate else {
      decision.reason = .unattainable
      decision.threshold = old
      return decision
    }
    guard let old else { return decision }
    let comparison = compare(objective, old: old, bootstrap)
    decision.gain = comparison.gain
    if candidate == old {
      decision.reason = .same
    } else if comparison.oldAllowed < 0.025 {
      decision.reason = .oldBreaksObjective
    } else if comparison.gain.low > 0 {
      decision.reason = .better
    } else {
      decision.reason = .withinChance
      decision.threshold = old
    }
    return decision
  }

  /// The gain of choosing anew on rows left out, and the share of resamples in which the old threshold is allowed.
  private func compare(_ objective: ThresholdObjective, old: Double, _ bootstrap: ClusterBootstrap)
    -> (gain: Estimate, oldAllowed: Double)
  {
    var gains: [Double] = []
    var allowed = 0
    bootstrap.forEachResample(of: self) { resample in
      if objective.allows(counts(threshold: old, resample)) { allowed += 1 }
      let left = resample.complement(in: self)
      guard let chosen = bestThreshold(objective, resample), left.campaigns.contains(where: { $0 > 0 }) else { return }
      gains.append(
        objective.worth(counts(threshold: chosen.threshold, left)) - objective.worth(counts(threshold: old, left)))
    }
    let mean = gains.isEmpty ? .nan : gains.reduce(0, +) / Double(gains.count)
    return (Estimate(value: mean, replicates: gains), Double(allowed) / Double(max(1, bootstrap.replicates)))
  }

  /// The table at the given thresholds, all measured on the same resamples.
  ///
  /// Complexity: O((n + rows above the lowest threshold · thresholds) · replicates).
  package func tradeOff(_ thresholds: [Double], _ bootstrap: ClusterBootstrap) -> [TradeOffPoint] {
    let above = thresholds.map { alerts(threshold: $0) }
    let limits: [ClosedRange<Double>] = thresholds.flatMap { _ in [0...Double.infinity, 0...1, 0...1, 0...1] }
    let found = bootstrap.estimates(self, limits: limits) { resample in
      zip(thresholds, above).flatMap { threshold, alerts in
        let counts = counts(threshold: threshold, resample)
        return [counts.alertsPerNight, counts.precision, counts.recall, campaignRecall(of: alerts, resample)]
      }
    }
    let whole = Resample(whole: self)
    return thresholds.indices.map { k in
      let counts = counts(threshold: thresholds[k], whole)
      return TradeOffPoint(
        threshold: thresholds[k], alertsPerNight: found[4 * k], precision: found[4 * k + 1], recall: found[4 * k + 2],
        campaignRecall: found[4 * k + 3], falseAlarms: counts.alerts - counts.caught,
        missedRequests: counts.fraud - counts.caught, toll: toll(threshold: thresholds[k]))
    }
  }
}
