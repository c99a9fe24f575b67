/// A non-decreasing function through knots, linear between them and constant outside.
package struct IsotonicKnots: Hashable, Sendable {
  /// Strictly increasing, not empty.
  package let knots: [Double]
  /// Non-decreasing, one a knot.
  package let values: [Double]

  /// Nil unless the knots rise strictly, the values do not fall, and there is one value a knot.
  package init?(knots: [Double], values: [Double]) {
    guard !knots.isEmpty, knots.count == values.count, knots.allSatisfy(\.isFinite),
      zip(knots, knots.dropFirst()).allSatisfy({ $0 < $1 }), zip(values, values.dropFirst()).allSatisfy({ $0 <= $1 })
    else { return nil }
    self.knots = knots
    self.values = values
  }

  /// The non-decreasing function nearest to the observations in weighted least squares, by pooling adjacent violators.
  ///
  /// Observations of one x are pooled first; the values are kept within `limits`. Source: Ayer et al. (1955).
  /// Complexity: O(n log n).
  package init(x: [Double], y: [Double], weights: [Double]? = nil, limits: ClosedRange<Double> = 0...1) {
    precondition(!x.isEmpty && x.count == y.count, "isotonic regression needs one y an x, and at least one")
    /// A stretch of the function: the mean over the x from `first` to `last`.
    struct Pool {
      var first: Double
      var last: Double
      var sum: Double
      var weight: Double
      var mean: Double { sum / weight }
    }
    var pools: [Pool] = []
    for i in x.indices.sorted(by: { (x[$0], $0) < (x[$1], $1) }) {
      let w = weights?[i] ?? 1
      guard w > 0 else { continue }
      if let last = pools.last, last.last == x[i], last.first == x[i] {
        pools[pools.count - 1].sum += w * y[i]
        pools[pools.count - 1].weight += w
      } else {
        pools.append(Pool(first: x[i], last: x[i], sum: w * y[i], weight: w))
      }
    }
    var merged: [Pool] = []
    for pool in pools {
      var pool = pool
      while let last = merged.last, last.mean >= pool.mean {
        pool = Pool(
          first: last.first, last: pool.last, sum: last.sum + pool.sum, weight: last.weight + pool.weight)
        merged.removeLast()
      }
      merged.append(pool)
    }
    var knots: [Double] = []
    var values: [Double] = []
    for pool in merged {
      let value = min(max(pool.mean, limits.lowerBound), limits.upperBound)
      for x in pool.first == pool.last ? [pool.first] : [pool.first, pool.last] {
        knots.append(x)
        values.append(value)
      }
    }
    self.knots = knots
    self.values = values
  }

  /// The function's value at `x`.
  package func value(at x: Double) -> Double {
    if x <= knots[0] { return values[0] }
    if x >= knots[knots.count - 1] { return values[values.count - 1] }
    var low = 0
    var high = knots.count - 1
    while high - low > 1 {
      let middle = (low + high) / 2
      if knots[middle] <= x { low = middle } else { high = middle }
    }
    let share = (x - knots[low]) / (knots[high] - knots[low])
    return values[low] + share * (values[high] - values[low])
  }
}
