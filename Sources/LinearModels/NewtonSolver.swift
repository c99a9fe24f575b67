import Foundation
import LinearAlgebra

/// Proximal Newton (iteratively reweighted least squares) with a backtracking line search.
///
/// Each step minimises the second-order model of the loss plus the whole penalty, by Cholesky where the penalty is smooth,
/// by `BoundedQuadratic` where it bends or is bounded. Long samples start from the optimum of every 16th row, which leaves
/// two or three walks over the whole. Near the optimum the last Hessian is kept and only the gradient is walked for.
/// Source: Lee, Sun & Saunders (2014), "Proximal Newton-type methods for minimizing composite functions".
struct NewtonSolver {
  var sample: LogisticSample
  var penalty: SeparablePenalty
  var hasIntercept: Bool
  var tolerance: Double
  var iterationLimit: Int
  var threads: Int

  struct Solution {
    var x: [Double]
    var certificate: OptimalityCertificate
  }

  /// A point with everything known about it.
  private struct Point {
    var x: [Double]
    var smooth: LogisticEvaluation  // loss plus quadratic penalty, Hessian of the loss plus precisions
    var objective: Double
  }

  /// Runs from `start` or, without one, from every 16th row's optimum or zero.
  func minimise(from start: [Double]? = nil) -> Solution {
    let order = penalty.precision.count
    var iterations = 0
    var point: Point
    if let start {
      point = evaluated(penalty.feasible(start), withHessian: true)
    } else {
      point = evaluated(firstGuess(order: order), withHessian: true)
    }
    guard order > 0 else { return solution(point, hessian: Matrix([]), iterations: 0, status: .converged) }
    var hessian = point.smooth.hessian!
    var hasFreshHessian = true
    var status = OptimalityCertificate.Status.iterationLimit
    let totalWeight = sample.totalWeight
    var lastViolation = Double.infinity
    while iterations < iterationLimit {
      let violation = residual(point, hessian)
      if violation <= tolerance {
        status = .converged
        break
      }
      iterations += 1
      let (target, decrease) = modelMinimiser(at: point, hessian: hessian)
      // Where the model promises less than a millionth of a nat a row, the next Hessian would be the same to three digits;
      // should the last step not have won one digit, it was not.
      let isNear = decrease < 1e-6 * totalWeight && violation < 0.1 * lastViolation
      lastViolation = violation
      guard let next = lineSearch(from: point, to: target, decrease: decrease, withHessian: !isNear) else {
        // An old Hessian may point nowhere; a fresh one that does has met the last bits of the objective.
        if hasFreshHessian {
          status = residual(point, hessian) <= 1e3 * tolerance ? .converged : .stalled
          break
        }
        point = evaluated(point.x, withHessian: true)
        hessian = point.smooth.hessian!
        hasFreshHessian = true
        continue
      }
      point = next
      hasFreshHessian = next.smooth.hessian != nil
      if let fresh = next.smooth.hessian { hessian = fresh }
      if point.objective < 1e-9 * totalWeight, !penalty.isProper(columns: sample.design.columns) {
        status = .separable
        break
      }
    }
    return solution(point, hessian: hessian, iterations: iterations, status: status)
  }

  // MARK: The steps

  /// The optimum of a thinned sample, for long ones; else coefficients 0 and the intercept of the base rate.
  private func firstGuess(order: Int) -> [Double] {
    let step = 16
    if sample.design.rows / step >= 100 * order {
      var thin = self
      thin.sample = sample.thinned(by: step)
      thin.penalty = penalty.scaled(by: 1 / Double(step))
      thin.tolerance = 1e-2
      let guess = thin.minimise()
      if guess.certificate.status == .converged, guess.x.allSatisfy({ $0.isFinite }) { return guess.x }
    }
    var guess = penalty.centre
    if hasIntercept, sample.offsets == nil, penalty.centre.allSatisfy({ $0 == 0 }) {
      let total = sample.totalWeight
      let share = sample.positiveWeight / total
      if share > 0, share < 1 { guess[order - 1] = LogisticLoss.logOdds(share) }
    }
    return penalty.feasible(guess)
  }

