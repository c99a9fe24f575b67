import Foundation

/// The exact interval of a share, of which `successes` in `trials` were seen (Clopper & Pearson 1934).
///
/// It covers the true share with at least the chance `level`, however few the trials; without any it is 0 to 1.
/// Complexity: O(successes) a bisection step.
package func exactBinomialInterval(successes: Int, trials: Int, level: Double = 0.95) -> ClosedRange<Double> {
  precondition(0 <= successes && successes <= trials && 0 < level && level < 1, "not a share of trials")
  let tail = (1 - level) / 2
  // The more failures, the less the share: the upper limit is the lower one of the other side.
  let low = lowerLimit(successes: successes, trials: trials, tail: tail)
  return low...(1 - lowerLimit(successes: trials - successes, trials: trials, tail: tail))
}

/// The share at which as many successes, or more, have the chance `tail`; 0 where there are none.
private func lowerLimit(successes: Int, trials: Int, tail: Double) -> Double {
  if successes == 0 { return 0 }
  var (low, high) = (0.0, 1.0)
  for _ in 0..<60 {
    let middle = (low + high) / 2
    let chance = 1 - binomialDistribution(atMost: successes - 1, trials: trials, share: middle)
    if chance < tail { low = middle } else { high = middle }
  }
  return low
}

/// P(X ≤ k) of a binomial X with a share strictly between 0 and 1; O(k).
private func binomialDistribution(atMost k: Int, trials: Int, share: Double) -> Double {
  if k >= trials { return 1 }
  let n = Double(trials)
  var sum = 0.0
  for i in 0...k {
    let x = Double(i)
    let ways = logGamma(n + 1) - logGamma(x + 1) - logGamma(n - x + 1)
    sum += exp(ways + x * log(share) + (n - x) * log1p(-share))
  }
  return min(1, sum)
}
