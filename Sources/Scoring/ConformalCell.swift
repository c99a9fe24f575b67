import Foundation
package import Statistics

/// Where an entity's scores lie of late, and how widely: what a new score is measured from.
///
/// Exponentially weighted by count, so that slow drift of the log (growing histories, new looks) is followed; outliers
/// count as four spreads. Shrunk to the pool's with the weight of ten requests.
package struct ScoreLevel: Sendable, Equatable {
  static let memory = 120.0
  static let prior = 10.0
  package private(set) var weight = 0.0
  private var sum = 0.0
  private var squares = 0.0

  package init() {}

  var mean: Double { weight > 0 ? sum / weight : 0 }
  var variance: Double { weight > 1 ? max(0.05, squares / weight - mean * mean) : 4 }

  /// Distance of a score from its usual place, in usual spreads.
  package static func residual(_ evidence: Bits, own: ScoreLevel?, pool: ScoreLevel) -> Double {
    let n = own?.weight ?? 0
    let mean = ((own?.sum ?? 0) + prior * pool.mean) / (n + prior)
    let spread = ((own.map { $0.variance * n } ?? 0) + prior * pool.variance) / (n + prior)
    return (evidence.value - mean) / spread.squareRoot()
  }

  /// Takes in the scores of a closed night.
  package mutating func close(_ scores: [Bits], pool: ScoreLevel) {
    let n = Double(scores.count)
    let keep = exp2(-n / ScoreLevel.memory)
    let (m, s) = weight > 5 ? (mean, variance.squareRoot()) : (pool.mean, pool.variance.squareRoot())
    let isKnown = weight > 5 || pool.weight > 5
    weight = weight * keep + n
    sum *= keep
    squares *= keep
    for score in scores {
      let value = isKnown ? max(m - 4 * s, min(m + 4 * s, score.value)) : score.value
      sum += value
      squares += value * value
    }
  }

  func encode(into out: inout ByteWriter) {
    for part in [weight, sum, squares] { out.fixed(part.bitPattern) }
  }

  init(from reader: inout ByteReader) throws(ByteReadingError) {
    weight = Double(bitPattern: try reader.fixed())
    sum = Double(bitPattern: try reader.fixed())
    squares = Double(bitPattern: try reader.fixed())
  }
}

/// The scores of past requests, as computed then, that a new one is held against: a decayed histogram of residuals in
/// steps of 1/64 spread.
///
/// A young log learns fast, and its scores are unlike those of later nights; what is learned slows as 1 / age, so a score
/// that came at age a weighs (a / age)^1.5 at a later one. Old logs are bounded by the window long before that.
///
/// p = (1 + weight of past scores ≥ s) / (1 + total weight), ties against the request. Source: conformal prediction, Vovk,
/// Gammerman & Shafer 2005. Traffic drifts, so validity is measured in the health report, not promised.
package struct ConformalCell: Sendable, Equatable {
  static let stepsPerSpread = 64.0
  /// Ascending by step; weights in units of (1 + days of the log's age)^1.5 a request, 16 of them.
  package private(set) var steps: [Int32] = []
  package private(set) var weights: [Int64] = []
  private var tails: [Int64] = []

  package init() {}

  /// What one request of that age weighs.
  static func unit(age: Int) -> Int64 {
    let days = Double(1 + max(0, min(age, 100_000)))
    return Int64((16 * days * days.squareRoot()).rounded())
  }

  /// Weight of all scores, in requests of that age.
  package func total(age: Int) -> Double { Double(tails.first ?? 0) / Double(ConformalCell.unit(age: age)) }

  /// Weight of scores at least as high, in requests of that age.
  ///
  /// O(log steps).
  package func atLeast(_ residual: Double, age: Int) -> Double {
    let step = ConformalCell.step(residual)
    var low = 0
    var high = steps.count
    while low < high {
      let middle = (low + high) / 2
      if steps[middle] < step { low = middle + 1 } else { high = middle }
    }
    return low < tails.count ? Double(tails[low]) / Double(ConformalCell.unit(age: age)) : 0
  }

  static func step(_ residual: Double) -> Int32 {
    Int32((max(-2000, min(2000, residual)) * stepsPerSpread).rounded(.down))
  }

  /// Adds the scores of a closed night (confirmed frauds left out by the caller) and fades to at most `window` requests.
  package mutating func close(_ scores: [Double], age: Int, window: Double) {
    guard !scores.isEmpty else { return }
    let fresh = scores.map(ConformalCell.step).sorted()
    let unit = ConformalCell.unit(age: age)
    let new = Int64(fresh.count) * unit
    let sum = weights.reduce(new, +)
    let limit = Int64(window * Double(unit))
    // Older weight gives way to the night's: only what was there before fades.
    let factor = sum > limit && sum > new ? max(0, Double(limit - min(new, limit)) / Double(sum - new)) : 1
    var merged = (steps: [Int32](), weights: [Int64]())
    merged.steps.reserveCapacity(steps.count + fresh.count)
    merged.weights.reserveCapacity(steps.count + fresh.count)
    var (i, j) = (0, 0)
    while i < steps.count || j < fresh.count {
      let step = i == steps.count ? fresh[j] : j == fresh.count ? steps[i] : min(steps[i], fresh[j])
      var weight: Int64 = 0
      if i < steps.count, steps[i] == step {
        weight = sum > limit ? Int64(Double(weights[i]) * factor) : weights[i]
        i += 1
      }
      while j < fresh.count, fresh[j] == step {
        weight += unit
        j += 1
      }
      if weight > 0 {
        merged.steps.append(step)
        merged.weights.append(weight)
      }
    }
    (steps, weights) = merged
    refresh()
  }

  private mutating func refresh() {
    tails = [Int64](repeating: 0, count: weights.count)
    var sum: Int64 = 0
    for i in weights.indices.reversed() {
      sum += weights[i]
      tails[i] = sum
    }
  }

  package func encode(into out: inout ByteWriter) {
    out.varint(UInt64(steps.count))
    var before: Int64 = 0
    for i in steps.indices {
      out.signed(Int64(steps[i]) - before)
      before = Int64(steps[i])
      out.varint(UInt64(weights[i]))
    }
  }

  package init(from reader: inout ByteReader) throws(ByteReadingError) {
    var before: Int64 = 0
    for _ in 0..<(try reader.length(bytesEach: 2)) {
      before = before &+ (try reader.signed())
      steps.append(Int32(truncatingIfNeeded: before))
      weights.append(Int64(truncatingIfNeeded: try reader.varint()))
    }
    refresh()
  }
}

/// The p-value of a score: an agency with enough past has its own sample, shrunk to the pool below that.
package struct ConformalJudgement: Sendable {
  package var pValue: Double
  /// Requests that the sample is worth.
  package var sample: Double
  /// Requests that a full cell of its own needs.
  package static let ownSample = 300.0

  /// `residual` as `ScoreLevel` measures it; `age` of the log in days.
  package init(_ residual: Double, age: Int, agency: ConformalCell?, pool: ConformalCell) {
    let poolTotal = pool.total(age: age)
    let poolP = (1 + pool.atLeast(residual, age: age)) / (1 + poolTotal)
    let own = agency?.total(age: age) ?? 0
    let borrowed = max(0, min(poolTotal, ConformalJudgement.ownSample - own))
    sample = own + borrowed
    let above = (agency?.atLeast(residual, age: age) ?? 0) + borrowed * poolP
    pValue = borrowed > 0 && own == 0 ? poolP : min(1, (1 + above) / (1 + own + borrowed))
    if borrowed > 0, own == 0 { sample = poolTotal }
  }
}
