/// How much better one model ranks than another, on the same requests.
///
/// Both are measured on the same resamples, so that what makes a campaign easy for both cancels: the interval of the
/// difference is the one to decide by, not whether two intervals overlap.
package struct ModelComparison: Hashable, Sendable, Codable {
  package struct AtBudget: Hashable, Sendable, Codable {
    package var budget: Int
    package var nightlyRecall: Estimate
    package var nightlyCampaignRecall: Estimate
  }

  /// Differences, the first model's figure less the other's.
  package var averagePrecision: Estimate
  package var atBudget: [AtBudget]
  /// Less is better; nil unless both give probabilities.
  package var brier: Estimate?

  /// Whether the first model's average precision is higher beyond the interval.
  package var isBetter: Bool { averagePrecision.low > 0 }
}

extension RankedSample {
  /// Compares this ranking with `other` of the same requests over the same period.
  ///
  /// Campaigns and days have the same numbers in both, since those do not depend on scores. Complexity:
  /// O(n · replicates · budgets).
  package func comparison(
    against other: RankedSample, budgets: [Int] = [5, 10, 20], bootstrap: ClusterBootstrap
  ) throws(TuningError) -> ModelComparison {
    try requireBothClasses()
    guard budgets.allSatisfy({ $0 > 0 }) else { throw .objectiveOutOfRange }
    guard nightCount == other.nightCount, identities == other.identities else { throw .differentRequests }
    let mine = squaredMisses
    let theirs = other.squaredMisses
    return ModelComparison(
      averagePrecision: difference(bootstrap) { averagePrecision($0) - other.averagePrecision($0) },
      atBudget: budgets.map { budget in
        let a = alerts(budget: budget)
        let b = other.alerts(budget: budget)
        return .init(
          budget: budget,
          nightlyRecall: difference(bootstrap) { recall(of: a, $0) - other.recall(of: b, $0) },
          nightlyCampaignRecall: difference(bootstrap) { campaignRecall(of: a, $0) - other.campaignRecall(of: b, $0) })
      },
      brier: mine.flatMap { mine in
        theirs.map { theirs in difference(bootstrap) { mean(mine, $0) - other.mean(theirs, $0) } }
      })
  }

  private func difference(_ bootstrap: ClusterBootstrap, _ measure: (Resample) -> Double) -> Estimate {
    bootstrap.estimate(self, limits: -1...1, measure)
  }

  /// What must be the same in both samples, whatever the scores.
  private var identities: [String] {
    rows.indices.map { i in
      let row = rows[i]
      return "\(row.requestID)\u{0}\(nights[i])\u{0}\(campaigns[i])\u{0}\(row.weight)"
    }.sorted()
  }

  /// Per row the squared difference of probability and truth; nil where a row has no probability.
  private var squaredMisses: [Double]? {
    let known = rows.compactMap(\.probability)
    guard known.count == rows.count else { return nil }
    return zip(known, campaigns).map { p, campaign in campaign < 0 ? p * p : (1 - p) * (1 - p) }
  }

  /// The weighted mean of one value a row.
  func mean(_ values: [Double], _ resample: Resample) -> Double {
    var sum = 0.0
    var total = 0.0
    for i in values.indices {
      let w = resample.weight(i, of: self)
      sum += w * values[i]
      total += w
    }
    return sum / total
  }
}
