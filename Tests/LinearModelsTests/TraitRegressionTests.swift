import Statistics
import Testing

@testable import LinearModels

@Suite struct TraitRegressionTests {
  /// Evidence that says the truth, and traits: 0 is commoner among frauds, 1 is a coin, 2 comes twice.
  private func rows(_ count: Int, seed: UInt64, share: Double) -> [TraitRegression.Row] {
    var random = SeededGenerator(seed: seed)
    return (0..<count).map { i in
      let isFraud = random.uniform() < 0.1
      var traits: [Int] = []
      if random.uniform() < (isFraud ? share : 0.3) { traits.append(0) }
      if random.uniform() < 0.5 { traits.append(1) }
      if i < 2 { traits.append(2) }
      return TraitRegression.Row(traits: traits, label: isFraud ? 1 : 0, weight: 1, offsetBits: isFraud ? 0 : -6)
    }
  }

  @Test func `what frauds have in common adds, what they lack subtracts, what is a coin does neither`() throws {
    for seed in 1...5 as ClosedRange<UInt64> {
      let more = try TraitRegression().fit(rows(2_000, seed: seed, share: 0.9))
      let less = try TraitRegression().fit(rows(2_000, seed: seed, share: 0.02))
      #expect(try #require(more.bits[0]) > 0.3)
      #expect(try #require(less.bits[0]) < -0.3)
      #expect(abs(try #require(more.bits[1])) < 0.3)
      #expect(more.certificate?.status == .converged)
    }
  }

  @Test func `frauds that the evidence shows anyhow teach too, and less than those that it misses`() throws {
    func learned(fraud: Double) throws -> Double {
      var rows = rows(2_000, seed: 8, share: 0.9)
      for i in rows.indices { rows[i].offsetBits = rows[i].label == 1 ? fraud : -6 }
      return try #require(TraitRegression().fit(rows).bits[0])
    }
    let (shown, missed) = (try learned(fraud: 8), try learned(fraud: -6))
    #expect(shown > 0.3)
    #expect(missed > 1.5 * shown)
  }

  @Test func `a trait of a few requests is left out`() throws {
    #expect(try TraitRegression().fit(rows(2_000, seed: 3, share: 0.9)).bits[2] == nil)
  }

  @Test func `what ordinary requests add is said, so that it can be given back`() throws {
    let rows = rows(2_000, seed: 4, share: 0.9)
    let outcome = try TraitRegression().fit(rows)
    let sums = rows.filter { $0.label == 0 }.map { row in row.traits.reduce(0) { $0 + (outcome.bits[$1] ?? 0) } }
    #expect(abs(outcome.ordinaryBits - sums.reduce(0, +) / Double(sums.count)) < 1e-9)
  }

  @Test func `one campaign moves little, and the more of them the more`() throws {
    let sizes = try [20, 200, 2_000].map { size in
      try #require(try TraitRegression().fit(rows(size, seed: 9, share: 0.9)).bits[0])
    }
    #expect(sizes[0] < 0.15)
    #expect(sizes == sizes.sorted())
  }

  @Test func `names of indicators do not matter, nor the order of rows but for the last digits`() throws {
    let rows = rows(600, seed: 6, share: 0.8)
    let one = try TraitRegression().fit(rows)
    var renamed = rows
    for i in renamed.indices { renamed[i].traits = rows[i].traits.map { 70 - 3 * $0 } }
    let other = try TraitRegression().fit(renamed.reversed())
    for trait in [0, 1] { #expect(abs(one.bits[trait]! - other.bits[70 - 3 * trait]!) < 1e-8) }
  }

  @Test func `of one class, of no weight or of no row nothing is learned`() throws {
    let rows = rows(300, seed: 7, share: 0.8)
    for poor in [[], rows.filter { $0.label == 0 }, rows.filter { $0.label == 1 }] {
      let outcome = try TraitRegression().fit(poor)
      #expect(outcome.bits.isEmpty)
      #expect(outcome.ordinaryBits == 0)
    }
  }
}
