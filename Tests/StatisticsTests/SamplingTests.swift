import Statistics
import Testing

/// Mean and variance of draws.
private func moments(_ count: Int = 20_000, _ draw: () -> Double) -> (mean: Double, variance: Double) {
  var sum = 0.0
  var squares = 0.0
  for _ in 0..<count {
    let x = draw()
    sum += x
    squares += x * x
  }
  let mean = sum / Double(count)
  return (mean, squares / Double(count) - mean * mean)
}

/// Whether a value lies within a share of another.
private func isNear(_ a: Double, _ b: Double, within share: Double) -> Bool { abs(a - b) <= share * abs(b) }

@Suite("Seeded generator") struct SeededGeneratorTests {
  @Test func theSameSeedGivesTheSameNumbersAndAnotherSeedOthers() {
    var a = SeededGenerator(seed: 7)
    var b = SeededGenerator(seed: 7)
    var c = SeededGenerator(seed: 8)
    let first = (0..<100).map { _ in a.next() }
    #expect(first == (0..<100).map { _ in b.next() })
    #expect(first != (0..<100).map { _ in c.next() })
  }

  @Test func aSplitDoesNotDependOnHowManyNumbersWereDrawn() {
    let fresh = SeededGenerator(seed: 3)
    var used = fresh
    for _ in 0..<50 { _ = used.next() }
    var a = fresh.split("agency").split(12)
    var b = used.split("agency").split(12)
    #expect(a.next() == b.next())
  }

  @Test func splitsWithOtherLabelsAreOtherStreams() {
    let root = SeededGenerator(seed: 3)
    var keys = Set((0..<2_000).map { root.split($0).key })
    for label in ["", "a", "b", "ab", "ba"] { keys.insert(root.split(label).key) }
    keys.insert(root.split("a").split("b").key)
    #expect(keys.count == 2_006)
  }

  @Test func mixingIsNotSymmetric() {
    #expect(SeededGenerator.mix(1, 2) != SeededGenerator.mix(2, 1))
  }

  @Test func boundedNumbersReachEveryValueAndNoneBeyond() {
    var random = SeededGenerator(seed: 1)
    var counts = [Int](repeating: 0, count: 7)
    for _ in 0..<7_000 { counts[random.below(7)] += 1 }
    #expect(counts.allSatisfy { $0 > 800 && $0 < 1_200 })
  }

  @Test func uniformStaysInTheHalfOpenUnitInterval() {
    var random = SeededGenerator(seed: 2)
    let draws = (0..<10_000).map { _ in random.uniform() }
    #expect(draws.allSatisfy { $0 >= 0 && $0 < 1 })
    #expect(abs(draws.reduce(0, +) / 10_000 - 0.5) < 0.02)
  }
}

@Suite("Sampling") struct SamplingTests {
  @Test func normalHasItsMoments() {
    var random = SeededGenerator(seed: 11)
    let m = moments { random.normal(mean: 3, deviation: 2) }
    #expect(abs(m.mean - 3) < 0.06)
    #expect(isNear(m.variance, 4, within: 0.05))
  }

  @Test(arguments: [0.2, 0.9, 1.0, 3.5, 40])
  func gammaHasItsMomentsOnBothSidesOfShapeOne(shape: Double) {
    var random = SeededGenerator(seed: 12)
    let m = moments { random.gamma(shape: shape, scale: 2) }
    #expect(isNear(m.mean, 2 * shape, within: 0.05))
    #expect(isNear(m.variance, 4 * shape, within: 0.12))
  }

  @Test(arguments: [0.3, 4, 9.99, 10.0, 75, 4_000])
  func poissonHasEqualMeanAndVarianceInBothAlgorithms(mean: Double) {
    var random = SeededGenerator(seed: 13)
    let m = moments { Double(random.poisson(mean: mean)) }
    #expect(isNear(m.mean, mean, within: 0.03))
    #expect(isNear(m.variance, mean, within: 0.06))
  }

