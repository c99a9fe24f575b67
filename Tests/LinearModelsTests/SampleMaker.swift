import Foundation
import LinearAlgebra
import LinearModels
import Statistics

extension SeededGenerator {
  /// A sample of a logistic model with known coefficients and base log odds.
  mutating func sample(rows: Int, truth: [Double], base: Double = -1) -> (design: Matrix, labels: [Double]) {
    var design = Matrix(rows: rows, columns: truth.count)
    var labels: [Double] = []
    for i in 0..<rows {
      var z = base
      for j in truth.indices {
        design[i, j] = normal() + (j > 0 ? 0.4 * design[i, j - 1] : 0)
        z += truth[j] * design[i, j]
      }
      labels.append(uniform() < LogisticLoss.probability(z) ? 1 : 0)
    }
    return (design, labels)
  }
}

extension CurveBelief {
  /// Next to nothing: the slope of log odds that are what they say.
  static let open = CurveBelief(slope: 1, slopePrecision: 10)
}

func distance(_ a: [Double], _ b: [Double]) -> Double { zip(a, b).map { abs($0 - $1) }.max() ?? 0 }

/// The derivative of the weighted loss, by its definition, the intercept last.
func lossGradient(
  _ fit: LogisticFit, _ design: Matrix, _ labels: [Double], weights: [Double]? = nil, offsets: [Double]? = nil
)
  -> [Double]
{
  var gradient = [Double](repeating: 0, count: design.columns + 1)
  for i in 0..<design.rows {
    var z = fit.intercept + (offsets?[i] ?? 0)
    for j in 0..<design.columns { z += design[i, j] * fit.coefficients[j] }
    let r = (weights?[i] ?? 1) * (1 / (1 + exp(-z)) - labels[i])
    for j in 0..<design.columns { gradient[j] += r * design[i, j] }
    gradient[design.columns] += r
  }
  return gradient
}
