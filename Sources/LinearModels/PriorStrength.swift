import LinearAlgebra

/// How firmly the prior should hold, chosen on later nights than those learned from.
package struct PriorStrength: Hashable, Sendable {
  /// One candidate and what it measured.
  package struct Trial: Hashable, Sendable, Codable {
    /// The factor on every coefficient's precision.
    package var strength: Double
    /// Mean log-loss over all validation rows, in nats.
    package var loss: Double
    /// Its difference from the best candidate's, and that difference's standard error over the folds.
    package var excess: Double
    package var excessError: Double
  }

  package var chosen: Double
  /// In rising order of strength.
  package var trials: [Trial]

  /// Fits every candidate on every fold's training rows and measures it on the validation rows.
  ///
  /// The strongest prior is chosen that is no worse than the best candidate by more than one standard error of their
  /// difference (Breiman et al. 1984, with the difference in place of the level: folds differ more than candidates do, and
  /// that cancels). Where a documented strength is among the candidates it stays unless the best one beats it by more than
  /// two standard errors. Complexity: candidates · folds fits.
  package static func chosen(
    from strengths: [Double], for sample: LogisticSample, folds: [TimeOrderedFolds.Fold], documented: Double? = nil,
    fit: (LogisticSample, Double) throws(LinearModelError) -> LogisticFit
  ) throws(LinearModelError) -> PriorStrength {
    let strengths = strengths.sorted()
    guard !strengths.isEmpty, strengths.allSatisfy({ $0 > 0 && $0.isFinite }) else { throw .noCandidates }
    guard !folds.isEmpty else { throw .tooFewFolds }
    var losses: [[Double]] = []  // a candidate, a fold
    for strength in strengths {
      var row: [Double] = []
      for fold in folds {
        let found = try fit(sample.selecting(fold.training), strength)
        let validation = sample.selecting(fold.validation)
        row.append(validation.meanLoss(found))
      }
      losses.append(row)
    }
    let weights = folds.map { sample.selecting($0.validation).totalWeight }
    let total = weights.reduce(0, +)
    func mean(_ values: [Double]) -> Double { zip(values, weights).reduce(0) { $0 + $1.0 * $1.1 } / total }
    let means = losses.map(mean)
    // Of equal means the strongest prior is the best.
    let best = means.indices.min { (means[$0], -$0) < (means[$1], -$1) }!
    let trials = strengths.indices.map { k in
      let differences = zip(losses[k], losses[best]).map { $0 - $1 }
      let centre = mean(differences)
      // The variance of a weighted mean of independent folds.
      let spread = zip(differences, weights).reduce(0) { $0 + $1.1 * $1.1 * ($1.0 - centre) * ($1.0 - centre) }
      let correction = folds.count > 1 ? Double(folds.count) / Double(folds.count - 1) : 0
      return Trial(
        strength: strengths[k], loss: means[k], excess: centre,
        excessError: (correction * spread).squareRoot() / total)
    }
    let stated = trials.first { $0.strength == documented }
    let chosen =
      stated.map { $0.excess <= 2 * $0.excessError ? $0 : trials[best] }
      ?? trials.last { $0.excess <= $0.excessError } ?? trials[best]
    return PriorStrength(chosen: chosen.strength, trials: trials)
  }
}

extension LogisticSample {
  /// The weighted mean loss of these rows under a fit, offsets included, in nats.
  package func meanLoss(_ fit: LogisticFit) -> Double {
    let logOdds = zip(fit.logOdds(design), 0..<design.rows).map { $0 + offset($1) }
    return LogisticLoss.mean(logOdds: logOdds, labels: labels, weights: weights)
  }
}
