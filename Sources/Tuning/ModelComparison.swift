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
    let misses = squaredMisses.flatMap { mine in other.squaredMisses.map { (mine, $0) } }
    let cuts = budgets.map { (alerts(budget: $0), other.alerts(budget: $0)) }
    let limits = [ClosedRange<Double>](repeating: -1...1, count: 2 + 2 * budgets.count)
    let found = bootstrap.estimates(self, limits: limits) { resample in
      // The same draw over the other's order of rows.
      let twin = Resample(of: other, campaigns: resample.campaigns, days: resample.days)
      var differences = [averagePrecision(resample) - other.averagePrecision(twin)]
      differences.append(misses.map { mean($0.0, resample) - other.mean($0.1, twin) } ?? .nan)
      for (mine, theirs) in cuts {
        differences.append(recall(of: mine, resample) - other.recall(of: theirs, twin))
        differences.append(campaignRecall(of: mine, resample) - other.campaignRecall(of: theirs, twin))
      }
      return differences
    }
    return ModelComparison(
      averagePrecision: found[0],
      atBudget: budgets.indices.map { k in
        .init(budget: budgets[k], nightlyRecall: found[2 + 2 * k], nightlyCampaignRecall: found[3 + 2 * k])
      },
      brier: misses == nil ? nil : found[1])
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
      let w = resample.weights[i]
      sum += w * values[i]
      total += w
    }
    return sum / total
  }
}
