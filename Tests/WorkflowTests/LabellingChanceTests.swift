import Statistics
import Testing

@testable import Workflow

@Suite struct LabellingChanceTests {
  /// A thousand requests at each of ten scores, the higher ones likelier to be labelled.
  private func log(_ chance: (Int) -> Double) -> [(evidence: Double, weight: Double, isLabelled: Bool)] {
    var random = SeededGenerator(seed: 5)
    return (0..<10_000).map { i in (Double(i % 10), 1.0, random.uniform() < chance(i % 10)) }
  }

  @Test func `the chance of a band is its labelled share, and rare labels share one band`() throws {
    let chance = try #require(LabellingChance(log { $0 == 9 ? 0.5 : $0 >= 5 ? 0.25 : 0.001 }))
    let top = try #require(chance.bands.first)
    #expect(top.from == 9)
    #expect(abs(top.chance - 0.5) < 0.06)
    for band in chance.bands.dropFirst().dropLast() { #expect(abs(band.chance - 0.25) < 0.06) }
    let last = try #require(chance.bands.last)
    #expect(last.from == -.infinity)
    #expect(last.chance < 0.1)
  }

  @Test func `few labels say nothing of their chance`() {
    #expect(LabellingChance(log { _ in 0 }) == nil)
    #expect(LabellingChance(Array(log { _ in 1 }.prefix(Int(LabellingChance.perBand)))) == nil)
  }
}
