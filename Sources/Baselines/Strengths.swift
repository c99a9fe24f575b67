import Foundation
import Statistics

/// How strongly each level of a closed slot is shrunk to the level above, in requests, chosen by the log itself.
///
/// Empirical Bayes by prediction: for every candidate strength the log₂ probabilities that it would have given to the
/// requests as they came are summed; their sum is the marginal likelihood of the log (chain rule). On the first night
/// of a month the best candidate of each level is put in force.
package struct Strengths: Sendable, Equatable {
  package static let candidates: [Double] = [0.5, 2, 8, 32, 128]

  /// In force: sender, agency, peers, world.
  package var current = SIMD4<Double>(8, 8, 32, 4)
  /// [level 0…2][candidate] → Σ log₂ p, in units of 2⁻²⁰ bit × grain weight.
  package var sums: [Int64]

  package init() { sums = [Int64](repeating: 0, count: 3 * Strengths.candidates.count) }

  /// Adds one request of weight `weight` in [0, 1].
  package mutating func learn(_ tally: Tally, base: Double, weight: Double) {
    // What `closedPredictive` works out, level by level; the levels above the one that is tried do not change.
    let world = Strengths.step(tally, 3, current[3], over: base)
    let peers = Strengths.step(tally, 2, current[2], over: world)
    let agency = Strengths.step(tally, 1, current[1], over: peers)
    for (j, candidate) in Strengths.candidates.enumerated() {
      if tally.total[0] > 0 { add(Strengths.step(tally, 0, candidate, over: agency), 0, j, weight) }
      if tally.total[1] > 0 {
        let tried = Strengths.step(tally, 1, candidate, over: peers)
        add(Strengths.step(tally, 0, current[0], over: tried), 1, j, weight)
      }
      if tally.total[2] > 0 {
        let tried = Strengths.step(tally, 1, current[1], over: Strengths.step(tally, 2, candidate, over: world))
        add(Strengths.step(tally, 0, current[0], over: tried), 2, j, weight)
      }
    }
  }

  /// One level shrunk to what the level above says.
  private static func step(_ tally: Tally, _ level: Int, _ strength: Double, over p: Double) -> Double {
    (tally.value[level] + strength * p) / (tally.total[level] + strength)
  }

  private mutating func add(_ p: Double, _ level: Int, _ candidate: Int, _ weight: Double) {
    sums[level * Strengths.candidates.count + candidate] += Bits(weight * log2(p)).units
  }

  /// Puts the best candidates in force and halves what was summed, so that old months fade.
  package mutating func choose() {
    let n = Strengths.candidates.count
    for level in 0..<3 {
      let row = sums[level * n..<level * n + n]
      guard row.contains(where: { $0 != 0 }), let best = row.indices.max(by: { row[$0] < row[$1] }) else { continue }
      current[level] = Strengths.candidates[best - level * n]
    }
    for i in sums.indices { sums[i] /= 2 }
  }

  package mutating func merge(_ other: Strengths) {
    for i in sums.indices { sums[i] += other.sums[i] }
  }
}
