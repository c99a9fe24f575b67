import LinearModels
import Statistics
import Testing

@Suite struct DiscoveryFitTests {
  struct Traffic {
    var logOdds: [Double] = []
    var truth: [Bool] = []
    var known: [Knowledge] = []
    var weights: [Double] { [Double](repeating: 1, count: logOdds.count) }
  }

  /// Traffic whose log odds are right but for `slope` and `shift`, of which a share `found` of the fraud was found.
  func traffic(_ count: Int, seed: UInt64, found: Double, silent: Double = 0, slope: Double = 0.8) -> Traffic {
    var noise = SeededGenerator(seed: seed)
    var out = Traffic()
    for _ in 0..<count {
      let z = noise.uniform() < 0.03 ? 4 + 3 * noise.normal() : -7 + 2 * noise.normal()
      let p = silent + (1 - silent) * LogisticLoss.probability(slope * z - 0.3)
      let isForged = noise.uniform() < p
      out.logOdds.append(z)
      out.truth.append(isForged)
      out.known.append(
        isForged && noise.uniform() < found
          ? .fraudulent : !isForged && noise.uniform() < 0.05 ? .legitimate : .unknown)
    }
    return out
  }

  @Test(arguments: [0.15, 0.4, 0.9]) func `the share that was found, and all the fraud, come out, found or not`(
    found: Double
  ) throws {
    let traffic = traffic(40_000, seed: UInt64(100 * found), found: found)
    let fit = try DiscoveryFit(logOdds: traffic.logOdds, known: traffic.known, weights: traffic.weights, belief: .open)
    #expect(abs(fit.found - found) < 0.08 + 0.1 * found, "\(fit)")
    let forged = Double(traffic.truth.count { $0 }) / Double(traffic.truth.count)
    #expect(abs(fit.share - forged) < 0.2 * forged)
  }

  @Test func `stated probabilities come true of all fraud, where taking the unknown for genuine falls short`() throws {
    let traffic = traffic(60_000, seed: 7, found: 0.2, silent: 0.002)
    let map = try DiscoveryFit(
      logOdds: traffic.logOdds, known: traffic.known, weights: traffic.weights, belief: .open
    ).map
    let naive = try CalibrationMap.fitted(
      .platt,
      to: CalibrationSample(
        logOdds: traffic.logOdds, labels: traffic.known.map { $0 == .fraudulent ? 1 : 0 }))
    for (low, high) in [(-20.0, -5.0), (-5, -2), (-2, 1), (1, 5), (5, 20)] {
      let rows = traffic.logOdds.indices.filter { (low..<high).contains(traffic.logOdds[$0]) }
      let observed = Double(rows.count { traffic.truth[$0] }) / Double(rows.count)
      let stated = rows.reduce(0) { $0 + map.probability(traffic.logOdds[$1]) } / Double(rows.count)
      let short = rows.reduce(0) { $0 + naive.probability(traffic.logOdds[$1]) } / Double(rows.count)
      #expect(abs(stated - observed) < 0.25 * observed + 0.002, "\(low): \(stated), observed \(observed)")
      if low >= 1 { #expect(short < 0.5 * observed) }
    }
  }

  @Test func `a row of weight two is two rows, and the order of the rows hardly matters`() throws {
    let traffic = traffic(3_000, seed: 3, found: 0.5)
    let twice = try DiscoveryFit(
      logOdds: traffic.logOdds + traffic.logOdds, known: traffic.known + traffic.known,
      weights: traffic.weights + traffic.weights, belief: .open)
    let weighed = try DiscoveryFit(
      logOdds: traffic.logOdds, known: traffic.known, weights: traffic.weights.map { 2 * $0 }, belief: .open)
    #expect(abs(twice.slope - weighed.slope) < 1e-6 && abs(twice.found - weighed.found) < 1e-6)
  }

  @Test func `no probability falls with the evidence, and none is below the floor`() throws {
    let traffic = traffic(3_000, seed: 9, found: 0.3, slope: 0.1)
    let fit = try DiscoveryFit(logOdds: traffic.logOdds, known: traffic.known, weights: traffic.weights, belief: .open)
    var last = fit.floor
    #expect(fit.floor > 0)
    for z in stride(from: -200.0, through: 200, by: 0.5) {
      let p = fit.map.probability(z)
      #expect(p >= last && p <= 1)
      last = p
    }
  }

  @Test func `one class says nothing`() {
    #expect(throws: LinearModelError.oneClassOnly) {
      try DiscoveryFit(logOdds: [1, 2], known: [.unknown, .legitimate], weights: [1, 1], belief: .open)
    }
  }
}
