import Foundation
import LinearModels
import Statistics
import Testing

@Suite struct CalibrationMapTests {
  /// Log odds `z` whose truth has the probability `link(z)`.
  func sample(_ count: Int, seed: UInt64, spread: Double = 2, link: (Double) -> Double) throws -> CalibrationSample {
    var noise = SeededGenerator(seed: seed)
    var z: [Double] = []
    var labels: [Double] = []
    for _ in 0..<count {
      z.append(spread * noise.normal() - 1)
      labels.append(noise.uniform() < link(z[z.count - 1]) ? 1 : 0)
    }
    return try CalibrationSample(logOdds: z, labels: labels)
  }

  @Test func `Platt finds the slope and intercept that made the labels`() throws {
    let rows = try sample(20_000, seed: 1) { LogisticLoss.probability(0.5 * $0 - 1) }
    guard case .platt(let slope, let intercept) = try CalibrationMap.fitted(.platt, to: rows) else {
      Issue.record("another form came back")
      return
    }
    #expect(abs(slope - 0.5) < 0.05)
    #expect(abs(intercept + 1) < 0.1)
  }

  @Test func `Beta with both slopes one and Platt with slope one are the identity`() {
    for z in stride(from: -30.0, through: 30, by: 0.7) {
      let p = LogisticLoss.probability(z)
      #expect(abs(CalibrationMap.beta(a: 1, b: 1, c: 0).probability(z) - p) < 1e-14)
      #expect(CalibrationMap.platt(slope: 1, intercept: 0).probability(z) == p)
      #expect(CalibrationMap.identity.probability(z) == p)
    }
  }

  @Test func `Beta is the published formula`() {
    // s = σ(0.5), a = 2, b = 0.5, c = 0.1: 1 / (1 + 1 / (e^c · s^a / (1 − s)^b)).
    let s = 1 / (1 + exp(-0.5))
    let odds = exp(0.1) * pow(s, 2) / pow(1 - s, 0.5)
    #expect(abs(CalibrationMap.beta(a: 2, b: 0.5, c: 0.1).probability(0.5) - odds / (1 + odds)) < 1e-14)
  }

  @Test(arguments: CalibrationMap.Form.allCases) func `No form turns the order round`(
    form: CalibrationMap.Form
  ) throws {
    for seed in 1...4 {
      // The second seed's truth runs against the score.
      let rows = try sample(300, seed: UInt64(seed)) { LogisticLoss.probability(seed == 2 ? -$0 : $0) }
      let map = try CalibrationMap.fitted(form, to: rows)
      var last = 0.0
      for z in stride(from: -50.0, through: 50, by: 0.25) {
        let p = map.probability(z)
        #expect(p >= last - 1e-15 && p >= 0 && p <= 1)
        last = p
      }
    }
  }

  @Test func `A sample that the classes separate still gives no certainty`() throws {
    let rows = try CalibrationSample(logOdds: [-3, -2, -1, 1, 2, 3], labels: [0, 0, 0, 1, 1, 1])
    for form in CalibrationMap.Form.allCases {
      let map = try CalibrationMap.fitted(form, to: rows)
      #expect(map.probability(3) < 1 && map.probability(3) > 0.7)
      #expect(map.probability(-3) > 0 && map.probability(-3) < 0.3)
    }
  }

  @Test func `One class alone cannot be calibrated`() throws {
    let rows = try CalibrationSample(logOdds: [1, 2], labels: [1, 1])
    for form in CalibrationMap.Form.allCases {
      #expect(throws: LinearModelError.oneClassOnly) { try CalibrationMap.fitted(form, to: rows) }
    }
    #expect(throws: LinearModelError.notFinite) { try CalibrationSample(logOdds: [.infinity], labels: [1]) }
  }

  @Test func `Every form survives its file`() throws {
    let rows = try sample(200, seed: 9, link: LogisticLoss.probability)
    let fitted = try CalibrationMap.Form.allCases.map { try CalibrationMap.fitted($0, to: rows) }
    for map in fitted + [.identity, .floored(slope: 0.8, intercept: 0.1, floor: 0.002, ceiling: 0.98)] {
      #expect(try JSONDecoder().decode(CalibrationMap.self, from: JSONEncoder().encode(map)) == map)
    }
    let broken = Data(#"{"kind":"isotonic","knots":[2,1],"values":[0,1]}"#.utf8)
    #expect(throws: DecodingError.self) { try JSONDecoder().decode(CalibrationMap.self, from: broken) }
  }
}

@Suite struct IsotonicTests {
  @Test func `A hand-worked pooling`() {
    // 1, 3, 2, 4: the middle two pool to 2.5; the two observations at x = 5 are first averaged to 3 and pool with 4.
    let f = IsotonicKnots(x: [1, 2, 3, 4, 5, 5], y: [1, 3, 2, 4, 2, 4], limits: 0...10)
    #expect(f.knots == [1, 2, 3, 4, 5])
    // 4 with weight 1 and 3 with weight 2: 10/3.
    #expect(zip(f.values, [1, 2.5, 2.5, 10.0 / 3, 10.0 / 3]).allSatisfy { abs($0 - $1) < 1e-15 })
    #expect(f.value(at: 0) == 1 && f.value(at: 9) == f.values[4])
    #expect(f.value(at: 1.5) == 1.75)
  }

  @Test func `It is the best non-decreasing fit`() {
    var noise = SeededGenerator(seed: 4)
    for _ in 0..<20 {
      let x = (0..<30).map { Double($0) }
      let y = (0..<30).map { Double($0) / 30 + noise.uniform() }
      let w = (0..<30).map { _ in 0.1 + noise.uniform() }
      let f = IsotonicKnots(x: x, y: y, weights: w, limits: -10...10)
      func loss(_ v: [Double]) -> Double {
        zip(zip(v, y), w).reduce(0) { $0 + $1.1 * ($1.0.0 - $1.0.1) * ($1.0.0 - $1.0.1) }
      }
      let best = x.map(f.value)
      // Optimality: Σ w (y − f) f = 0, and every upper set has Σ w (y − f) ≤ 0.
      let slack = zip(zip(y, best), w).map { $1 * ($0.0 - $0.1) }
      #expect(abs(zip(slack, best).reduce(0) { $0 + $1.0 * $1.1 }) < 1e-10)
      for k in 0..<30 { #expect(slack[k...].reduce(0, +) < 1e-10) }
      #expect(loss(best) <= loss(y.sorted()))
    }
  }

  @Test func `Data in order are left alone`() {
    let f = IsotonicKnots(x: [3, 1, 2], y: [0.9, 0.1, 0.5])
    #expect(f.knots == [1, 2, 3] && f.values == [0.1, 0.5, 0.9])
  }
}

@Suite struct ShiftTests {
  @Test func `a shift multiplies the odds, and moves no certainty`() {
    let map = CalibrationMap.platt(slope: 0.4, intercept: 1)
    for z in stride(from: -20.0, through: 20, by: 2.5) {
      let plain = Calibration(map: map).probability(z)
      let shifted = Calibration(map: map, shift: log(0.1)).probability(z)
      #expect(plain == map.probability(z))
      #expect(abs(shifted / (1 - shifted) - 0.1 * plain / (1 - plain)) < 1e-12 * max(1, plain / (1 - plain)))
    }
    let ends = CalibrationMap.isotonic(IsotonicKnots(x: [0, 1], y: [0, 1]))
    #expect(Calibration(map: ends, shift: -3).probability(0) == 0)
    #expect(Calibration(map: ends, shift: -3).probability(1) == 1)
  }
}
