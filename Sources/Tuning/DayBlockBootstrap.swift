import Statistics

/// Intervals for rates over days that remember each other: whole blocks of consecutive days are drawn.
///
/// Blocks wrap around the end of the period, so that every day is drawn equally often. Source: Politis & Romano (1992),
/// "A circular block-resampling procedure for stationary data".
package struct DayBlockBootstrap: Hashable, Sendable, Codable {
  package var seed: UInt64
  package var replicates: Int
  /// Days in a block; 7 keeps a week's pattern together.
  package var blockLength: Int

  package init(seed: UInt64, replicates: Int = 1000, blockLength: Int = 7) {
    self.seed = seed
    self.replicates = replicates
    self.blockLength = blockLength
  }

  /// Σ events / Σ trials with its interval; not a number, with the interval 0 … 1, where there were no trials.
  ///
  /// Complexity: O(days · replicates).
  package func rate(events: [Double], trials: [Double]) -> Estimate {
    precondition(events.count == trials.count, "one count of events and of trials a day")
    let days = events.count
    guard days > 0 else { return Estimate(value: .nan, replicates: [], limits: 0...1) }
    var generator = SeededGenerator(seed: seed)
    let length = max(1, min(blockLength, days))
    var rates: [Double] = []
    rates.reserveCapacity(replicates)
    for _ in 0..<replicates {
      var drawn = 0
      var event = 0.0
      var trial = 0.0
      while drawn < days {
        let start = generator.below(days)
        for k in 0..<min(length, days - drawn) {
          event += events[(start + k) % days]
          trial += trials[(start + k) % days]
        }
        drawn += length
      }
      rates.append(event / trial)
    }
    return Estimate(value: events.reduce(0, +) / trials.reduce(0, +), replicates: rates, limits: 0...1)
  }
}
