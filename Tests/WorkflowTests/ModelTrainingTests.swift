import Detection
import LinearModels
import RequestModel
import Statistics
import Storage
import Testing

@testable import Scoring
@testable import Workflow

/// The whole way from labelled evidence to weights and a calibrated probability.
@Suite struct ModelTrainingTests {
  private let registry = Registry()

  /// Requests whose first three looks are worth `truth` times what they say, 15 a night, each of a sender of its own, and
  /// all of them labelled an hour later; at most the first `frauds` of the frauds as such.
  private func sample(
    _ count: Int, seed: UInt64, truth: [Double], base: Double = -2, state: Double = 0, inOneNight: Bool = false,
    looks: Int? = nil, frauds: Int = .max
  ) -> TrainingSample {
    var noise = SeededGenerator(seed: seed)
    var requests: [JudgedRequest] = []
    var verdicts: [StoredVerdict] = []
    var found = 0
    for i in 0..<count {
      var bits = [Double](repeating: 0, count: looks ?? registry.count)
      var logOdds = base
      for j in truth.indices {
        bits[j] = noise.normal() / EvidenceRegression.natsPerBit
        logOdds += truth[j] * bits[j] * EvidenceRegression.natsPerBit
      }
      let night = Night(day: inOneNight ? 0 : Int32(i / 15))
      let received = Instant(seconds: Int64(night.day) * 86_400 + Int64(i))
      let assessment = Assessment(
        requestID: "r\(i)", receivedAt: received, night: night, agencyID: "a", sender: "s\(i)",
        evidence: Bits(bits.reduce(state, +)), pValue: 1, isCertified: false, missingForCertificate: 0,
        probability: nil, model: "prior", baselineNight: nil, reasons: [])
      requests.append(
        JudgedRequest(
          assessment,
          trace: EvidenceTrace(looks: bits, offset: registry.model.baseRateBits, state: state, traits: [])))
      let isFraud = noise.uniform() < LogisticLoss.probability(logOdds) && found < frauds
      if isFraud { found += 1 }
      verdicts.append(
        StoredVerdict(
          requestID: "r\(i)", label: isFraud ? .fraudulent : .legitimate,
          labelledAt: Instant(seconds: received.seconds + 3_600)))
    }
    let labels = KnownLabels(verdicts)
    var log = JudgedLog(labelled: labels.requestIDs)
    for request in requests { log.add(request) }
    return TrainingSample(log, labels: labels, end: Instant(seconds: 400 * 86_400))
  }

  private func train(_ sample: TrainingSample) throws -> ModelTraining.Outcome {
    var training = ModelTraining(registry: registry)
    training.folds.count = 2
    return try training.train(sample, name: "test")
  }

  /// What a look is worth where it speaks of a forger, and where it speaks of the sender.
  private func weights(_ model: LinearModel, _ look: Int) throws -> [Double] {
    let id = registry.ids[look]
    return try [id, Weighting.relief(id)].map { try #require(model.weights[$0]).weight }
  }

  @Test func `with many labels the weights are the data's, and the probability of later nights is honest`() throws {
    let sample = sample(1_200, seed: 1, truth: [0.4, 2, 0])
    let outcome = try train(sample)
    #expect(outcome.strength != nil && outcome.trials.count == 3)
    for (look, truth) in [0.4, 2, 0].enumerated() {
      for weight in try weights(outcome.model, look) { #expect(abs(weight - truth) < 0.5, "\(look): \(weight)") }
    }
    // Of the looks that never spoke nothing was learned.
    #expect(try weights(outcome.model, 5).allSatisfy { abs($0 - 1) < 1e-6 })
    let said = outcome.held.reduce(0) { $0 + $1.probability } / Double(outcome.held.count)
    let cameTrue = Double(outcome.held.count { sample.rows[$0.row].isFraudulent }) / Double(outcome.held.count)
    #expect(abs(said - cameTrue) < 0.04, "\(said), came true \(cameTrue)")
  }

  @Test func `few labels of one night leave strength and curve as documented, and say so`() throws {
    let outcome = try train(sample(30, seed: 3, truth: [1, 1, 1], inOneNight: true))
    #expect(outcome.strength == nil && outcome.trials.isEmpty && outcome.held.isEmpty && outcome.discovery == nil)
    #expect(outcome.model.priorStrength == ModelTraining.documentedStrength)
    let believed = CurveBelief.besideVerdicts
    guard case .floored(let slope, let intercept, _, let ceiling) = outcome.model.calibration.map else {
      Issue.record("another form came back: \(outcome.model.calibration.map)")
      return
    }
    #expect((slope, intercept, ceiling) == (believed.slope, believed.intercept, believed.ceiling))
    for look in 0..<3 { #expect(try weights(outcome.model, look).allSatisfy { abs($0 - 1) < 0.8 }) }
  }

  @Test func `one campaign is too few, two are enough and move little`() throws {
    let samples = (1...4).map { sample(300, seed: 8, truth: [1, 1, 1], frauds: $0) }
    #expect(samples.map(\.campaigns) == [1, 2, 3, 4])
    #expect(samples.map { ModelTraining.obstacle($0) == nil } == [false, true, true, true])
    let outcome = try train(samples[1])
    for look in 0..<3 { #expect(try weights(outcome.model, look).allSatisfy { abs($0 - 1) < 0.4 }) }
  }

  @Test func `the sender state moves the calibration, never the weights`() throws {
    let plain = try train(sample(600, seed: 4, truth: [1, 1, 1]))
    // A state that shouts: eight bits for everyone.
    let stated = try train(sample(600, seed: 4, truth: [1, 1, 1], state: 8))
    #expect(stated.model.weights == plain.model.weights)
    #expect(stated.model.interceptBits == plain.model.interceptBits)
    #expect(zip(stated.held, plain.held).allSatisfy { abs($0.bits - $1.bits - 8) < 1e-9 })
    #expect(stated.model.calibration != plain.model.calibration)
    // The curve moves towards the same findings: it states far less than the one that knew of no state.
    let nats = EvidenceRegression.natsPerBit
    let blind = stated.held.reduce(0) { $0 + plain.model.calibration.probability($1.bits * nats) }
    let frauds = stated.held.reduce(0) { $0 + $1.probability }
    #expect(frauds < 0.7 * blind, "\(frauds) of \(blind)")
  }

  @Test func `what does not fit together is refused`() throws {
    let looks = registry.count
    #expect(throws: LinearModelError.lengthMismatch(expected: 2 * (looks + 1), found: 2 * looks)) {
      try train(sample(60, seed: 6, truth: [1], looks: looks + 1))
    }
    let honest = sample(60, seed: 6, truth: [0], base: -99)
    #expect(ModelTraining.obstacle(honest)?.contains("too few to learn from") == true)
    #expect(throws: LinearModelError.oneClassOnly) { try train(honest) }
  }
}
