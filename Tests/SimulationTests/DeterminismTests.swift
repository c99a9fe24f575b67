import RequestModel
import Simulation
import Testing

@Suite("Determinism") struct DeterminismTests {
  let small = SimulatedWorld.parameters(seed: 9, days: 40, agencies: 25, attacks: 8, requests: 400)

  @Test func theSameSeedGivesTheSameBytes() {
    let first = SimulatedWorld.rows(small)
    let second = SimulatedWorld.rows(small)
    #expect(first == second)
    #expect(SimulatedWorld.jsonLines(first) == SimulatedWorld.jsonLines(second))
  }

  @Test func anotherSeedGivesOtherBytes() {
    var other = small
    other.seed = 10
    #expect(
      SimulatedWorld.jsonLines(SimulatedWorld.rows(small)) != SimulatedWorld.jsonLines(SimulatedWorld.rows(other)))
  }

  @Test func runsAtTheSameTimeDoNotDisturbEachOther() async {
    let alone = SimulatedWorld.rows(small)
    let together = await withTaskGroup(of: [SimulatedRequest].self) { group in
      for _ in 0..<3 { group.addTask { SimulatedWorld.rows(small) } }
      var all: [[SimulatedRequest]] = []
      for await rows in group { all.append(rows) }
      return all
    }
    #expect(together.allSatisfy { $0 == alone })
  }

  @Test func attacksLeaveGenuineTrafficOfOtherAgenciesAsItWas() {
    var quiet = small
    quiet.attacks = 0
    let attacked = SimulatedWorld.rows(small)
    let victims = Set(attacked.filter(\.truth.isFraudulent).map(\.truth.agency))
    func letters(_ rows: [SimulatedRequest]) -> [String] {
      rows.filter { !$0.truth.isFraudulent && !victims.contains($0.truth.agency) }.map(\.row.body)
    }
    #expect(letters(attacked) == letters(SimulatedWorld.rows(quiet)))
    #expect(!victims.isEmpty)
  }

  @Test func aThrowStopsTheRun() {
    struct Enough: Error {}
    var seen = 0
    #expect(throws: Enough.self) {
      try Simulation(small).run { _ in
        seen += 1
        if seen == 5 { throw Enough() }
      }
    }
    #expect(seen == 5)
  }

  @Test func theNumberOfRequestsFollowsTheWish() {
    let count = Double(SimulatedWorld.genuine.count)
    #expect(count > 0.55 * 3_000 && count < 1.8 * 3_000)
  }
}
