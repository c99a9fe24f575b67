import LinearAlgebra
import LinearModels
import Statistics
import Testing

@Suite struct EvidenceTrainingTests {
  let hand = ["hour", "volume", "wording"].map {
    EvidenceRegression.HandWeight(detector: $0, weight: 1, precision: 4)
  }

  /// Evidence whose true weights are `truth`, in order of time, 15 requests a night.
  func evidence(_ count: Int, seed: UInt64, truth: [Double], stateBits: [Double]? = nil) -> LabelledEvidence {
    var noise = SeededGenerator(seed: seed)
    var made = noise.sample(rows: count, truth: truth, base: -2)
    for i in made.design.elements.indices { made.design.elements[i] /= EvidenceRegression.natsPerBit }
    return LabelledEvidence(
      bits: made.design, labels: made.labels, stateBits: stateBits, nights: (0..<count).map { $0 / 15 },
      campaigns: [String](repeating: "", count: count))
  }

  @Test func `With many labels the weights are the data's and the probability is honest`() throws {
    let truth = [0.4, 2, 0]
    let outcome = try EvidenceTraining(handWeights: hand, strengths: [0.1, 1, 10]).train(
      evidence(6000, seed: 1, truth: truth))
    #expect(distance(outcome.fit.coefficients, truth) < 0.25)
    #expect(outcome.strength != nil && outcome.brier.count == 4)
    let fresh = evidence(6000, seed: 2, truth: truth)
    let z = outcome.fit.logOdds(try EvidenceRegression.sample(bits: fresh.bits, labels: fresh.labels).design)
    let said = z.map(outcome.calibration.probability).reduce(0, +) / 6000
    #expect(abs(said - fresh.labels.reduce(0, +) / 6000) < 0.02)
  }

  @Test func `Few labels of one time leave strength and log odds alone, and say so`() throws {
    var rows = evidence(30, seed: 3, truth: [1, 1, 1])
    rows.nights = [Int](repeating: 5, count: 30)
    let outcome = try EvidenceTraining(handWeights: hand).train(rows)
    #expect(outcome.strength == nil && outcome.brier.isEmpty)
    #expect(outcome.calibration == .identity)
    #expect(outcome.regression.strength == 1)
    #expect(distance(outcome.fit.coefficients, [1, 1, 1]) < 0.8)
  }

  @Test func `The sender state moves the calibration, never the weights`() throws {
    let plain = evidence(1500, seed: 4, truth: [1, 1, 1])
    var stated = plain
    // A state that shouts: eight bits for everyone.
    stated.stateBits = [Double](repeating: 8, count: 1500)
    let training = EvidenceTraining(handWeights: hand, strengths: [1])
    let a = try training.train(plain)
    let b = try training.train(stated)
    #expect(a.fit == b.fit)
    #expect(b.calibration != .identity)
    let shifted = 8 * EvidenceRegression.natsPerBit
    for z in [-4.0, -2, 0, 2] {
      #expect(abs(b.calibration.probability(z + shifted) - LogisticLoss.probability(z)) < 0.15)
    }
  }

  @Test func `Steps are not fitted to a handful of frauds`() throws {
    let outcome = try EvidenceTraining(handWeights: hand, strengths: [1]).train(
      evidence(400, seed: 5, truth: [1, 1, 1]))
    #expect(outcome.brier[.isotonic] == nil)
    #expect(outcome.brier[.platt] != nil)
  }

  @Test func `What does not fit together is refused`() throws {
    var rows = evidence(50, seed: 6, truth: [1, 1, 1])
    rows.stateBits = [1]
    #expect(throws: LinearModelError.lengthMismatch(expected: 50, found: 1)) {
      try EvidenceTraining(handWeights: hand).train(rows)
    }
    rows.stateBits = nil
    rows.labels = [Double](repeating: 0, count: 50)
    #expect(throws: LinearModelError.oneClassOnly) { try EvidenceTraining(handWeights: hand).train(rows) }
  }
}
