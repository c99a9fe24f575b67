/// A measured value with a 95 % bootstrap interval.
///
/// Encoded, an infinite limit and a value that is not a number are null.
package struct Estimate: Hashable, Sendable, Codable {
  package var value: Double
  package var low: Double
  package var high: Double

  package init(value: Double, low: Double, high: Double) {
    self.value = value
    self.low = low
    self.high = high
  }

  /// The percentile interval of `replicates` around `value`; replicates that are not a number are left out.
  ///
  /// Without a usable replicate the interval is unbounded within `limits`: nothing is known.
  package init(value: Double, replicates: [Double], limits: ClosedRange<Double> = -(.infinity)...(.infinity)) {
    let sorted = replicates.filter { !$0.isNaN }.sorted()
    self.value = value
    low = sorted.isEmpty ? limits.lowerBound : Estimate.quantile(0.025, ofSorted: sorted)
    high = sorted.isEmpty ? limits.upperBound : Estimate.quantile(0.975, ofSorted: sorted)
  }

  private enum CodingKeys: String, CodingKey { case value, low, high }

  package init(from decoder: any Decoder) throws {
    let fields = try decoder.container(keyedBy: CodingKeys.self)
    value = try fields.decodeIfPresent(Double.self, forKey: .value) ?? .nan
    low = try fields.decodeIfPresent(Double.self, forKey: .low) ?? -.infinity
    high = try fields.decodeIfPresent(Double.self, forKey: .high) ?? .infinity
  }

  package func encode(to encoder: any Encoder) throws {
    var fields = encoder.container(keyedBy: CodingKeys.self)
    try fields.encode(value.isFinite ? value : nil, forKey: .value)
    try fields.encode(low.isFinite ? low : nil, forKey: .low)
    try fields.encode(high.isFinite ? high : nil, forKey: .high)
  }

  /// Linear interpolation between order statistics (Hyndman & Fan 1996, type 7); `sorted` is not empty.
  static func quantile(_ share: Double, ofSorted sorted: [Double]) -> Double {
    let place = share * Double(sorted.count - 1)
    let below = Int(place)
    guard below + 1 < sorted.count else { return sorted[sorted.count - 1] }
    let fraction = place - Double(below)
    // Equal neighbours may be infinite, and ∞ − ∞ is not a number.
    if fraction == 0 || sorted[below] == sorted[below + 1] { return sorted[below] }
    return sorted[below] + fraction * (sorted[below + 1] - sorted[below])
  }
}
