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
    var generator = BootstrapGenerator(seed: seed)
    for _ in 0..<replicates {
      var resample = Resample(nothingOf: sample)
      for _ in 0..<sample.campaignCount { resample.campaigns[generator.index(below: sample.campaignCount)] += 1 }
      for _ in 0..<sample.nightCount { resample.days[generator.index(below: sample.nightCount)] += 1 }
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

/// SplitMix64 (Steele, Lea & Flood 2014): one 64-bit word of state, the same numbers for the same seed everywhere.
struct BootstrapGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }

  /// Uniform in 0 ..< `bound`, by the high half of a product; the bias is below `bound` / 2⁶⁴.
  mutating func index(below bound: Int) -> Int { Int(next().multipliedFullWidth(by: UInt64(bound)).high) }

  /// Uniform in 0 ..< 1.
  mutating func uniform() -> Double { Double(next() >> 11) / 9_007_199_254_740_992 }
}
