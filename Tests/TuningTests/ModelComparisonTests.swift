import Statistics
import Testing
import Tuning

@Suite struct ModelComparisonTests {
  let bootstrap = ClusterBootstrap(seed: 1, replicates: 100)

  /// The same requests with scores as they are, and with noise over them.
  func pair(noiseLevel: Double) throws -> (RankedSample, RankedSample) {
    var noise = SeededGenerator(seed: 3)
    let rows = noise.rows(500, levels: 100)
    let noisy = rows.map { row in
      var row = row
      row.score += noiseLevel * noise.uniform()
      return row
    }
    return (try RankedSample(rows), try RankedSample(noisy))
  }

  @Test func `A model is no better than itself`() throws {
    let (a, _) = try pair(noiseLevel: 0)
    let found = try a.comparison(against: a, bootstrap: bootstrap)
    #expect(found.averagePrecision == Estimate(value: 0, low: 0, high: 0))
    #expect(!found.isBetter)
    #expect(found.brier == nil)
  }

  @Test func `Noise over the scores is seen, from both sides`() throws {
    let (a, b) = try pair(noiseLevel: 6)
    let forward = try a.comparison(against: b, bootstrap: bootstrap)
    let backward = try b.comparison(against: a, bootstrap: bootstrap)
    #expect(forward.isBetter && !backward.isBetter)
    #expect(abs(forward.averagePrecision.value + backward.averagePrecision.value) < 1e-15)
    #expect(abs(forward.averagePrecision.low + backward.averagePrecision.high) < 1e-12)
  }

  @Test func `The difference's interval is narrower than the figures' own`() throws {
    let (a, b) = try pair(noiseLevel: 0.3)
    let difference = try a.comparison(against: b, bootstrap: bootstrap).averagePrecision
    let single = try a.evaluation(budgets: [], lengths: [], bootstrap: bootstrap).averagePrecision
    #expect(difference.high - difference.low < 0.7 * (single.high - single.low))
  }

  @Test func `The better probability has the lower Brier score`() throws {
    var noise = SeededGenerator(seed: 8)
    var rows = noise.rows(300)
    for i in rows.indices { rows[i].probability = rows[i].isFraudulent ? 0.7 : 0.1 }
    let worse = rows.map { row in
      var row = row
      row.probability = 0.5
      return row
    }
    let found = try RankedSample(rows).comparison(against: RankedSample(worse), bootstrap: bootstrap)
    #expect(try #require(found.brier).high < 0)
  }

  @Test func `Other requests cannot be compared`() throws {
    let (a, _) = try pair(noiseLevel: 0)
    let fewer = try RankedSample(Array(a.rows.dropLast()))
    #expect(throws: TuningError.differentRequests) { try a.comparison(against: fewer, bootstrap: bootstrap) }
  }
}
