import Foundation
import Statistics
import Testing
import Tuning

@Suite struct FalseDiscoveryTests {
  @Test func `A hand-worked list`() throws {
    // m = 5, level 0.1: limits 0.02, 0.04, 0.06, 0.08, 0.1. The fourth (0.07) is the last below its limit.
    let flags = try FalseDiscoveryControl(level: 0.1).discoveries([0.9, 0.05, 0.01, 0.07, 0.03])
    #expect(flags == [false, true, true, true, true])
    #expect(
      FalseDiscoveryControl.adjusted([0.9, 0.05, 0.01, 0.07, 0.03]).map { ($0 * 1e6).rounded() / 1e6 }
        == [0.9, 0.083333, 0.05, 0.0875, 0.075])
  }

  @Test func `A discovery at a level is a test whose adjusted p-value reaches it`() throws {
    var noise = SeededGenerator(seed: 1)
    for _ in 0..<50 {
      let p = (0..<30).map { _ in pow(noise.uniform(), 3) }
      for level in [0.01, 0.1, 0.3] {
        let flags = try FalseDiscoveryControl(level: level).discoveries(p)
        #expect(flags == FalseDiscoveryControl.adjusted(p).map { $0 <= level })
      }
    }
  }

  @Test func `The share of false discoveries stays below the level`() throws {
    var noise = SeededGenerator(seed: 2)
    let control = try FalseDiscoveryControl(level: 0.2)
    var shares: [Double] = []
    for _ in 0..<300 {
      let calibration = (0..<200).map { _ in noise.uniform() }
      let scores = (0..<40).map { $0 < 8 ? 0.9 + 0.2 * noise.uniform() : noise.uniform() }
      let p = scores.map { s in Double(1 + calibration.count { $0 >= s }) / 201 }
      let flags = control.discoveries(p)
      let found = flags.count { $0 }
      shares.append(found == 0 ? 0 : Double(flags[8...].count { $0 }) / Double(found))
    }
    let mean = shares.reduce(0, +) / 300
    let variance = shares.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / 300
    #expect(mean <= 0.2 + 2 * (variance / 300).squareRoot())
    #expect(mean > 0.05, "the control is not vacuous")
  }

  @Test func `Fifty tests at a tenth need 499 calibration requests`() throws {
    let control = try FalseDiscoveryControl(level: 0.1)
    #expect(control.requiredCalibration(tests: 50) == 499)
    var p = [Double](repeating: 1, count: 50)
    p[0] = 1.0 / 500
    #expect(control.discoveries(p).contains(true))
    p[0] = 1.0 / 499
    #expect(!control.discoveries(p).contains(true))
    #expect(throws: TuningError.levelOutOfRange) { try FalseDiscoveryControl(level: 0) }
  }

  @Test func `No tests, no discoveries`() throws {
    #expect(try FalseDiscoveryControl(level: 0.1).discoveries([]) == [])
  }
}

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
