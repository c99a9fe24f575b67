import Foundation

/// The negative-binomial distribution of one size (variance mean + mean²/size) and any mean.
///
/// The Gamma-Poisson mixture: Greenwood & Yule 1920. The part of a probability that the mean has nothing to do with is
/// worked out once for small counts.
package struct NegativeBinomial: Sendable {
  package let size: Double
  /// log of Γ(k + size) / (Γ(size) · k!), by k.
  private let ways: [Double]

  /// - Parameter size: above zero.
  package init(size: Double) {
    self.size = size
    ways = (0..<64).map { NegativeBinomial.ways($0, size) }
  }

  private static func ways(_ k: Int, _ size: Double) -> Double {
    logGamma(Double(k) + size) - logGamma(size) - logGamma(Double(k) + 1)
  }

  /// log2 of the probability of `k` ≥ 0 where the mean is `mean` > 0; O(1).
  package func log2Probability(of k: Int, mean: Double) -> Double {
    let natural =
      (k < ways.count ? ways[k] : NegativeBinomial.ways(k, size)) - size * log1p(mean / size)
      + Double(k) * Foundation.log(mean / (size + mean))
    return natural * 1.442_695_040_888_963_4
  }
}

/// log Γ(x) for x > 0, by Lanczos' approximation (g = 7, nine terms), relative error below 1e-13.
///
/// Written here because the C library's `lgamma` writes a global sign and differs between libraries.
package func logGamma(_ x: Double) -> Double {
  if x < 0.5 { return Foundation.log(Double.pi / sin(Double.pi * x)) - logGamma(1 - x) }
  let z = x - 1
  let t = z + 7.5
  var sum = 0.999_999_999_999_809_93
  sum += 676.520_368_121_885_1 / (z + 1)
  sum -= 1_259.139_216_722_402_8 / (z + 2)
  sum += 771.323_428_777_653_13 / (z + 3)
  sum -= 176.615_029_162_140_6 / (z + 4)
  sum += 12.507_343_278_686_905 / (z + 5)
  sum -= 0.138_571_095_265_720_12 / (z + 6)
  sum += 9.984_369_578_019_571_6e-6 / (z + 7)
  sum += 1.505_632_735_149_311_6e-7 / (z + 8)
  return 0.918_938_533_204_672_7 + (z + 0.5) * Foundation.log(t) - t + Foundation.log(sum)
}

/// log2(1 + 2^x) without overflow.
package func log2OnePlusExp2(_ x: Double) -> Double {
  max(0, x) + log1p(exp2(-abs(x))) * 1.442_695_040_888_963_4
}

/// The probability whose log2 odds are `bits`.
package func probability(ofLog2Odds bits: Double) -> Double {
  bits >= 0 ? 1 / (1 + exp2(-bits)) : exp2(bits) / (1 + exp2(bits))
}

/// The log2 odds of probability `p` in (0, 1).
package func log2Odds(_ p: Double) -> Double { Foundation.log2(p / (1 - p)) }
