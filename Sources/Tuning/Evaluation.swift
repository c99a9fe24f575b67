/// How well a ranking finds fraud, each figure with a 95 % bootstrap interval over campaigns and days.
package struct Evaluation: Hashable, Sendable, Codable {
  package struct AtBudget: Hashable, Sendable, Codable {
    /// Alerts a night.
    package var budget: Int
    /// By the top `budget` × nights of the whole period.
    package var pooledRecall: Estimate
    package var pooledCampaignRecall: Estimate
    /// By the strict top `budget` of every night.
    package var nightlyRecall: Estimate
    package var nightlyCampaignRecall: Estimate
    /// What a perfect ranking would reach with the strict top of every night.
    package var nightlyRecallCeiling: Double
    package var nightlyCampaignRecallCeiling: Double
    package var nightlyPrecision: Estimate
    /// Median over campaigns, hours from the first request to the first alert; infinite limits are nil.
    package var medianHoursToAlert: Double?
    package var medianHoursToAlertLow: Double?
    package var medianHoursToAlertHigh: Double?
    /// Median over campaigns of the requests that came before the first alert.
    package var medianRequestsBeforeAlert: Estimate
    package var benignShares: [BenignShare]
  }

  /// How much of the alerts one benign scenario takes.
  package struct BenignShare: Hashable, Sendable, Codable {
    package var scenario: String
    package var alerts: Double
    package var share: Estimate
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
    let nightly = alerts(budget: budget)
    let hours = hoursToAlert(nightly)
    let before = requestsBeforeAlert(nightly)
    let median = bootstrap.estimate(self) { self.median(hours, $0) }
    return Evaluation.AtBudget(
      budget: budget,
      pooledRecall: bootstrap.estimate(self) { recall(of: pooledAlerts(budget: budget, $0), $0) },
      pooledCampaignRecall: bootstrap.estimate(self) { campaignRecall(of: pooledAlerts(budget: budget, $0), $0) },
      nightlyRecall: bootstrap.estimate(self) { recall(of: nightly, $0) },
      nightlyCampaignRecall: bootstrap.estimate(self) { campaignRecall(of: nightly, $0) },
      nightlyRecallCeiling: recallCeiling(budget: budget),
      nightlyCampaignRecallCeiling: campaignRecallCeiling(budget: budget),
      nightlyPrecision: bootstrap.estimate(self) { precision(of: nightly, $0) },
      medianHoursToAlert: median.value.isFinite ? median.value : nil,
      medianHoursToAlertLow: median.low.isFinite ? median.low : nil,
      medianHoursToAlertHigh: median.high.isFinite ? median.high : nil,
      medianRequestsBeforeAlert: bootstrap.estimate(self) { self.median(before, $0) },
      benignShares: benignShares(of: nightly, bootstrap))
  }
}
