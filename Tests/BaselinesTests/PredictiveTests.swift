import Baselines
import Foundation
import Statistics
import Testing

@Suite struct PredictiveTests {
  /// Random counts of `size` values at four levels; every level holds at least what the one below holds.
  private static func levels(_ random: inout SeededGenerator, size: Int) -> [SIMD4<Double>] {
    (0..<size).map { _ in
      var sum = 0.0
      var out = SIMD4<Double>.zero
      for level in 0..<4 {
        if random.chance(0.6) { sum += Double(random.below(30)) }
        out[level] = sum
      }
      return out
    }
  }

  @Test func `a closed vocabulary's probabilities sum to one at any strengths`() {
    var random = SeededGenerator(seed: 1)
    for _ in 0..<200 {
      let size = 1 + random.below(24)
      let values = Self.levels(&random, size: size)
      let total = values.reduce(SIMD4<Double>.zero, +)
      let strengths = SIMD4(0.5 + 9 * random.uniform(), 8, 40 * random.uniform() + 0.1, 4)
      let sum = values.reduce(0) {
        $0 + closedPredictive(Tally(value: $1, total: total), base: 1 / Double(size), strengths: strengths)
      }
      #expect(abs(sum - 1) < 1e-12)
    }
  }

  @Test func `more of a value is never less probable, at any level`() {
    var random = SeededGenerator(seed: 2)
    for _ in 0..<300 {
      let values = Self.levels(&random, size: 6)
      let total = values.reduce(SIMD4<Double>.zero, +)
      let strengths = SIMD4<Double>(8, 8, 32, 4)
      let before = closedPredictive(Tally(value: values[0], total: total), base: 1 / 6, strengths: strengths)
      for level in 0..<4 {
        var one = SIMD4<Double>.zero
        one[level] = 1
        let after = closedPredictive(
          Tally(value: values[0] + one, total: total + one), base: 1 / 6, strengths: strengths)
        #expect(after >= before - 1e-15)
        #expect(after > 0 && after <= 1)
      }
    }
  }

  @Test func `without a history the level above speaks, with a long one the sender alone`() {
    let strengths = SIMD4<Double>(repeating: 8)
    let stranger = Tally(value: SIMD4(0, 30, 30, 30), total: SIMD4(0, 40, 40, 40))
    let agency = closedPredictive(stranger, base: 0.5, strengths: strengths)
    // (30 + 8 · p above) / 48 with p above near 30/40.
    #expect(abs(agency - 0.73) < 0.02)
    let veteran = Tally(value: SIMD4(0, 30, 30, 30), total: SIMD4(100_000, 40, 40, 40))
    #expect(closedPredictive(veteran, base: 0.5, strengths: strengths) < 1e-4)
    let nobody = Tally(value: .zero, total: .zero)
    #expect(closedPredictive(nobody, base: 0.125, strengths: strengths) == 0.125)
  }

  @Test func `an open vocabulary never hands out more than one, and exactly one at a single level`() {
    var random = SeededGenerator(seed: 3)
    for _ in 0..<200 {
      let values = Self.levels(&random, size: 8)
      let total = values.reduce(SIMD4<Double>.zero, +)
      let novelty = SIMD4(random.uniform(), random.uniform(), random.uniform(), random.uniform())
      let known = values.filter { $0.max() > 0 }
      let sum =
        known.reduce(0) { $0 + openPredictive(Tally(value: $1, total: total), novelty: novelty) }
        + openPredictive(Tally(value: .zero, total: total), novelty: novelty)
      #expect(sum <= 1 + 1e-9)
      let one = values.map { SIMD4(0, 0, 0, $0[3] + 1) }
      let whole = one.reduce(SIMD4<Double>.zero, +)
      let rates = SIMD4(1, 1, 1, 0.3)
      let exact =
        one.reduce(0) { $0 + openPredictive(Tally(value: $1, total: whole), novelty: rates) }
        + openPredictive(Tally(value: .zero, total: whole), novelty: rates)
      #expect(abs(exact - 1) < 1e-9)
    }
  }

  @Test func `what the sender knows beats what only his agency knows, and that what nobody knows`() {
    let total = SIMD4<Double>(repeating: 50)
    let novelty = SIMD4<Double>(repeating: 0.1)
    func p(_ value: SIMD4<Double>) -> Double { openPredictive(Tally(value: value, total: total), novelty: novelty) }
    #expect(p(SIMD4(10, 10, 10, 10)) > p(SIMD4(5, 10, 10, 10)))
    #expect(p(SIMD4(5, 10, 10, 10)) > p(SIMD4(0, 10, 10, 10)))
    #expect(p(SIMD4(0, 10, 10, 10)) > p(SIMD4(0, 0, 0, 10)))
    #expect(p(SIMD4(0, 0, 0, 10)) > p(.zero))
    #expect(p(.zero) > 0)
  }

  @Test func `what has all but faded is not held to be rarer than what was never there`() {
    let total = SIMD4<Double>(3, 200, 1_000, 50_000)
    let novelty = SIMD4<Double>(0.2, 0.1, 0.1, 0.1)
    func p(_ own: Double) -> Double {
      openPredictive(Tally(value: SIMD4(own, 40, 200, 10_000), total: total), novelty: novelty)
    }
    #expect(p(0.001) > p(0))
    #expect(p(0.001) < p(0.01))
  }
}

