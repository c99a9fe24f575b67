package import LinearAlgebra

/// The rows a logistic regression learns from.
///
/// `labels` are in 0 … 1 (a value between is a soft label, a row of both classes in that ratio); `weights` default to 1;
/// an offset is added to the row's log odds and not learned (natural logarithm).
package struct LogisticSample: Sendable {
  package let design: Matrix
  package let labels: [Double]
  package let weights: [Double]?
  package let offsets: [Double]?

  /// Complexity: O(rows · columns), one look at every value.
  package init(design: Matrix, labels: [Double], weights: [Double]? = nil, offsets: [Double]? = nil)
    throws(LinearModelError)
  {
    let rows = design.rows
    guard rows > 0 else { throw .noRows }
    for count in [labels.count, weights?.count ?? rows, offsets?.count ?? rows] where count != rows {
      throw .lengthMismatch(expected: rows, found: count)
    }
    guard design.columns < 30_000, rows <= Int(Int32.max) else { throw .tooLarge }
    guard labels.allSatisfy({ $0 >= 0 && $0 <= 1 }) else { throw .labelOutOfRange }
    if let weights {
      guard weights.allSatisfy({ $0 >= 0 && $0.isFinite }) else { throw .negativeWeight }
      guard weights.contains(where: { $0 > 0 }) else { throw .noWeight }
    }
    guard LogisticSample.areFinite(design.elements), offsets.map(LogisticSample.areFinite) ?? true else {
      throw .notFinite
    }
    self.design = design
    self.labels = labels
    self.weights = weights
    self.offsets = offsets
  }

  private init(
    unchecked design: Matrix, labels: [Double], weights: [Double]?, offsets: [Double]?
  ) {
    self.design = design
    self.labels = labels
    self.weights = weights
    self.offsets = offsets
  }

  /// Every `step`-th row, from the first on.
  func thinned(by step: Int) -> LogisticSample {
    let chosen = Array(stride(from: 0, to: design.rows, by: step))
    return selecting(chosen)
  }

  /// The named rows.
  package func selecting(_ rows: [Int]) -> LogisticSample {
    LogisticSample(
      unchecked: design.selectingRows(rows), labels: rows.map { labels[$0] },
      weights: weights.map { weights in rows.map { weights[$0] } },
      offsets: offsets.map { offsets in rows.map { offsets[$0] } })
  }

  package func weight(_ row: Int) -> Double { weights?[row] ?? 1 }
  package func offset(_ row: Int) -> Double { offsets?[row] ?? 0 }

  package var totalWeight: Double { weights?.reduce(0, +) ?? Double(design.rows) }

  /// The weight of the positive class.
  package var positiveWeight: Double { labels.indices.reduce(0) { $0 + weight($1) * labels[$1] } }

  /// Sums of x − x are 0 exactly where all values are finite, and the loop stays free of branches.
  private static func areFinite(_ values: [Double]) -> Bool {
    values.withUnsafeBufferPointer { values in
      var sum = 0.0
      for v in values { sum += v - v }
      return sum == 0
    }
  }
}
