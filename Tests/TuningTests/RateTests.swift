import Foundation
import Statistics
import Testing
import Tuning

@Suite struct DayBlockBootstrapTests {
  @Test func `A constant rate has no width`() {
    let rate = DayBlockBootstrap(seed: 1).rate(
      events: [Double](repeating: 2, count: 30), trials: [Double](repeating: 100, count: 30))
    #expect(rate == Estimate(value: 0.02, low: 0.02, high: 0.02))
  }

  @Test func `Days that remember each other widen the interval`() {
    // Two weeks of alarms after six of silence.
    let events = (0..<56).map { $0 < 14 ? 5.0 : 0 }
    let trials = [Double](repeating: 100, count: 56)
    func width(_ length: Int) -> Double {
      let rate = DayBlockBootstrap(seed: 1, replicates: 500, blockLength: length).rate(events: events, trials: trials)
      return rate.high - rate.low
    }
    #expect(width(7) > 1.5 * width(1))
  }

  @Test func `The interval covers the truth about as often as it says`() {
    var noise = SeededGenerator(seed: 4)
    var covered = 0
    for run in 0..<200 {
      let events = (0..<60).map { _ in (0..<20).reduce(0.0) { sum, _ in sum + (noise.uniform() < 0.1 ? 1 : 0) } }
      let rate = DayBlockBootstrap(seed: UInt64(run), replicates: 200).rate(
        events: events, trials: [Double](repeating: 20, count: 60))
      if rate.low <= 0.1, 0.1 <= rate.high { covered += 1 }
    }
    #expect(covered >= 170 && covered <= 200)
  }

  @Test func `No trials say nothing`() throws {
    let rate = DayBlockBootstrap(seed: 1).rate(events: [0, 0], trials: [0, 0])
    #expect(rate.value.isNaN && rate.low == 0 && rate.high == 1)
    let text = String(decoding: try JSONEncoder().encode(rate), as: UTF8.self)
    #expect(text.contains("\"value\":null"))
    #expect(try JSONDecoder().decode(Estimate.self, from: Data(text.utf8)).value.isNaN)
  }
}

@Suite struct GroupRatesTests {
  @Test func `Groups partition the requests`() throws {
    var noise = SeededGenerator(seed: 3)
    var rows = noise.rows(300)
    for i in rows.indices { rows[i].country = ["DE", "IT", "US"][i % 3] }
    let sample = try RankedSample(rows)
    let alerts = sample.alerts(budget: 2)
    let rates = sample.rates(by: .country, alerts: alerts, bootstrap: DayBlockBootstrap(seed: 1, replicates: 100))
    #expect(rates.map(\.group) == ["DE", "IT", "US"])
    #expect(rates.reduce(0) { $0 + $1.requests } == 300)
    let alarms = rates.reduce(0.0) { $0 + $1.falseAlarmRate.value * Double($1.requests - $1.fraudulentRequests) }
    let direct = zip(alerts, sample.rows).count { $0 && !$1.isFraudulent }
    #expect(abs(alarms - Double(direct)) < 1e-9)
  }
}
