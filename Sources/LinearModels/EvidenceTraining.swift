package import LinearAlgebra

/// Evidence whose truth is known: what a model is trained on.
package struct LabelledEvidence: Sendable {
  /// In bits, one row a request and one column a look, in the order of the hand weights; 0 where a look abstained.
  package var bits: Matrix
  /// 0 legitimate, 1 fraudulent.
  package var labels: [Double]
  /// How many requests each row stands for; nil for 1.
  package var weights: [Double]?
  /// Bits that are added after the model, the sender state's: calibration sees them, the weights do not.
  package var stateBits: [Double]?
  /// Day numbers.
  package var nights: [Int]
  /// The forger's campaign, empty for none.
  package var campaigns: [String]

  package init(
    bits: Matrix, labels: [Double], weights: [Double]? = nil, stateBits: [Double]? = nil, nights: [Int],
    campaigns: [String]
  ) {
    self.bits = bits
    self.labels = labels
    self.weights = weights
    self.stateBits = stateBits
    self.nights = nights
    self.campaigns = campaigns
  }
}

/// The whole way from labelled evidence to weights and a calibrated probability.
///
/// 1. The prior's strength is chosen on later nights than those learned from.
/// 2. Every fold's model scores the nights after it; on those scores, and on no row's own fit, the calibration is chosen.
/// 3. The weights are fitted to all rows.
///
/// With too few labels for one fold the prior keeps strength 1; with too few for a second one the log odds stay as they
/// are. The result says which. Complexity: (strengths + 1) · folds + 1 fits.
package struct EvidenceTraining: Sendable {
  package struct Outcome: Sendable {
    /// With the chosen strength.
    package var regression: EvidenceRegression
    package var fit: LogisticFit
    package var calibration: CalibrationMap
    /// Nil where the labels did not suffice for a single fold.
    package var strength: PriorStrength?
    /// Each form's Brier score on later nights; empty where the labels did not suffice for two folds.
    package var brier: [CalibrationMap.Kind: Double]
  }

  package var handWeights: [EvidenceRegression.HandWeight]
  package var folds: TimeOrderedFolds
  /// The candidates for the prior's strength.
  package var strengths: [Double]
  package var threads: Int

  package init(
    handWeights: [EvidenceRegression.HandWeight], folds: TimeOrderedFolds = TimeOrderedFolds(),
    strengths: [Double] = [0.01, 0.03, 0.1, 0.3, 1, 3, 10, 30, 100], threads: Int = 1
  ) {
    self.handWeights = handWeights
    self.folds = folds
    self.strengths = strengths
    self.threads = threads
  }

  package func train(_ rows: LabelledEvidence) throws(LinearModelError) -> Outcome {
    let sample = try EvidenceRegression.sample(bits: rows.bits, labels: rows.labels, weights: rows.weights)
    if let state = rows.stateBits, state.count != rows.labels.count {
      throw .lengthMismatch(expected: rows.labels.count, found: state.count)
    }
    var regression = EvidenceRegression(handWeights: handWeights, threads: threads)
    var splits: [TimeOrderedFolds.Fold] = []
    do {
      splits = try folds.split(nights: rows.nights, labels: rows.labels, campaigns: rows.campaigns)
    } catch .tooFewFolds {
      // Said by the outcome's missing strength; every other error goes on.
    }
    var strength: PriorStrength?
    if !splits.isEmpty {
      (regression, strength) = try regression.tuned(on: sample, folds: splits, strengths: strengths)
    }
    let (calibration, brier) = try calibrate(regression, sample, stateBits: rows.stateBits, splits)
    return Outcome(
      regression: regression, fit: try regression.fit(sample), calibration: calibration, strength: strength,
      brier: brier)
  }

  /// Chooses the calibration on scores that every fold's model gave to the nights after it.
  private func calibrate(
    _ regression: EvidenceRegression, _ sample: LogisticSample, stateBits: [Double]?, _ splits: [TimeOrderedFolds.Fold]
  ) throws(LinearModelError) -> (CalibrationMap, [CalibrationMap.Kind: Double]) {
    var logOdds: [Double] = []
    var labels: [Double] = []
    var weights: [Double] = []
    var later: [TimeOrderedFolds.Fold] = []
    for fold in splits {
      let fit = try regression.fit(sample.selecting(fold.training))
      let start = labels.count
      let scores = fit.logOdds(sample.design.selectingRows(fold.validation))
      for (row, score) in zip(fold.validation, scores) {
        logOdds.append(score + (stateBits?[row] ?? 0) * EvidenceRegression.natsPerBit)
        labels.append(sample.labels[row])
        weights.append(sample.weight(row))
      }
      later.append(.init(training: Array(0..<start), validation: Array(start..<labels.count)))
    }
    let usable = later.filter { fold in
      [fold.training, fold.validation].allSatisfy { rows in
        [0, 1].allSatisfy { c in rows.contains { labels[$0] == c } }
      }
    }
    guard !usable.isEmpty else { return (.identity, [:]) }
    let rarer = min(labels.count { $0 == 1 }, labels.count { $0 == 0 })
    let kinds = CalibrationMap.Kind.allCases.filter {
      $0 != .isotonic || rarer >= DiscoveryFit.fewestForIsotonic
    }
    return try CalibrationMap.chosen(
      for: CalibrationSample(logOdds: logOdds, labels: labels, weights: weights), folds: usable, kinds: kinds)
  }
}
