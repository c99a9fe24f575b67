import Statistics
import Testing

@testable import LinearModels

@Suite struct FormTrialTests {
  /// Requests in six parts, of which a share `found` of the fraud was found; `chance` is of fraud, at log odds.
  private func rows(
    _ count: Int, seed: UInt64, found: Double, chance: (Double) -> Double
  ) -> (z: [Double], forged: [Bool], known: [Knowledge], parts: [Range<Int>]) {
    var noise = SeededGenerator(seed: seed)
    let z = (0..<count).map { _ in -4 + 3 * noise.normal() }
    let forged = z.map { noise.uniform() < chance($0) }
    let known = forged.map { $0 && noise.uniform() < found ? Knowledge.fraudulent : .unknown }
    return (z, forged, known, (0..<6).map { $0 * count / 6..<($0 + 1) * count / 6 })
  }

  @Test func `the curve keeps its place where it is right, and loses it where another form is`() throws {
    let right = rows(3_000, seed: 1, found: 0.5) { 0.001 + 0.97 * LogisticLoss.probability(0.95 * $0 + 0.9) }
    let trials = try DiscoveryFit.trials(
      logOdds: right.z, known: right.known, weights: right.z.map { _ in 1 }, parts: right.parts,
      belief: .besideVerdicts)
    #expect(trials.map(\.form) == [.platt, .beta, .isotonic])
    #expect(trials.allSatisfy { !$0.isBetter })
    // Two steps are no sigmoid.
    let steps = rows(5_000, seed: 2, found: 0.9) { $0 < -6 ? 0.001 : $0 < 2 ? 0.35 : 0.5 }
    let others = try DiscoveryFit.trials(
      logOdds: steps.z, known: steps.known, weights: steps.z.map { _ in 1 }, parts: steps.parts,
      belief: .withoutVerdicts)
    #expect(others.last?.isBetter == true)
  }

  @Test(arguments: CalibrationMap.Form.allCases)
  func `another form speaks of all fraud too, never falls, and is never 0 and never 1`(
    form: CalibrationMap.Form
  ) throws {
    let made = rows(5_000, seed: 3, found: 0.3) { LogisticLoss.probability(0.95 * $0 + 0.9) }
    let weights = made.z.map { _ in 1.0 }
    let fit = try DiscoveryFit(logOdds: made.z, known: made.known, weights: weights, belief: .besideVerdicts)
    let map = try fit.refitted(form, logOdds: made.z, known: made.known, weights: weights)
    let stated = made.z.reduce(0) { $0 + map.probability($1) }
    let forged = Double(made.forged.count { $0 })
    #expect(abs(stated - forged) < 0.25 * forged)
    var last = 0.0
    for z in stride(from: -30.0, through: 30, by: 0.25) {
      let p = map.probability(z)
      #expect(p >= last && p > 0 && p < 1)
      last = p
    }
  }

  @Test func `a sigmoid takes the place of a curve that is held too steep`() throws {
    let made = rows(2_400, seed: 5, found: 1) { LogisticLoss.probability(0.2 * $0) }
    let trials = try DiscoveryFit.trials(
      logOdds: made.z, known: made.known, weights: made.z.map { _ in 1 }, parts: made.parts, belief: .withoutVerdicts)
    #expect(trials.first { $0.form == .platt }?.isBetter == true)
    #expect(trials.allSatisfy { $0.brier > 0 && $0.brier < 0.25 && $0.excessError > 0 })
  }

  @Test func `steps are not fitted to a handful of frauds`() throws {
    for (count, forms) in [(400, [CalibrationMap.Form.platt, .beta]), (2_000, CalibrationMap.Form.allCases)] {
      let made = rows(count, seed: 6, found: 0.5) { LogisticLoss.probability($0 + 1) }
      let frauds = made.known.count { $0 == .fraudulent }
      #expect((frauds >= DiscoveryFit.fewestForIsotonic) == forms.contains(.isotonic))
      let trials = try DiscoveryFit.trials(
        logOdds: made.z, known: made.known, weights: made.z.map { _ in 1 }, parts: made.parts, belief: .besideVerdicts)
      #expect(trials.map(\.form) == forms)
    }
  }

  @Test func `one part measures nothing`() throws {
    let made = rows(500, seed: 4, found: 0.5) { LogisticLoss.probability($0 + 2) }
    let trials = try DiscoveryFit.trials(
      logOdds: made.z, known: made.known, weights: made.z.map { _ in 1 }, parts: [0..<500], belief: .open)
    #expect(trials.isEmpty)
  }
}