@Suite struct NoveltyRatesTests {
  private static func tally(total: Double, value: Double, novelty: Double) -> Tally {
    Tally(
      value: SIMD4(repeating: value), total: SIMD4(repeating: total), novelty: SIMD4(repeating: novelty))
  }

  @Test func `a level without a history is always surprised`() {
    #expect(NoveltyRates().rates(Tally(value: .zero, total: .zero)) == SIMD4(repeating: 1))
  }

  @Test func `the rate is a probability, and falls as an entity that never changes grows`() {
    let rates = NoveltyRates()
    var last = 1.0
    for n in [1, 2, 5, 20, 100, 1_000, 100_000] as [Double] {
      let h = rates.rates(Self.tally(total: n, value: 0, novelty: 1))[0]
      #expect(h >= 0.003 && h <= 0.999)
      #expect(h <= last)
      last = h
    }
  }

  @Test(arguments: [0.02, 0.2, 0.8]) func `the log's own rate is learned`(rate: Double) {
    var random = SeededGenerator(seed: 7)
    var rates = NoveltyRates()
    for _ in 0..<4_000 {
      rates.learn(Self.tally(total: 20, value: random.chance(rate) ? 0 : 5, novelty: 3), weight: 1_024)
    }
    let learned = rates.rates(Self.tally(total: 20, value: 0, novelty: 3))[0]
    #expect(abs(learned - rate) < 0.03)
    // An entity of another size has a cell of its own and hears nothing of it.
    let other = Self.tally(total: 2_000, value: 0, novelty: 3)
    #expect(rates.rates(other) == NoveltyRates().rates(other))
  }

  @Test func `a level is asked only about what was new to the levels below`() {
    var rates = NoveltyRates()
    rates.learn(
      Tally(value: SIMD4(0, 4, 4, 4), total: SIMD4(repeating: 20), novelty: .zero), weight: 1_024)
    let seen = (0..<4).map { level in
      rates.seen[
        level * NoveltyRates.sizes * NoveltyRates.shares..<(level + 1) * NoveltyRates.sizes * NoveltyRates.shares
      ]
      .reduce(0, +)
    }
    #expect(seen == [1_024, 1_024, 0, 0])
    #expect(rates.new.reduce(0, +) == 1_024)
  }

  @Test func `cells cover every size and share without running over`() {
    var cells: Set<Int> = []
    for level in 0..<4 {
      for n in [0, 0.5, 1, 3.9, 4, 100, 1e5, 1e12] as [Double] {
        for share in [0, 0.1, 1] { cells.insert(NoveltyRates.cell(level: level, total: n, novel: share * n)) }
      }
    }
    #expect(cells.min()! >= 0 && cells.max()! < NoveltyRates().seen.count)
  }

  @Test func `merging adds`() {
    var a = NoveltyRates()
    var b = NoveltyRates()
    var both = NoveltyRates()
    for (i, n) in [3.0, 9, 80, 700].enumerated() {
      let tally = Self.tally(total: n, value: i % 2 == 0 ? 0 : 2, novelty: 2)
      if i < 2 { a.learn(tally, weight: 512) } else { b.learn(tally, weight: 300) }
      both.learn(tally, weight: i < 2 ? 512 : 300)
    }
    var merged = b
    merged.merge(a)
    a.merge(b)
    #expect(a == both && merged == both)
  }
}

@Suite struct StrengthsTests {
  /// Senders whose habits vary about their agency's with the given strength: categories are drawn from a Pólya urn.
  private static func learned(_ strength: Double, seed: UInt64) -> Strengths {
    var random = SeededGenerator(seed: seed)
    var out = Strengths()
    let base = [0.4, 0.3, 0.2, 0.1]
    let above = SIMD4(0, 4_000, 4_000, 4_000) as SIMD4<Double>
    for _ in 0..<60 {
      let habit = random.dirichlet(base.map { $0 * strength })
      var counts = [0.0, 0, 0, 0]
      for n in 0..<40 {
        let value = random.index(weights: habit)
        var tally = Tally(value: above * base[value], total: above)
        tally.value[0] = counts[value]
        tally.total[0] = Double(n)
        out.learn(tally, base: 0.25, weight: 1)
        counts[value] += 1
      }
    }
    return out
  }

  @Test(arguments: [0.5, 2, 8, 32, 128] as [Double])
  func `the strength that made the log is chosen, or its neighbour`(strength: Double) {
    var strengths = Self.learned(strength, seed: 5)
    strengths.choose()
    let i = Strengths.candidates.firstIndex(of: strength)!
    let chosen = Strengths.candidates.firstIndex(of: strengths.current[0])!
    #expect(abs(chosen - i) <= 1)
  }

  @Test func `nothing learned changes nothing, and old months fade`() {
    var strengths = Strengths()
    let before = strengths.current
    strengths.choose()
    #expect(strengths.current == before)
    var learned = Self.learned(2, seed: 6)
    let sums = learned.sums
    learned.choose()
    #expect(zip(learned.sums, sums).allSatisfy { $0 == $1 / 2 })
  }

  @Test func `nights learned apart merge into the same sums`() {
    var a = Self.learned(2, seed: 7)
    let b = Self.learned(32, seed: 8)
    let expected = zip(a.sums, b.sums).map(+)
    a.merge(b)
    #expect(a.sums == expected)
  }
}
