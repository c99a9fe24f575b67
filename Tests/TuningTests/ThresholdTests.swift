import Statistics
import Testing
import Tuning

@Suite struct ThresholdTests {
  let bootstrap = ClusterBootstrap(seed: 3, replicates: 80)

  /// The best allowed threshold by trying every score.
  func slowBest(
    _ rows: [Labelled], nights: Double, isAllowed: (Double, Double) -> Bool, worth: (Double, Double) -> Double
  )
    -> Double?
  {
    var best: (Double, Double)?
    for threshold in Set(rows.map(\.score)).sorted(by: >) {
      let above = rows.filter { $0.score >= threshold }
      let caught = Double(above.count { $0.isFraudulent })
      let alerts = Double(above.count)
      guard isAllowed(alerts, caught) else { continue }
      if best == nil || worth(alerts, caught) > best!.1 { best = (threshold, worth(alerts, caught)) }
    }
    return best?.0
  }

  @Test func `The sweep finds what trying every score finds`() throws {
    for seed in 1...12 {
      var noise = SeededGenerator(seed: UInt64(seed))
      let rows =
        noise.rows(150, nights: 10, fraud: 0.2) + [
          row(900, night: 0, score: 2, isFraudulent: true), row(901, night: 9, score: 1, isFraudulent: false),
        ]
      let sample = try RankedSample(rows)
      let quick = ClusterBootstrap(seed: 1, replicates: 2)
      #expect(
        try sample.decideThreshold(.budget(perNight: 3), bootstrap: quick).candidate
          == slowBest(rows, nights: 10, isAllowed: { a, _ in a <= 30 }, worth: { $1 }))
      #expect(
        try sample.decideThreshold(.precision(least: 0.6), bootstrap: quick).candidate
          == slowBest(rows, nights: 10, isAllowed: { a, c in c >= 0.6 * a }, worth: { $1 }))
      #expect(
        try sample.decideThreshold(.cost(miss: 5, alarm: 1), bootstrap: quick).candidate
          == slowBest(rows, nights: 10, isAllowed: { _, _ in true }, worth: { 5 * $1 - ($0 - $1) }))
    }
  }

  @Test func `Without an old threshold the first one is taken`() throws {
    var noise = SeededGenerator(seed: 1)
    let decision = try RankedSample(noise.rows(400)).decideThreshold(.budget(perNight: 3), bootstrap: bootstrap)
    #expect(decision.reason == .first)
    #expect(decision.threshold == decision.candidate)
    #expect(decision.isReplaced)
  }

  @Test func `An old threshold that is nearly as good stays`() throws {
    var noise = SeededGenerator(seed: 2)
    let sample = try RankedSample(noise.rows(400, levels: 100))
    let best = try #require(try sample.decideThreshold(.cost(miss: 10, alarm: 1), bootstrap: bootstrap).candidate)
    let decision = try sample.decideThreshold(.cost(miss: 10, alarm: 1), old: best + 0.02, bootstrap: bootstrap)
    #expect(decision.reason == .withinChance)
    #expect(decision.threshold == best + 0.02)
    #expect(!decision.isReplaced)
  }

  @Test func `A gain is believed only where its whole interval is a gain`() throws {
    var noise = SeededGenerator(seed: 12)
    let sample = try RankedSample(noise.rows(400, levels: 100))
    let objective = ThresholdObjective.cost(miss: 10, alarm: 1)
    let best = try #require(try sample.decideThreshold(objective, bootstrap: bootstrap).candidate)
    var doubtful = 0
    for step in [0.1, 0.2, 0.3, 0.5, 0.8, 1.2, 2] {
      let decision = try sample.decideThreshold(objective, old: best + step, tableBudgets: [], bootstrap: bootstrap)
      let gain = try #require(decision.gain)
      #expect((decision.reason == .better) == (gain.low > 0))
      #expect(decision.threshold == (gain.low > 0 ? best : best + step))
      if gain.value > 0, gain.low <= 0 { doubtful += 1 }
    }
    #expect(doubtful > 0, "the steps pass through the doubtful")
  }

  @Test func `A much worse old threshold is replaced`() throws {
    var noise = SeededGenerator(seed: 2)
    let sample = try RankedSample(noise.rows(1000, separation: 6, levels: 100))
    let decision = try sample.decideThreshold(.cost(miss: 10, alarm: 1), old: 1000, bootstrap: bootstrap)
    #expect(decision.reason == .better)
    #expect(decision.threshold == decision.candidate)
    let gain = try #require(decision.gain)
    #expect(gain.low > 0)
  }

  @Test func `An old threshold that drowns the desk is replaced though it recalls more`() throws {
    var noise = SeededGenerator(seed: 4)
    let sample = try RankedSample(noise.rows(1000, levels: 100))
    let decision = try sample.decideThreshold(.budget(perNight: 5), old: 0, bootstrap: bootstrap)
    #expect(decision.reason == .oldBreaksObjective)
    #expect(decision.threshold == decision.candidate)
  }

  @Test func `The same threshold is no replacement, and an unattainable precision changes nothing`() throws {
    var noise = SeededGenerator(seed: 5)
    let rows = noise.rows(300) + [row(999, score: 99, isFraudulent: false)]
    let sample = try RankedSample(rows)
    let best = try #require(try sample.decideThreshold(.budget(perNight: 4), bootstrap: bootstrap).candidate)
    #expect(try sample.decideThreshold(.budget(perNight: 4), old: best, bootstrap: bootstrap).reason == .same)
    let decision = try sample.decideThreshold(.precision(least: 1), old: 7, bootstrap: bootstrap)
    #expect(decision.reason == .unattainable)
    #expect(decision.threshold == 7)
  }

  @Test func `Down the trade-off table alerts and recall grow`() throws {
    var noise = SeededGenerator(seed: 6)
    let table = try RankedSample(noise.rows(800, levels: 100)).decideThreshold(
      .budget(perNight: 5), old: 2, bootstrap: bootstrap
    ).tradeOff
    #expect(table.count > 5)
    for (a, b) in zip(table, table.dropFirst()) {
      #expect(a.threshold > b.threshold)
      #expect(a.alertsPerNight.value < b.alertsPerNight.value)
      #expect(a.recall.value <= b.recall.value)
      #expect(a.missedRequests >= b.missedRequests)
    }
    for point in table {
      #expect(point.recall.low <= point.recall.value && point.recall.value <= point.recall.high)
    }
  }

  @Test func `Objectives out of range are refused`() throws {
    var noise = SeededGenerator(seed: 7)
    let sample = try RankedSample(noise.rows(100))
    for objective in [ThresholdObjective.budget(perNight: 0), .precision(least: 1.1), .cost(miss: 0, alarm: 1)] {
      #expect(throws: TuningError.objectiveOutOfRange) { try sample.decideThreshold(objective, bootstrap: bootstrap) }
    }
  }
}
