import Foundation
import LinearAlgebra

/// Minimises ½ xᵀHx + cᵀx + Σ λ_j |x_j| subject to x_j ≥ b_j, H positive definite.
///
/// Cyclic coordinate descent finds which coefficients are free; their linear system is then solved exactly, and the
/// solution is taken where it satisfies the optimality conditions, so that the answer is exact to rounding.
/// Source: Friedman, Hastie & Tibshirani (2010), "Regularization paths for generalized linear models via coordinate
/// descent".
struct BoundedQuadratic {
  var hessian: Matrix
  var linear: [Double]
  var penalty: SeparablePenalty

  private static let sweepsBetweenPolishes = 20
  private static let mostPolishes = 100

  /// The minimiser, searched from `start`.
  ///
  /// Complexity: O(order²) a sweep and O(order³) a polish.
  func minimiser(from start: [Double]) -> [Double] {
    var x = penalty.feasible(start)
    var slope = hessian.times(x)  // H·x, kept up to date
    for _ in 0..<BoundedQuadratic.mostPolishes {
      var moved = 0.0
      for _ in 0..<BoundedQuadratic.sweepsBetweenPolishes {
        moved = sweep(&x, slope: &slope)
        if moved == 0 { break }
      }
      if let exact = polished(x) { return exact }
      if moved == 0 { break }
    }
    return x
  }

  /// One pass over all coefficients; returns the largest move in units of the coefficient's own scale.
  private func sweep(_ x: inout [Double], slope: inout [Double]) -> Double {
    var largest = 0.0
    for j in x.indices {
      let curvature = hessian[j, j]
      guard curvature > 0 else { continue }
      let target = curvature * x[j] - (slope[j] + linear[j])
      let shrunk = abs(target) <= penalty.absolute[j] ? 0 : target - (target > 0 ? 1 : -1) * penalty.absolute[j]
      let new = max(penalty.lowerBound[j], shrunk / curvature)
      let step = new - x[j]
      guard step != 0 else { continue }
      x[j] = new
      for k in x.indices { slope[k] += step * hessian[k, j] }
      largest = max(largest, abs(step) * curvature.squareRoot())
    }
    return largest
  }

  /// Solves for the free coefficients with the others held, and returns the whole where it is optimal.
  private func polished(_ x: [Double]) -> [Double]? {
    let free = x.indices.filter { x[$0] > penalty.lowerBound[$0] && (x[$0] != 0 || penalty.absolute[$0] == 0) }
    let held = x.indices.filter { !free.contains($0) && x[$0] != 0 }
    var system = Matrix(rows: free.count, columns: free.count)
    var right = [Double](repeating: 0, count: free.count)
    for (a, j) in free.enumerated() {
      for (b, k) in free.enumerated() { system[a, b] = hessian[j, k] }
      right[a] = -linear[j] - (x[j] > 0 ? penalty.absolute[j] : -penalty.absolute[j])
      for k in held { right[a] -= hessian[j, k] * x[k] }
    }
    guard let solution = Cholesky(system)?.solve(right) else { return nil }
    var candidate = x
    for (a, j) in free.enumerated() {
      let keepsSide = penalty.absolute[j] == 0 || (solution[a] > 0) == (x[j] > 0)
      guard solution[a] > penalty.lowerBound[j], keepsSide else { return nil }
      candidate[j] = solution[a]
    }
    let slope = hessian.times(candidate)
    for j in candidate.indices where !free.contains(j) {
      let scale = abs(linear[j]) + abs(slope[j]) + penalty.absolute[j]
      if penalty.violation(j, at: candidate[j], gradient: slope[j] + linear[j]) > 1e-12 * scale { return nil }
    }
    return candidate
  }
}
