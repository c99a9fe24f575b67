import Foundation
import Statistics

/// Whether probabilities mean what they say.
package struct CalibrationQuality: Hashable, Sendable, Codable {
  /// Rows of similar probability, and the share of fraud among them.
  package struct Bin: Hashable, Sendable, Codable {
    package var weight: Double
    package var meanProbability: Double
    package var observedShare: Double
    /// Where the observed share would lie in 95 % of simulations, were every probability right.
    package var bandLow: Double
    package var bandHigh: Double
    package var isInsideBand: Bool { observedShare >= bandLow && observedShare <= bandHigh }
  }

  /// Mean squared difference of probability and truth.
  package var brier: Estimate
  /// Mean negative log-likelihood, in nats; probabilities are kept 10⁻¹⁵ from 0 and 1.
  package var logLoss: Estimate
  package var bins: [Bin]
  /// Mean distance of a bin's observed share from its mean probability, by weight.
  package var expectedCalibrationError: Estimate
  /// What that error would be, on average and at most in 95 % of simulations, were every probability right: it is never 0.
  package var calibrationErrorIfCalibrated: Double
  package var calibrationErrorIfCalibratedLimit: Double
}

extension RankedSample {
  /// Measures the rows' probabilities in `binCount` bins of equal numbers of rows.
  ///
  /// The band simulates labels from the probabilities themselves, row by row. Sources: Brier (1950); Bröcker & Smith
  /// (2007), "Increasing the reliability of reliability diagrams". Complexity: O(n · replicates).
  package func calibrationQuality(binCount: Int = 10, bootstrap: ClusterBootstrap) throws(TuningError)
    -> CalibrationQuality
  {
    guard binCount > 0 else { throw .objectiveOutOfRange }
    let known = rows.compactMap(\.probability)
    guard known.count == rows.count, known.allSatisfy({ $0 >= 0 && $0 <= 1 }) else { throw .unusableProbability }
    let bins = equalBins(known, count: binCount)
    let truth = rows.map { $0.isFraudulent ? 1.0 : 0.0 }
    let squared = zip(known, truth).map { ($0 - $1) * ($0 - $1) }
    let losses = zip(known, truth).map { p, y in
      let q = min(max(p, 1e-15), 1 - 1e-15)
      return y == 1 ? -log(q) : -log1p(-q)
    }
    let whole = Resample(whole: self)
    let weights = whole.weights
    let observed = binned(truth, bins, weights: weights, count: binCount)
    let expected = binned(known, bins, weights: weights, count: binCount)
    let simulated = simulation(known, bins, weights: weights, count: binCount, bootstrap)
    let filled = (0..<binCount).filter { observed.weight[$0] > 0 }
    let nullErrors = simulated.errors.sorted()
    return CalibrationQuality(
      brier: bootstrap.estimate(self) { mean(squared, $0) }, logLoss: bootstrap.estimate(self) { mean(losses, $0) },
      bins: filled.map { b in
        let shares = simulated.shares[b].sorted()
        return CalibrationQuality.Bin(
          weight: observed.weight[b], meanProbability: expected.sum[b] / expected.weight[b],
          observedShare: observed.sum[b] / observed.weight[b],
          bandLow: shares.isEmpty ? 0 : Estimate.quantile(0.025, ofSorted: shares),
          bandHigh: shares.isEmpty ? 1 : Estimate.quantile(0.975, ofSorted: shares))
      },
      expectedCalibrationError: bootstrap.estimate(self) { resample in
        let weights = resample.weights
        return calibrationError(
          binned(truth, bins, weights: weights, count: binCount),
          binned(known, bins, weights: weights, count: binCount))
      },
      calibrationErrorIfCalibrated: nullErrors.isEmpty ? 0 : nullErrors.reduce(0, +) / Double(nullErrors.count),
      calibrationErrorIfCalibratedLimit: nullErrors.isEmpty ? 1 : Estimate.quantile(0.95, ofSorted: nullErrors))
  }

  private typealias Sums = (sum: [Double], weight: [Double])

  /// Per row its bin; rows of one probability share a bin.
  private func equalBins(_ probabilities: [Double], count: Int) -> [Int] {
    let order = rows.indices.sorted { (probabilities[$0], $0) < (probabilities[$1], $1) }
    var bins = [Int](repeating: 0, count: rows.count)
    for (place, i) in order.enumerated() {
      let isTie = place > 0 && probabilities[order[place - 1]] == probabilities[i]
      bins[i] = isTie ? bins[order[place - 1]] : place * count / rows.count
    }
    return bins
  }

  private func binned(_ values: [Double], _ bins: [Int], weights: [Double], count: Int) -> Sums {
    var result: Sums = ([Double](repeating: 0, count: count), [Double](repeating: 0, count: count))
    for i in values.indices {
      result.sum[bins[i]] += weights[i] * values[i]
      result.weight[bins[i]] += weights[i]
    }
    return result
  }

  private func calibrationError(_ observed: Sums, _ expected: Sums) -> Double {
    let total = observed.weight.reduce(0, +)
    return observed.sum.indices.reduce(0) { $0 + abs(observed.sum[$1] - expected.sum[$1]) } / total
  }

  /// Per bin the simulated shares, and per simulation the calibration error, with labels drawn from the probabilities.
  private func simulation(
    _ probabilities: [Double], _ bins: [Int], weights: [Double], count: Int, _ bootstrap: ClusterBootstrap
  ) -> (shares: [[Double]], errors: [Double]) {
    var generator = SeededGenerator(seed: bootstrap.seed).split("reliability")
    let expected = binned(probabilities, bins, weights: weights, count: count)
    var shares = [[Double]](repeating: [], count: count)
    var errors: [Double] = []
    for _ in 0..<bootstrap.replicates {
      let labels = probabilities.map { generator.uniform() < $0 ? 1.0 : 0.0 }
      let drawn = binned(labels, bins, weights: weights, count: count)
      for b in 0..<count where drawn.weight[b] > 0 { shares[b].append(drawn.sum[b] / drawn.weight[b]) }
      errors.append(calibrationError(drawn, expected))
    }
    return (shares, errors)
  }
}
