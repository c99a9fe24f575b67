import Statistics
import Testing

@testable import Workflow

@Suite struct LabellingChanceTests {
  /// A thousand requests at each of ten scores, the higher ones likelier to be labelled.
  private func log(_ chance: (Int) -> Double) -> [(evidence: Double, weight: Double, isLabelled: Bool)] {
    var random = SeededGenerator(seed: 5)
    return (0..<10_000).map { i in (Double(i % 10), 1.0, random.uniform() < chance(i % 10)) }
  }

  @Test func `a labelled request stands for those of its score that nobody looked at`() throws {
    let chance = try #require(LabellingChance(log { $0 == 9 ? 0.5 : $0 >= 5 ? 0.25 : 0.001 }))
    #expect(abs(chance.weight(ofLabelled: 9) - 2) < 0.2)
    #expect(abs(chance.weight(ofLabelled: 6) - 4) < 0.6)
    // Rarely labelled ones would stand for a thousand; none stands for more than the cap.
    #expect(chance.weight(ofLabelled: 0) == LabellingChance.most)
    #expect(chance.weight(ofUnlabelled: 9) < 1e-9)
    #expect(chance.weight(ofUnlabelled: 0) > 0.8)
  }

  @Test func `labelled and unlabelled rows of a band stand for the band`() throws {
    for rare in [0.004, 0.05, 0.3] {
      let rows = log { $0 == 9 ? 0.8 : rare }
      let chance = try #require(LabellingChance(rows))
      for score in [9.0, 3] {
        let band = rows.filter { $0.evidence == score }
        let sum = band.reduce(0) {
          $0 + ($1.isLabelled ? chance.weight(ofLabelled: score) : chance.weight(ofUnlabelled: score))
        }
        #expect(abs(sum - Double(band.count)) < 0.12 * Double(band.count))
      }
    }
  }

  @Test func `few labels say nothing of their chance`() {
    #expect(LabellingChance(log { _ in 0 }) == nil)
    #expect(LabellingChance(Array(log { _ in 1 }.prefix(Int(LabellingChance.perBand)))) == nil)
  }
}
