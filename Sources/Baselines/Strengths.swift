import Foundation
import Statistics

/// How strongly each level of a closed slot is shrunk to the level above, in requests, chosen by the log itself.
///
/// Empirical Bayes by prediction: for every candidate strength the log₂ probabilities that it would have given to the
/// requests as they came are summed; their sum is the marginal likelihood of the log (chain rule). On the first night
/// of a month the best candidate of each level is put in force.
package struct Strengths: Sendable, Equatable {
  package static let candidates: [Double] = (0..<count).map { together[$0] }
  private static let count = 5

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
    let tried = Strengths.together
    if tally.total[0] > 0 { add(Strengths.steps(tally, 0, tried, over: Candidates(repeating: agency)), 0, weight) }
    let sender = Candidates(repeating: current[0])
    if tally.total[1] > 0 {
      let here = Strengths.steps(tally, 1, tried, over: Candidates(repeating: peers))
      add(Strengths.steps(tally, 0, sender, over: here), 1, weight)
    }
    if tally.total[2] > 0 {
      let above = Strengths.steps(tally, 2, tried, over: Candidates(repeating: world))
      let here = Strengths.steps(tally, 1, Candidates(repeating: current[1]), over: above)
      add(Strengths.steps(tally, 0, sender, over: here), 2, weight)
    }
  }

  /// One place for every candidate; what stands beyond them means nothing.
  private typealias Candidates = SIMD8<Double>
  private static let together = Candidates(0.5, 2, 8, 32, 128, 1, 1, 1)

  /// One level shrunk to what the level above says.
  private static func step(_ tally: Tally, _ level: Int, _ strength: Double, over p: Double) -> Double {
    (tally.value[level] + strength * p) / (tally.total[level] + strength)
  }

  /// The same for every candidate.
  @inline(__always)
  private static func steps(_ tally: Tally, _ level: Int, _ strengths: Candidates, over p: Candidates) -> Candidates {
    (tally.value[level] + strengths * p) / (tally.total[level] + strengths)
  }

  private mutating func add(_ p: Candidates, _ level: Int, _ weight: Double) {
    sums.withUnsafeMutableBufferPointer { sums in
      for j in 0..<Strengths.count { sums[level * Strengths.count + j] += Bits(weight * log2(p[j])).units }
    }
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
