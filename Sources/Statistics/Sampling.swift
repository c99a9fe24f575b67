#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Draws from continuous distributions. Parameters must be positive where a scale, shape or rate is asked.
extension SeededGenerator {
  /// Standard normal; Marsaglia's polar method, O(1) expected.
  package mutating func normal() -> Double {
    while true {
      let u = 2 * uniform() - 1
      let v = 2 * uniform() - 1
      let s = u * u + v * v
      if s > 0, s < 1 { return u * (-2 * log(s) / s).squareRoot() }
    }
  }

  package mutating func normal(mean: Double, deviation: Double) -> Double { mean + deviation * normal() }

  /// Exponential with the given mean.
  package mutating func exponential(mean: Double) -> Double { -mean * log(1 - uniform()) }

  /// The exponential of a normal: `median` is its median, `sigma` the deviation of its logarithm.
  package mutating func logNormal(median: Double, sigma: Double) -> Double { median * exp(sigma * normal()) }

  /// Pareto: never below `minimum`, survival (minimum / x)^shape.
  package mutating func pareto(minimum: Double, shape: Double) -> Double {
    minimum * pow(1 - uniform(), -1 / shape)
  }

  /// Gamma with mean `shape` · `scale`.
  ///
  /// Source: G. Marsaglia, W. W. Tsang, "A simple method for generating gamma variables" (2000), with their boost for
  /// shapes below one.
  package mutating func gamma(shape: Double, scale: Double = 1) -> Double {
    guard shape >= 1 else {
      let boost = pow(1 - uniform(), 1 / shape)
      return gamma(shape: shape + 1, scale: scale) * boost
    }
    let d = shape - 1 / 3
    let c = 1 / (9 * d).squareRoot()
    while true {
      let x = normal()
      let root = 1 + c * x
      guard root > 0 else { continue }
      let v = root * root * root
      let u = 1 - uniform()
      if log(u) < 0.5 * x * x + d * (1 - v + log(v)) { return d * v * scale }
    }
  }

  /// Beta with mean a / (a + b), as a ratio of gammas; in [0, 1].
  package mutating func beta(_ a: Double, _ b: Double) -> Double {
    let x = gamma(shape: a)
    let y = gamma(shape: b)
    return x + y > 0 ? x / (x + y) : (chance(a / (a + b)) ? 1 : 0)
  }

  /// Beta by its mean and its concentration a + b.
  package mutating func beta(mean: Double, concentration: Double) -> Double {
    beta(max(1e-3, mean * concentration), max(1e-3, (1 - mean) * concentration))
  }

  /// Dirichlet: shares that sum to one, expected in proportion to `weights`.
  package mutating func dirichlet(_ weights: [Double]) -> [Double] {
    var shares = weights.map { $0 > 0 ? gamma(shape: $0) : 0 }
    let total = shares.reduce(0, +)
    guard total > 0 else { return weights.map { _ in 1 / Double(weights.count) } }
    for i in shares.indices { shares[i] /= total }
    return shares
  }
}
