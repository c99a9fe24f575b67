import Foundation
import LinearAlgebra
import LinearModels
import Statistics
import Testing

@Suite struct EvidenceRegressionTests {
  let hand = ["hour", "volume", "wording"].map {
    EvidenceRegression.HandWeight(detector: $0, weight: 1, precision: 4)
  }

  /// Evidence in bits whose true weights are `truth`.
  func rows(_ count: Int, seed: UInt64, truth: [Double]) -> (bits: Matrix, labels: [Double]) {
    var noise = SeededGenerator(seed: seed)
    var made = noise.sample(rows: count, truth: truth, base: -2)
    for i in made.design.elements.indices { made.design.elements[i] /= EvidenceRegression.natsPerBit }
    return (made.design, made.labels)
  }

  @Test func `A few labels leave the hand weights, many replace them`() throws {
    let truth = [0.3, 1.8, 0]
    var last = Double.infinity
    for count in [10, 300, 30_000] {
      let (bits, labels) = rows(count, seed: 2, truth: truth)
      let fit = try EvidenceRegression(handWeights: hand).fit(EvidenceRegression.sample(bits: bits, labels: labels))
      #expect(fit.certificate.status == .converged)
      #expect(fit.coefficients.allSatisfy { $0 >= 0 })
      let error = distance(fit.coefficients, truth)
      #expect(error < last)
      last = error
    }
    #expect(last < 0.1)
    let (bits, labels) = rows(10, seed: 2, truth: truth)
    let few = try EvidenceRegression(handWeights: hand, strength: 100)
      .fit(EvidenceRegression.sample(bits: bits, labels: labels))
    #expect(distance(few.coefficients, [1, 1, 1]) < 0.05)
  }

  @Test func `Offsets in bits stand beside the evidence`() throws {
    let (bits, labels) = rows(500, seed: 4, truth: [1, 1, 1])
    let offsets = (0..<500).map { bits[$0, 2] }
    let two = Matrix((0..<500).map { Array(bits.row($0)[0..<2]) })
    let regression = EvidenceRegression(handWeights: Array(hand[0..<2]))
    let withOffset = try regression.fit(EvidenceRegression.sample(bits: two, labels: labels, offsetBits: offsets))
    // The same as a third look whose weight a strong prior holds at 1.
    var three = hand
    three[2].precision = 1e9
    let held = try EvidenceRegression(handWeights: three).fit(EvidenceRegression.sample(bits: bits, labels: labels))
    #expect(distance(withOffset.coefficients, Array(held.coefficients[0..<2])) < 1e-5)
  }

  @Test func `A documented strength stays unless another is clearly better`() throws {
    func chosen(_ truth: [Double]) throws -> Double {
      let (bits, labels) = rows(1500, seed: 8, truth: truth)
      let folds = try TimeOrderedFolds(count: 4).split(
        nights: (0..<1500).map { $0 / 15 }, labels: labels, campaigns: [String](repeating: "", count: 1500))
      let sample = try EvidenceRegression.sample(bits: bits, labels: labels)
      return try EvidenceRegression(handWeights: hand).tuned(
        on: sample, folds: folds, strengths: [0.1, 10, 1000], documented: 10
      ).choice.chosen
    }
    #expect(try chosen([1, 1, 1]) == 10)
    #expect(try chosen([0.1, 4, 0]) == 0.1)
  }

  @Test func `Cross-validation holds a good prior and lets go of a bad one`() throws {
    func chosen(_ truth: [Double]) throws -> PriorStrength {
      let (bits, labels) = rows(1500, seed: 7, truth: truth)
      let folds = try TimeOrderedFolds(count: 4).split(
        nights: (0..<1500).map { $0 / 15 }, labels: labels, campaigns: [String](repeating: "", count: 1500))
      let regression = EvidenceRegression(handWeights: hand)
      let sample = try EvidenceRegression.sample(bits: bits, labels: labels)
      return try regression.tuned(on: sample, folds: folds, strengths: [0.1, 1, 10, 100]).choice
    }
    let good = try chosen([1, 1, 1])
    let bad = try chosen([0.2, 3, 0])
    #expect(good.chosen == 100)
    #expect(bad.chosen < 10)
    for choice in [good, bad] {
      let trial = try #require(choice.trials.first { $0.strength == choice.chosen })
      #expect(trial.excess <= trial.excessError)
      #expect(choice.trials.allSatisfy { $0.excess >= 0 })
      #expect(choice.trials.contains { $0.excess == 0 })
    }
  }

