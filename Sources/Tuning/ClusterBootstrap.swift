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
    estimates(sample, limits: [limits]) { [measure($0)] }[0]
  }

  /// The values of several measures, one for each of `limits`, and their intervals over the same resamples.
  func estimates(
    _ sample: RankedSample, limits: [ClosedRange<Double>], _ measure: (Resample) -> [Double]
  ) -> [Estimate] {
    var replicates = [[Double]](repeating: [], count: limits.count)
    forEachResample(of: sample) { resample in
      for (k, value) in measure(resample).enumerated() { replicates[k].append(value) }
    }
    return zip(measure(Resample(whole: sample)), zip(replicates, limits)).map {
      Estimate(value: $0, replicates: $1.0, limits: $1.1)
    }
  }

  /// Hands out the resamples one by one; the same seed gives the same ones.
  func forEachResample(of sample: RankedSample, _ body: (Resample) -> Void) {
    var generator = SeededGenerator(seed: seed)
    for _ in 0..<replicates {
      var campaigns = [Double](repeating: 0, count: sample.campaignCount)
      var days = [Double](repeating: 0, count: sample.nightCount)
      for _ in campaigns { campaigns[generator.below(campaigns.count)] += 1 }
      for _ in days { days[generator.below(days.count)] += 1 }
      body(Resample(of: sample, campaigns: campaigns, days: days))
    }
  }
}

/// How often each campaign and each day was drawn, and so how many requests each row of the sample stands for.
struct Resample {
  let campaigns: [Double]
  let days: [Double]
  let weights: [Double]

  init(whole sample: RankedSample) {
    campaigns = [Double](repeating: 1, count: sample.campaignCount)
    days = [Double](repeating: 1, count: sample.nightCount)
    weights = sample.weights
  }

  init(of sample: RankedSample, campaigns: [Double], days: [Double]) {
    self.campaigns = campaigns
    self.days = days
    var weights = sample.weights
    for i in weights.indices {
      let campaign = sample.campaigns[i]
      weights[i] *= campaign < 0 ? days[sample.nights[i]] : campaigns[campaign]
    }
    self.weights = weights
  }

  /// The campaigns and days that this one left out, once each.
  func complement(in sample: RankedSample) -> Resample {
    Resample(of: sample, campaigns: campaigns.map { $0 == 0 ? 1 : 0 }, days: days.map { $0 == 0 ? 1 : 0 })
  }
}
