#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Draws of counts and of categories.
extension SeededGenerator {
  /// Poisson: inversion below a mean of 10, else transformed rejection.
  ///
  /// O(mean) below 10, O(1) above. Source: W. Hörmann, "The transformed rejection method for generating Poisson
  /// random variables" (1993), algorithm PTRS.
  package mutating func poisson(mean: Double) -> Int {
    guard mean > 0 else { return 0 }
    if mean < 10 {
      var left = uniform()
      var p = exp(-mean)
      var k = 0
      while left > p, k < 1_000 {
        left -= p
        k += 1
        p *= mean / Double(k)
      }
      return k
    }
    let b = 0.931 + 2.53 * mean.squareRoot()
    let a = -0.059 + 0.02483 * b
    let inverseAlpha = 1.1239 + 1.1328 / (b - 3.4)
    let vr = 0.9277 - 3.6224 / (b - 2)
    while true {
      let u = uniform() - 0.5
      let v = 1 - uniform()
      let us = 0.5 - abs(u)
      let k = ((2 * a / us + b) * u + mean + 0.43).rounded(.down)
      if us >= 0.07, v <= vr { return Int(k) }
      if k < 0 || (us < 0.013 && v > us) { continue }
      if log(v * inverseAlpha / (a / (us * us) + b)) <= k * log(mean) - mean - lgamma(k + 1) { return Int(k) }
    }
  }

  /// Negative binomial with the given mean and dispersion `size`: its variance is mean + mean² / size.
  package mutating func negativeBinomial(mean: Double, size: Double) -> Int {
    guard mean > 0 else { return 0 }
    return poisson(mean: gamma(shape: size, scale: mean / size))
  }

  /// Geometric on 1, 2, 3 …, with the given mean ≥ 1.
  package mutating func geometric(mean: Double) -> Int {
    guard mean > 1 else { return 1 }
    return 1 + Int(min(1e9, log(1 - uniform()) / log(1 - 1 / mean)))
  }

  /// An index with probability in proportion to its weight; O(count).
  ///
  /// The weights are not negative and not all zero.
  package mutating func index(weights: [Double]) -> Int {
    var left = uniform() * weights.reduce(0, +)
    for (i, weight) in weights.enumerated() {
      left -= weight
      if left < 0 { return i }
    }
    return weights.lastIndex { $0 > 0 } ?? 0
  }
}

/// A fixed categorical distribution that is drawn from in constant time.
///
/// Source: M. D. Vose, "A linear algorithm for generating random numbers with a given distribution" (1991).
package struct CategoricalTable: Sendable {
  private var threshold: [Double]
  private var alias: [Int32]

  /// Weights are not negative and not all zero; O(count).
  package init(weights: [Double]) {
    let n = weights.count
    let total = weights.reduce(0, +)
    var scaled = weights.map { $0 * Double(n) / total }
    threshold = [Double](repeating: 1, count: n)
    alias = (0..<n).map { Int32($0) }
    var small = scaled.indices.filter { scaled[$0] < 1 }
    var large = scaled.indices.filter { scaled[$0] >= 1 }
    while let s = small.popLast(), let l = large.last {
      threshold[s] = scaled[s]
      alias[s] = Int32(l)
      scaled[l] -= 1 - scaled[s]
      if scaled[l] < 1 {
        large.removeLast()
        small.append(l)
      }
    }
  }

  /// Zipf's law over ranks 0 ..< `count`: weight (rank + 1)^−exponent.
  package init(zipf exponent: Double, count: Int) {
    self.init(weights: (0..<count).map { pow(Double($0 + 1), -exponent) })
  }

  package var count: Int { threshold.count }

  package func draw(_ random: inout SeededGenerator) -> Int {
    let i = random.below(threshold.count)
    return random.uniform() < threshold[i] ? i : Int(alias[i])
  }
}
