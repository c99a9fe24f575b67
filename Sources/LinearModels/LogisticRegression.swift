import Foundation
package import LinearAlgebra

/// Binary logistic regression: the coefficients that minimise Σ_i w_i · loss_i + penalty.
///
/// - The objective is scikit-learn's, divided by its `C`; the intercept is free.
/// - Convex: the optimum does not depend on the start. The result is a function of the rows in their order, whatever the
///   number of threads; another order of rows changes the last bits of the sums only.
/// - Complexity: O(rows · columns²) a step, five to ten steps, the later ones O(rows · columns).
package struct LogisticRegression: Hashable, Sendable {
  package var penalty: LogisticPenalty
  package var fitsIntercept: Bool
  /// The largest violation of the optimality conditions, in standard errors of the derivative; 10⁻⁹ leaves about nine
  /// digits of every coefficient's own uncertainty.
  package var tolerance: Double
  /// Newton doubles the digits a step: a problem that needs more than 100 has no optimum.
  package var iterationLimit: Int
  /// How many threads walk over the rows; does not change the result.
  package var threads: Int

  package init(
    penalty: LogisticPenalty = .ridge(c: 1), fitsIntercept: Bool = true, tolerance: Double = 1e-9,
    iterationLimit: Int = 100, threads: Int = 1
  ) {
    self.penalty = penalty
    self.fitsIntercept = fitsIntercept
    self.tolerance = tolerance
    self.iterationLimit = iterationLimit
    self.threads = threads
  }

  /// Fits the coefficients to `sample`.
  ///
  /// A sample of one class only is an error where the intercept or a coefficient would run away, that is without a proper
  /// penalty or with an intercept.
  package func fit(_ sample: LogisticSample) throws(LinearModelError) -> LogisticFit {
    let columns = sample.design.columns
    let separable = try SeparablePenalty(penalty, columns: columns, hasIntercept: fitsIntercept)
    let positive = sample.positiveWeight
    if fitsIntercept || !separable.isProper(columns: columns) {
      guard positive > 0, positive < sample.totalWeight else { throw .oneClassOnly }
    }
    let solver = NewtonSolver(
      sample: sample, penalty: separable, hasIntercept: fitsIntercept, tolerance: tolerance,
      iterationLimit: iterationLimit, threads: threads)
    let solution = solver.minimise()
    return LogisticFit(
      coefficients: Array(solution.x[0..<columns]), intercept: fitsIntercept ? solution.x[columns] : 0,
      certificate: solution.certificate)
  }
}

/// What a fit found, and the proof that it is the optimum.
package struct LogisticFit: Hashable, Sendable {
  package var coefficients: [Double]
  /// 0 where none was fitted.
  package var intercept: Double
  package var certificate: OptimalityCertificate

  package init(coefficients: [Double], intercept: Double, certificate: OptimalityCertificate) {
    self.coefficients = coefficients
    self.intercept = intercept
    self.certificate = certificate
  }

  /// The log odds of each row (natural logarithm), offsets left out.
  package func logOdds(_ design: Matrix) -> [Double] { design.times(coefficients).map { $0 + intercept } }

  /// The probability of the positive class of each row.
  package func probabilities(_ design: Matrix) -> [Double] { logOdds(design).map(LogisticLoss.probability) }
}

/// How near a point is to the optimum of a convex problem.
package struct OptimalityCertificate: Hashable, Sendable, Codable {
  package enum Status: String, Hashable, Sendable, Codable {
    /// The optimality conditions hold to the tolerance.
    case converged
    /// A plane separates the classes and nothing holds the coefficients: they were still growing.
    case separable
    /// The objective could not be lowered in floating point before the tolerance was met.
    case stalled
    case iterationLimit
  }

  package var status: Status
  package var iterations: Int
  /// Loss plus penalty, in nats.
  package var objective: Double
  /// The largest distance of a derivative from the subdifferential that optimality asks for.
  package var largestViolation: Double
  /// The same in standard errors of the derivative, which depends on no unit of measurement.
  package var standardisedViolation: Double
  /// By how much the second-order model could still be lowered, in nats: an estimate of objective − optimum.
  package var gap: Double

  private enum CodingKeys: String, CodingKey {
    case status, iterations, objective, gap
    case largestViolation = "largest_violation"
    case standardisedViolation = "standardised_violation"
  }

  package init(
    status: Status, iterations: Int, objective: Double, largestViolation: Double, standardisedViolation: Double,
    gap: Double
  ) {
    self.status = status
    self.iterations = iterations
    self.objective = objective
    self.largestViolation = largestViolation
    self.standardisedViolation = standardisedViolation
    self.gap = gap
  }
}
