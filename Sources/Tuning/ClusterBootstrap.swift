import Statistics

/// Resamples what is independent: campaigns for fraud, days for genuine traffic.
///
/// Requests of one campaign, or of one day, tell much the same story; drawing single requests would make intervals too
/// narrow. The two draws are stratified: each resample has as many campaigns and as many days as the sample, days without a
/// request among them.
/// Source: Davison & Hinkley (1997), "Bootstrap Methods and their Application", sections 2.4 and 3.8.
package struct ClusterBootstrap: Hashable, Sendable, Codable {
  package var seed: UInt64
  /// 1,000 leave a percentile limit a Monte Carlo error of about a fifteenth of the interval's half width.
  package var replicates: Int

  package init(seed: UInt64, replicates: Int = 1000) {
    self.seed = seed
    self.replicates = replicates
  }

  /// The value of `measure` on the sample, and its interval over the resamples.
  func estimate(
    _ sample: RankedSample, limits: ClosedRange<Double> = 0...1, _ measure: (Resample) -> Double
  ) -> Estimate {
    let value = measure(Resample(whole: sample))
    var values: [Double] = []
    values.reserveCapacity(replicates)
    forEachResample(of: sample) { values.append(measure($0)) }
    return Estimate(value: value, replicates: values, limits: limits)
  }

  /// Hands out the resamples one by one; the same seed gives the same ones.
  func forEachResample(of sample: RankedSample, _ body: (Resample) -> Void) {
    var generator = SeededGenerator(seed: seed)
    for _ in 0..<replicates {
      var resample = Resample(nothingOf: sample)
      for _ in 0..<sample.campaignCount { resample.campaigns[generator.below(sample.campaignCount)] += 1 }
      for _ in 0..<sample.nightCount { resample.days[generator.below(sample.nightCount)] += 1 }
      body(resample)
    }
  }
}

/// How often each campaign and each day was drawn.
struct Resample {
  var campaigns: [Double]
  var days: [Double]

  init(whole sample: RankedSample) {
    campaigns = [Double](repeating: 1, count: sample.campaignCount)
    days = [Double](repeating: 1, count: sample.nightCount)
  }

  init(nothingOf sample: RankedSample) {
    campaigns = [Double](repeating: 0, count: sample.campaignCount)
    days = [Double](repeating: 0, count: sample.nightCount)
  }

  /// The rows that this one left out, once each.
  var complement: Resample {
    var other = self
    other.campaigns = campaigns.map { $0 == 0 ? 1 : 0 }
    other.days = days.map { $0 == 0 ? 1 : 0 }
    return other
  }

  /// How many requests row `i` of the sample stands for.
  func weight(_ i: Int, of sample: RankedSample) -> Double {
    let campaign = sample.campaigns[i]
    return sample.weights[i] * (campaign < 0 ? days[sample.nights[i]] : campaigns[campaign])
  }
}
