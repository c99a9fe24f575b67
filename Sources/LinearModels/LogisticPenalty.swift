/// What a logistic regression pays for its coefficients, beside the loss.
///
/// The intercept is always free.
package enum LogisticPenalty: Hashable, Sendable {
  /// Maximum likelihood; has no finite optimum where a plane separates the classes.
  case none
  /// ½ ‖β‖² / c. `c` weighs the data against the penalty: it is scikit-learn's `C`.
  case ridge(c: Double)
  /// (`l1Ratio` · ‖β‖₁ + (1 − `l1Ratio`) · ½ ‖β‖²) / c; `l1Ratio` in 0 … 1.
  case elasticNet(c: Double, l1Ratio: Double)
  /// An independent prior for each coefficient, in column order.
  case prior([CoefficientPrior])
}

/// A normal prior of one coefficient, cut off below zero where the coefficient may not be negative.
package struct CoefficientPrior: Hashable, Sendable, Codable {
  package var centre: Double
  /// 1 / variance; 0 is a flat prior.
  package var precision: Double
  package var isNonNegative: Bool

  package init(centre: Double, precision: Double, isNonNegative: Bool) {
    self.centre = centre
    self.precision = precision
    self.isNonNegative = isNonNegative
  }
}

/// The penalty that every named one is a case of: Σ_j ½ τ_j (β_j − μ_j)² + λ_j |β_j|, subject to β_j ≥ b_j.
struct SeparablePenalty {
  var precision: [Double]
  var centre: [Double]
  var absolute: [Double]
  var lowerBound: [Double]

  /// Without penalty and bound.
  init(free count: Int) {
    precision = [Double](repeating: 0, count: count)
    centre = precision
    absolute = precision
    lowerBound = [Double](repeating: -.infinity, count: count)
  }

  /// The penalty of `columns` coefficients, with a free intercept after them where there is one.
  init(_ penalty: LogisticPenalty, columns: Int, hasIntercept: Bool) throws(LinearModelError) {
    self.init(free: columns + (hasIntercept ? 1 : 0))
    switch penalty {
    case .none: break
    case .ridge(let c):
      guard c > 0, c.isFinite else { throw .penaltyOutOfRange }
      for j in 0..<columns { precision[j] = 1 / c }
    case .elasticNet(let c, let ratio):
      guard c > 0, c.isFinite, (0...1).contains(ratio) else { throw .penaltyOutOfRange }
      for j in 0..<columns {
        precision[j] = (1 - ratio) / c
        absolute[j] = ratio / c
      }
    case .prior(let priors):
      guard priors.count == columns else { throw .lengthMismatch(expected: columns, found: priors.count) }
      for (j, prior) in priors.enumerated() {
        guard prior.centre.isFinite, prior.precision.isFinite, prior.precision >= 0 else { throw .penaltyOutOfRange }
        precision[j] = prior.precision
        centre[j] = prior.centre
        lowerBound[j] = prior.isNonNegative ? 0 : -.infinity
      }
    }
  }

  /// Whether a plain Newton step solves the quadratic model: nothing is bent at zero and nothing is bounded.
  var isSmooth: Bool { absolute.allSatisfy { $0 == 0 } && lowerBound.allSatisfy { $0 == -.infinity } }

  /// Whether every coefficient but the intercept is drawn to a finite value.
  func isProper(columns: Int) -> Bool { (0..<columns).allSatisfy { precision[$0] > 0 || absolute[$0] > 0 } }

  /// The same penalty for a sample that holds the share `factor` of the rows.
  func scaled(by factor: Double) -> SeparablePenalty {
    var result = self
    for j in precision.indices {
      result.precision[j] *= factor
      result.absolute[j] *= factor
    }
    return result
  }

  /// The nearest coefficients that respect the bounds.
  func feasible(_ x: [Double]) -> [Double] { zip(x, lowerBound).map { max($0, $1) } }

  /// Σ_j ½ τ_j (x_j − μ_j)².
  func smoothValue(_ x: [Double]) -> Double {
    x.indices.reduce(0) { $0 + 0.5 * precision[$1] * (x[$1] - centre[$1]) * (x[$1] - centre[$1]) }
  }

  /// Σ_j λ_j |x_j|.
  func absoluteValue(_ x: [Double]) -> Double { x.indices.reduce(0) { $0 + absolute[$1] * abs(x[$1]) } }

  /// How far coefficient `j` at `x` is from optimal when the smooth part's derivative there is `gradient`: 0 at an optimum.
  ///
  /// The distance from 0 to the subdifferential, the cone of the bound included (the Karush–Kuhn–Tucker conditions).
  func violation(_ j: Int, at x: Double, gradient: Double) -> Double {
    if x <= lowerBound[j] { return max(0, -(gradient + (x >= 0 ? absolute[j] : -absolute[j]))) }
    if x > 0 { return abs(gradient + absolute[j]) }
    if x < 0 { return abs(gradient - absolute[j]) }
    return max(0, abs(gradient) - absolute[j])
  }
}