  @Test func `Without folds or candidates nothing is chosen`() throws {
    let (bits, labels) = rows(50, seed: 7, truth: [1, 1, 1])
    let sample = try EvidenceRegression.sample(bits: bits, labels: labels)
    #expect(throws: LinearModelError.tooFewFolds) {
      try EvidenceRegression(handWeights: hand).tuned(on: sample, folds: [], strengths: [1])
    }
    #expect(throws: LinearModelError.noCandidates) {
      try EvidenceRegression(handWeights: hand).tuned(on: sample, folds: [], strengths: [])
    }
  }

  func model() throws -> LinearModel {
    let (bits, labels) = rows(400, seed: 9, truth: [1, 0.5, 0])
    let regression = EvidenceRegression(handWeights: hand)
    let fit = try regression.fit(EvidenceRegression.sample(bits: bits, labels: labels))
    var model = LinearModel(
      name: "spring", regression: regression, fit: fit,
      calibration: Calibration(map: .beta(a: 0.1, b: 1.0 / 3, c: -2), shift: -1.7),
      dataDigests: ["labels": "00ff", "log": "a1"], seed: .max, labelledRequests: 400, fraudulentRequests: 90,
      thresholds: ["alert": 7.25])
    model.traits = ["hour/9": 0.1, "asks_for/payment": -1.0 / 3]
    return model
  }

  @Test func `A model survives its file, which is the same bytes every time`() throws {
    let model = try model()
    let data = try model.encoded()
    #expect(try LinearModel(reading: data) == model)
    #expect(try LinearModel(reading: data).encoded() == data)
    let text = String(decoding: data, as: UTF8.self)
    #expect(text.contains("\"schema\" : 2"))
    #expect(text.contains("0.3333333333333333,") || text.contains("0.3333333333333333\n"), "shortest round trip")
    let keys = text.split(separator: "\n").filter { $0.hasPrefix("  \"") }.map { String($0.prefix { $0 != ":" }) }
    #expect(keys == keys.sorted())
    #expect(keys.count == 13)
  }

  @Test func `A newer program's model is refused`() throws {
    let text = String(decoding: try model().encoded(), as: UTF8.self)
    let newer = Data(text.replacing("\"schema\" : 2", with: "\"schema\" : 3").utf8)
    #expect(throws: LinearModelError.unknownSchema(found: 3, newestKnown: 2)) { try LinearModel(reading: newer) }
  }

  @Test func `A model of the schema before, which knew no traits, is read`() throws {
    var model = try model()
    model.traits = [:]
    let older = String(decoding: try model.encoded(), as: UTF8.self).replacing("\"schema\" : 2", with: "\"schema\" : 1")
      .split(separator: "\n", omittingEmptySubsequences: false)
    let start = try #require(older.firstIndex { $0.hasPrefix("  \"traits\"") })
    let end = try #require(older[start...].firstIndex { $0.hasPrefix("  }") })
    let text = (older[..<start] + older[(end + 1)...]).joined(separator: "\n")
    #expect(!text.contains("traits"))
    #expect(try LinearModel(reading: Data(text.utf8)) == model)
  }

  @Test func `A model's log odds are the fit's, and an unknown look is not passed over`() throws {
    let model = try model()
    let bits = try #require(model.logOddsBits(["hour": 2, "volume": -1, "wording": 0.5]))
    let weights = ["hour", "volume", "wording"].map { model.weights[$0]!.weight }
    #expect(abs(bits - (model.interceptBits + 2 * weights[0] - weights[1] + 0.5 * weights[2])) < 1e-12)
    #expect(model.logOddsBits(["hour": 2, "tarot": 1]) == nil)
    #expect(model.logOddsBits([:]) == model.interceptBits)
    #expect(model.probability(logOddsBits: 5) > model.probability(logOddsBits: 4))
  }
}
