import RequestModel
import Testing

@testable import Simulation

@Suite("Benign scenarios") struct BenignScenarioTests {
  private func rows(_ scenario: Scenario) -> [SimulatedRequest] {
    SimulatedWorld.genuine.filter { $0.truth.scenario == scenario }
  }

  @Test func whatIsPlannedForAnAgencyShowsInItsRows() {
    let world = World(SimulatedWorld.parameters())
    #expect(world.houses.count == world.agencies.count)
    for (house, agency) in zip(world.houses, world.agencies) {
      #expect(house.agency.isWelfareUnit == agency.isWelfareUnit)
      #expect(house.agency.domainDay == agency.domainDay)
      #expect(house.agency.languages.count == agency.languages.count)
      #expect(house.agency.templates.count == agency.templates.count)
    }
  }

  @Test func aBacklogComesWithinAnHour() {
    for agency in Set(rows(.backlogDump).map(\.truth.agency)) {
      let times = rows(.backlogDump).filter { $0.truth.agency == agency }.map(\.row.receivedAt.seconds)
      #expect(times.count >= 20)
      #expect((times.max() ?? 0) - (times.min() ?? 0) <= 3_600)
    }
  }

  @Test func aBulkCaseHasManyAccountsAndIsNoEmergency() {
    #expect(rows(.bulkCase).allSatisfy { $0.row.targets.count >= 80 && $0.row.type != .emergency })
  }

  @Test func aResendRepeatsAnEarlierRequest() {
    let resends = rows(.duplicate)
    #expect(!resends.isEmpty)
    let earlier = SimulatedWorld.genuine.filter { $0.truth.scenario != .duplicate }
    var known: [String: Instant] = [:]
    for request in earlier where !request.row.body.isEmpty {
      known[request.row.body] = min(known[request.row.body] ?? request.row.receivedAt, request.row.receivedAt)
    }
    let found = resends.filter { resend in
      guard let first = known[resend.row.body] else { return false }
      return first < resend.row.receivedAt
    }
    let written = resends.filter { !$0.row.body.isEmpty }
    #expect(!written.isEmpty && found.count == written.count)
  }

  @Test func officersKeepTheirNamesThroughADomainChange() {
    for agency in Set(rows(.domainChange).map(\.truth.agency)) {
      let all = SimulatedWorld.genuine.filter { $0.truth.agency == agency && !$0.row.senderEmail.isEmpty }
      let changed = rows(.domainChange).filter { $0.truth.agency == agency }.map(\.row.receivedAt).min()
      let after = Set(all.filter { $0.row.receivedAt >= changed ?? $0.row.receivedAt }.map(\.domain))
      let before = Set(all.filter { $0.row.receivedAt < changed ?? $0.row.receivedAt }.map(\.domain))
      #expect(after.isDisjoint(with: before) || before.isEmpty)
    }
  }

  @Test func aTaskForceFilesForOthers() {
    let homes = Dictionary(
      grouping: SimulatedWorld.genuine.filter { $0.truth.scenario != .jointTaskForce && !$0.row.sender.isEmpty },
      by: \.row.sender
    ).mapValues { Set($0.map(\.truth.agency)) }
    for request in rows(.jointTaskForce) where homes[request.row.sender] != nil {
      #expect(homes[request.row.sender]?.contains(request.truth.agency) == false)
    }
  }

  @Test func anIncidentIsSeveralAgenciesOfOneCountry() {
    let surge = rows(.incidentSurge)
    #expect(Set(surge.map(\.truth.agency)).count > 1)
  }

  @Test func aNightUnitWorksAtNight() {
    let night = rows(.nightUnit).filter { $0.row.offsetMinutes != 0 }
    #expect(night.allSatisfy { $0.writtenHour >= 20 || $0.writtenHour < 7 })
  }

  @Test func aFirstEmergencyIsTheFirst() {
    for request in rows(.firstEmergency) {
      let earlier = SimulatedWorld.genuine.filter {
        $0.truth.agency == request.truth.agency && $0.row.type == .emergency && $0.truth.scenario == .firstEmergency
          && $0.row.receivedAt.seconds < request.row.receivedAt.seconds - 86_400
      }
      #expect(earlier.isEmpty)
    }
  }
}
