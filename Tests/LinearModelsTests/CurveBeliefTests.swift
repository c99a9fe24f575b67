import LinearModels
import Statistics
import Testing

@Suite struct CurveBeliefTests {
  static let beliefs = [CurveBelief.open, .besideVerdicts, .withoutVerdicts]

  /// Traffic with the curve of `DiscoveryFitTests`, labelled by chance.
  private func traffic(_ count: Int, seed: UInt64) -> (z: [Double], known: [Knowledge]) {
    let made = DiscoveryFitTests().traffic(count, seed: seed, found: 0.4)
    return (made.logOdds, made.known)
  }

  private func fit(_ z: [Double], _ known: [Knowledge], _ belief: CurveBelief) throws -> DiscoveryFit {
    try DiscoveryFit(logOdds: z, known: known, weights: z.map { _ in 1 }, belief: belief)
  }

  @Test(arguments: beliefs) func `a probability never falls with the evidence, and is never 0 and never 1`(
    belief: CurveBelief
  ) throws {
    let (z, known) = traffic(1_000, seed: 4)
    for map in [belief.map(share: 1e-6), belief.map(share: 0.3), try fit(z, known, belief).map] {
      var last = 0.0
      for z in stride(from: -2_000.0, through: 2_000, by: 1) {
        let p = map.probability(z)
        #expect(p >= last && p > 0 && p < 1)
        last = p
      }
    }
  }

  @Test(arguments: [CurveBelief.besideVerdicts, .withoutVerdicts]) func `one fraud moves the curve little`(
    belief: CurveBelief
  ) throws {
    // Found where it is believed to be rare, among 400 that nobody labelled.
    let z = [-8.0] + (0..<400).map { -14 + 0.01 * Double($0) }
    let one = try fit(z, [.fraudulent] + [Knowledge](repeating: .unknown, count: 400), belief)
    let believed = belief.map(share: one.share)
    for z in stride(from: -12.0, through: 6, by: 1) {
      let moved = LogisticLoss.logOdds(one.map.probability(z)) - LogisticLoss.logOdds(believed.probability(z))
      #expect(abs(moved) < 0.7, "\(z)")
    }
  }

  @Test func `many frauds make the curve theirs, except where it is held for another log's mail`() throws {
    let (z, known) = traffic(10_000, seed: 5)
    // Between the two. The traffic's own curve is σ(0.8 z − 0.3): −1.1 at −1, where σ(0.88 z + 0.83) would have −0.05.
    let map = try fit(z, known, .besideVerdicts).map
    #expect(abs(LogisticLoss.logOdds(map.probability(-1)) + 0.6) < 0.5)
    let held = try fit(z, known, .withoutVerdicts)
    #expect(abs(held.slope - CurveBelief.withoutVerdicts.slope) < 0.08)
    #expect(abs(held.intercept - CurveBelief.withoutVerdicts.intercept) < 0.2)
  }

  @Test func `more fraud found at the same evidence means more fraud stated at it`() throws {
    let (z, known) = traffic(3_000, seed: 6)
    let more = zip(z, known).map { z, k in k == .unknown && z > -1 && z < 3 ? Knowledge.fraudulent : k }
    let before = try fit(z, known, .besideVerdicts).map
    let after = try fit(z, more, .besideVerdicts).map
    #expect(after.probability(0) > before.probability(0))
  }

  @Test func `the order of the rows hardly matters`() throws {
    let (z, known) = traffic(1_500, seed: 8)
    let there = try fit(z, known, .besideVerdicts)
    let back = try fit(z.reversed(), known.reversed(), .besideVerdicts)
    for z in stride(from: -10.0, through: 10, by: 1) {
      #expect(abs(there.map.probability(z) - back.map.probability(z)) < 1e-6)
    }
  }

  @Test func `where nobody labels, the same evidence says more`() {
    // −3 bits: by hand σ(−1) = 0.269 beside verdicts, σ(−0.8) = 0.310 without.
    let z = -3 * EvidenceRegression.natsPerBit
    #expect(abs(CurveBelief.besideVerdicts.map(share: 0).probability(z) - 0.99 * 0.2689) < 1e-3)
    #expect(abs(CurveBelief.withoutVerdicts.map(share: 0).probability(z) - 0.98 * 0.3100) < 1e-3)
  }
}
