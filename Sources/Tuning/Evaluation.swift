/// How well a ranking finds fraud, each figure with a 95 % bootstrap interval over campaigns and days.
package struct Evaluation: Hashable, Sendable, Codable {
  package struct AtBudget: Hashable, Sendable, Codable {
    /// Alerts a night.
    package var budget: Int
    /// By the top `budget` × nights of the whole period.
    package var pooledRecall: Estimate
    package var pooledCampaignRecall: Estimate
    /// What a perfect ranking would reach with the strict top of every night.
    package var nightlyRecallCeiling: Double
    package var nightlyCampaignRecallCeiling: Double
    /// By the strict top `budget` of every night.
    package var nightly: AlertQuality
  }

  package struct PrecisionAt: Hashable, Sendable, Codable {
    package var count: Int
    package var precision: Estimate
  }

  package var requests: Int
  package var fraudulentRequests: Int
  package var campaigns: Int
  package var nights: Int
  /// The share of fraud, which a coin's average precision would be.
  package var prevalence: Double
  package var averagePrecision: Estimate
  package var precisionAt: [PrecisionAt]
  package var atBudget: [AtBudget]
}

extension RankedSample {
  /// Measures the ranking at the given alert budgets and list lengths.
  ///
  /// Complexity: O(n · replicates · (budgets + lengths)).
  package func evaluation(
    budgets: [Int] = [5, 10, 20], lengths: [Int] = [20, 50, 100], bootstrap: ClusterBootstrap
  ) throws(TuningError) -> Evaluation {
    try requireBothClasses()
    guard (budgets + lengths).allSatisfy({ $0 > 0 }) else { throw .objectiveOutOfRange }
    return Evaluation(
      requests: rows.count, fraudulentRequests: rows.count { $0.isFraudulent }, campaigns: campaignCount,
      nights: nightCount, prevalence: prevalence,
      averagePrecision: bootstrap.estimate(self) { averagePrecision($0) },
      precisionAt: lengths.map { k in
        .init(count: k, precision: bootstrap.estimate(self) { precision(first: k, $0) })
      },
      atBudget: budgets.map { atBudget($0, bootstrap) })
  }

  private func atBudget(_ budget: Int, _ bootstrap: ClusterBootstrap) -> Evaluation.AtBudget {
    let pooled = bootstrap.estimates(self, limits: [0...1, 0...1]) { resample in
      let alerts = pooledAlerts(budget: budget, resample)
      return [recall(of: alerts, resample), campaignRecall(of: alerts, resample)]
    }
    return Evaluation.AtBudget(
      budget: budget, pooledRecall: pooled[0], pooledCampaignRecall: pooled[1],
      nightlyRecallCeiling: recallCeiling(budget: budget),
      nightlyCampaignRecallCeiling: campaignRecallCeiling(budget: budget),
      nightly: quality(of: alerts(budget: budget), bootstrap))
  }
}