  private func evaluated(_ x: [Double], withHessian: Bool) -> Point {
    var smooth = sample.evaluate(at: x, hasIntercept: hasIntercept, withHessian: withHessian, threads: threads)
    smooth.loss += penalty.smoothValue(x)
    for j in x.indices {
      smooth.gradient[j] += penalty.precision[j] * (x[j] - penalty.centre[j])
      smooth.hessian?[j, j] += penalty.precision[j]
    }
    return Point(x: x, smooth: smooth, objective: smooth.loss + penalty.absoluteValue(x))
  }

  /// Where the second-order model with the penalty is least, and by how much it is lower than here.
  private func modelMinimiser(at point: Point, hessian: Matrix) -> (target: [Double], decrease: Double) {
    var damped = hessian
    var factor = Cholesky(damped)
    // Collinear columns or vanished weights: lift the diagonal until it factors. That slows the step, the optimum stays.
    var lift = 1e-12
    while factor == nil, lift < 1e12 {
      damped = hessian
      for j in point.x.indices { damped[j, j] += lift * max(hessian[j, j], .leastNormalMagnitude + lift) }
      factor = Cholesky(damped)
      lift *= 100
    }
    guard let factor else { return (point.x, 0) }
    let gradient = point.smooth.gradient
    var target: [Double]
    if penalty.isSmooth {
      let step = factor.solve(gradient)
      target = zip(point.x, step).map { $0 - $1 }
    } else {
      let linear = zip(gradient, damped.times(point.x)).map { $0 - $1 }
      target = BoundedQuadratic(hessian: damped, linear: linear, penalty: penalty).minimiser(from: point.x)
    }
    let step = zip(target, point.x).map { $0 - $1 }
    let curvature = damped.times(step)
    var decrease = penalty.absoluteValue(point.x) - penalty.absoluteValue(target)
    for j in step.indices { decrease -= step[j] * (gradient[j] + 0.5 * curvature[j]) }
    if !decrease.isFinite { target = point.x }
    return (target, decrease.isFinite ? decrease : 0)
  }

  /// The first of the points at 1, ½, ¼ … of the way that is lower by at least a ten-thousandth of what the model says.
  private func lineSearch(from point: Point, to target: [Double], decrease: Double, withHessian: Bool) -> Point? {
    var share = 1.0
    let slack = 4 * point.objective.ulp * Double(sample.design.rows).squareRoot()
    for _ in 0..<60 {
      let x = share == 1 ? target : zip(point.x, target).map { $0 + share * ($1 - $0) }
      guard x != point.x else { return nil }
      let candidate = evaluated(x, withHessian: withHessian)
      if candidate.objective <= point.objective - 1e-4 * share * decrease + slack { return candidate }
      share /= 2
    }
    return nil
  }

  // MARK: The certificate

  /// The largest violation of the optimality conditions, each in units of its derivative's standard error.
  ///
  /// √H_jj is the standard deviation of the j-th derivative over samples, so that the measure depends on no unit of
  /// measurement: 10⁻⁹ says that the data would have to be a quintillion times as many to tell the point from the optimum.
  private func residual(_ point: Point, _ hessian: Matrix) -> Double {
    point.x.indices.reduce(0) { worst, j in
      let violation = penalty.violation(j, at: point.x[j], gradient: point.smooth.gradient[j])
      return violation == 0 ? worst : max(worst, violation / hessian[j, j].squareRoot())
    }
  }

  private func solution(
    _ point: Point, hessian: Matrix, iterations: Int, status: OptimalityCertificate.Status
  ) -> Solution {
    let order = point.x.count
    let violations = (0..<order).map {
      penalty.violation($0, at: point.x[$0], gradient: point.smooth.gradient[$0])
    }
    let gap = order > 0 ? modelMinimiser(at: point, hessian: hessian).decrease : 0
    return Solution(
      x: point.x,
      certificate: OptimalityCertificate(
        status: status, iterations: iterations, objective: point.objective, largestViolation: violations.max() ?? 0,
        standardisedViolation: order > 0 ? residual(point, hessian) : 0, gap: max(0, gap)))
  }
}