  @Test func poissonOfNothingIsNothing() {
    var random = SeededGenerator(seed: 1)
    #expect(random.poisson(mean: 0) == 0)
    #expect(random.poisson(mean: -1) == 0)
    #expect(random.negativeBinomial(mean: 0, size: 1) == 0)
  }

  @Test func negativeBinomialIsOverDispersedByItsSize() {
    var random = SeededGenerator(seed: 14)
    // Variance = 6 + 36 / 2 = 24.
    let m = moments { Double(random.negativeBinomial(mean: 6, size: 2)) }
    #expect(isNear(m.mean, 6, within: 0.04))
    #expect(isNear(m.variance, 24, within: 0.1))
  }

  @Test func betaHasItsMeanAndVariance() {
    var random = SeededGenerator(seed: 15)
    // a = 2, b = 6: mean 1/4, variance ab / ((a+b)²(a+b+1)) = 12 / 576.
    let m = moments { random.beta(2, 6) }
    #expect(isNear(m.mean, 0.25, within: 0.03))
    #expect(isNear(m.variance, 12.0 / 576, within: 0.08))
    let n = moments { random.beta(mean: 0.9, concentration: 20) }
    #expect(isNear(n.mean, 0.9, within: 0.01))
  }

  @Test func dirichletSharesSumToOneAndFollowTheirWeights() {
    var random = SeededGenerator(seed: 16)
    var totals = [0.0, 0, 0]
    for _ in 0..<5_000 {
      let shares = random.dirichlet([1, 3, 0])
      #expect(abs(shares.reduce(0, +) - 1) < 1e-12)
      for i in 0..<3 { totals[i] += shares[i] }
    }
    #expect(isNear(totals[1] / totals[0], 3, within: 0.08))
    #expect(totals[2] == 0)
  }

  @Test func logNormalHasItsMedian() {
    var random = SeededGenerator(seed: 17)
    let draws = (0..<9_999).map { _ in random.logNormal(median: 9.7, sigma: 1.5) }.sorted()
    #expect(isNear(draws[4_999], 9.7, within: 0.08))
  }

  @Test func paretoStaysAboveItsMinimumWithItsTail() {
    var random = SeededGenerator(seed: 18)
    let draws = (0..<20_000).map { _ in random.pareto(minimum: 5, shape: 2) }
    #expect(draws.allSatisfy { $0 >= 5 })
    // Survival at twice the minimum is 1/4.
    #expect(isNear(Double(draws.count { $0 > 10 }) / 20_000, 0.25, within: 0.06))
  }

  @Test func geometricStartsAtOneWithItsMean() {
    var random = SeededGenerator(seed: 19)
    let m = moments { Double(random.geometric(mean: 1.3)) }
    #expect(isNear(m.mean, 1.3, within: 0.02))
    #expect((0..<500).allSatisfy { _ in random.geometric(mean: 1) == 1 })
  }

  @Test func theTableAndTheScanDrawTheSameShares() {
    let weights = [0.5, 0, 3, 1.5]
    let table = CategoricalTable(weights: weights)
    var random = SeededGenerator(seed: 20)
    var fromTable = [Double](repeating: 0, count: 4)
    var fromScan = fromTable
    for _ in 0..<20_000 {
      fromTable[table.draw(&random)] += 1
      fromScan[random.index(weights: weights)] += 1
    }
    for i in weights.indices {
      #expect(abs(fromTable[i] / 20_000 - weights[i] / 5) < 0.012)
      #expect(abs(fromScan[i] / 20_000 - weights[i] / 5) < 0.012)
    }
    #expect(fromTable[1] == 0 && fromScan[1] == 0)
  }

  @Test func zipfFallsWithRankByItsExponent() {
    let table = CategoricalTable(zipf: 1.4, count: 30)
    var random = SeededGenerator(seed: 21)
    var counts = [Double](repeating: 0, count: table.count)
    for _ in 0..<40_000 { counts[table.draw(&random)] += 1 }
    // 2^1.4 = 2.639…
    #expect(isNear(counts[0] / counts[1], 2.639, within: 0.07))
    #expect(counts[0] > counts[4] && counts[4] > counts[25])
  }
}
