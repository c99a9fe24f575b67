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

  /// Fits `form` to `sample`.
  ///
  /// The sigmoid forms learn from Platt's softened labels, with slopes of at least 0; the isotonic values stay within the
  /// softened ends. Complexity: O(n log n).
  package static func fitted(_ form: Form, to sample: CalibrationSample) throws(LinearModelError) -> CalibrationMap {
    try sample.requireBothClasses()
    switch form {
    case .platt:
      let fit = try sigmoid(sample, columns: sample.logOdds.map { [$0] })
      return .platt(slope: fit.coefficients[0], intercept: fit.intercept)
    case .beta:
      let fit = try sigmoid(
        sample, columns: sample.logOdds.map { [-LogisticLoss.softplus(-$0), LogisticLoss.softplus($0)] })
      return .beta(a: fit.coefficients[0], b: fit.coefficients[1], c: fit.intercept)
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
}
