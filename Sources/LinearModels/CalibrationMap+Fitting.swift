import Foundation
import LinearAlgebra

/// What a calibration is fitted to: natural log odds with their truth.
package struct CalibrationSample: Sendable {
  package let logOdds: [Double]
  /// 0 or 1.
  package let labels: [Double]
  package let weights: [Double]

  package init(logOdds: [Double], labels: [Double], weights: [Double]? = nil) throws(LinearModelError) {
    for count in [labels.count, weights?.count ?? logOdds.count] where count != logOdds.count {
      throw .lengthMismatch(expected: logOdds.count, found: count)
    }
    guard !logOdds.isEmpty else { throw .noRows }
    guard logOdds.allSatisfy(\.isFinite) else { throw .notFinite }
    guard labels.allSatisfy({ $0 == 0 || $0 == 1 }) else { throw .labelOutOfRange }
    guard weights?.allSatisfy({ $0 >= 0 && $0.isFinite }) ?? true else { throw .negativeWeight }
    self.logOdds = logOdds
    self.labels = labels
    self.weights = weights ?? [Double](repeating: 1, count: logOdds.count)
  }

  package func selecting(_ rows: [Int]) throws(LinearModelError) -> CalibrationSample {
    try CalibrationSample(
      logOdds: rows.map { logOdds[$0] }, labels: rows.map { labels[$0] }, weights: rows.map { weights[$0] })
  }

  /// The weighted mean squared difference of probability and truth under `map`.
  package func brier(_ map: CalibrationMap) -> Double {
    var sum = 0.0
    var total = 0.0
    for i in logOdds.indices {
      let miss = map.probability(logOdds[i]) - labels[i]
      sum += weights[i] * miss * miss
      total += weights[i]
    }
    return sum / total
  }

  /// The probabilities that Platt gives to a certain miss and a certain hit: no finite sample proves either.
  var softEnds: (negative: Double, positive: Double) {
    let positive = zip(labels, weights).reduce(0) { $0 + $1.0 * $1.1 }
    let negative = weights.reduce(0, +) - positive
    return (1 / (negative + 2), (positive + 1) / (positive + 2))
  }

  func requireBothClasses() throws(LinearModelError) {
    let positive = zip(labels, weights).contains { $0 == 1 && $1 > 0 }
    let negative = zip(labels, weights).contains { $0 == 0 && $1 > 0 }
    guard positive, negative else { throw .oneClassOnly }
  }
}

extension CalibrationMap {
  /// How firmly slopes are held at 1, in the information of one request at even odds: enough to settle collinear columns.
  private static let slopePrecision = 1e-3

  /// Fits the form `kind` to `sample`.
  ///
  /// The sigmoid forms learn from Platt's softened labels, with slopes of at least 0; the isotonic values stay within the
  /// softened ends. Complexity: O(n log n).
  package static func fitted(_ kind: Kind, to sample: CalibrationSample) throws(LinearModelError) -> CalibrationMap {
    try sample.requireBothClasses()
    switch kind {
    case .identity: return .identity
    case .platt:
      let fit = try sigmoid(sample, columns: sample.logOdds.map { [$0] })
      return .platt(slope: fit.coefficients[0], intercept: fit.intercept)
    case .beta:
      let fit = try sigmoid(
        sample, columns: sample.logOdds.map { [-LogisticLoss.softplus(-$0), LogisticLoss.softplus($0)] })
      return .beta(a: fit.coefficients[0], b: fit.coefficients[1], c: fit.intercept)
    case .floored:
      return try DiscoveryFit(
        logOdds: sample.logOdds, known: sample.labels.map { $0 == 1 ? .fraudulent : .legitimate },
        weights: sample.weights
      ).map
    case .isotonic:
      let ends = sample.softEnds
      return .isotonic(
        IsotonicKnots(
          x: sample.logOdds, y: sample.labels, weights: sample.weights, limits: ends.negative...ends.positive))
    }
  }

  private static func sigmoid(_ sample: CalibrationSample, columns: [[Double]]) throws(LinearModelError) -> LogisticFit
  {
    let ends = sample.softEnds
    let soft = sample.labels.map { $0 == 1 ? ends.positive : ends.negative }
    let prior = CoefficientPrior(centre: 1, precision: slopePrecision, isNonNegative: true)
    let rows = try LogisticSample(design: Matrix(columns), labels: soft, weights: sample.weights)
    return try LogisticRegression(penalty: .prior(columns[0].map { _ in prior })).fit(rows)
  }

  /// The form whose Brier score on later nights is least, fitted to the whole sample, and what every form measured.
  ///
  /// Each fold fits on its training rows and measures on its validation rows; a form that is not better than a plainer one
  /// is not taken. Complexity: O(folds · forms · n log n).
  package static func chosen(
    for sample: CalibrationSample, folds: [TimeOrderedFolds.Fold], kinds: [Kind] = Kind.allCases
  ) throws(LinearModelError) -> (map: CalibrationMap, brier: [Kind: Double]) {
    guard !kinds.isEmpty else { throw .noCandidates }
    guard !folds.isEmpty else { throw .tooFewFolds }
    var brier: [Kind: Double] = [:]
    var best: Kind?
    for kind in Kind.allCases where kinds.contains(kind) {
      var sum = 0.0
      var total = 0.0
      for fold in folds {
        let map = try fitted(kind, to: sample.selecting(fold.training))
        let validation = try sample.selecting(fold.validation)
        let weight = validation.weights.reduce(0, +)
        sum += weight * validation.brier(map)
        total += weight
      }
      let mean = sum / total
      brier[kind] = mean
      if best.map({ mean < brier[$0]! }) ?? true { best = kind }
    }
    return (try fitted(best!, to: sample), brier)
  }
}
