import RequestModel
import Statistics
import Testing

@testable import Simulation

/// The log as a whole against published figures.
@Suite("Marginals") struct MarginalTests {
  private static let world = World(SimulatedWorld.parameters(seed: 5, days: 365, agencies: 1_500, attacks: 0))

  @Test func halfOfTheAgenciesHaveFewerThanTenOfficers() {
    let sizes = Self.world.agencies.map(\.officers)
    let small = Double(sizes.count { $0 < 10 }) / Double(sizes.count)
    let large = Double(sizes.count { $0 >= 100 }) / Double(sizes.count)
    #expect(small > 0.44 && small < 0.56)
    #expect(large > 0.03 && large < 0.1)
  }

  @Test func emergencyShareFollowsTheCountry() {
    func mean(_ code: String) -> Double {
      let shares = Self.world.agencies.filter { Self.world.countries[$0.country].code == code }.map(\.emergencyShare)
      return shares.reduce(0, +) / Double(max(1, shares.count))
    }
    #expect(mean("US") > 0.07 && mean("US") < 0.25)
    #expect(mean("CA") > mean("US") * 2)
    #expect(mean("BR") < mean("GB") * 1.2)
  }

  @Test func twoCountriesSendMostOfTheAgencies() {
    var counts = [Int](repeating: 0, count: Self.world.countries.count)
    for agency in Self.world.agencies { counts[agency.country] += 1 }
    let sorted = counts.sorted(by: >)
    let share = Double(sorted[0] + sorted[1]) / Double(Self.world.agencies.count)
    #expect(share > 0.35 && share < 0.75)
  }

  @Test func addressesAndDomainsBelongToOneAgency() {
    #expect(Set(Self.world.agencies.map(\.domain)).count == Self.world.agencies.count)
    #expect(Self.world.agencies.allSatisfy { $0.domain.hasSuffix(".example") })
    for agency in Self.world.agencies {
      #expect(Set(agency.senders.map(\.localPart)).count == agency.senders.count)
    }
  }

  @Test func emergenciesAskAboutOneAccountOrLittleMore() {
    let counts = SimulatedWorld.genuine.filter { $0.row.type == .emergency }.map { Double($0.row.targets.count) }
    let mean = counts.reduce(0, +) / Double(counts.count)
    #expect(counts.count > 100)
    #expect(mean > 1.1 && mean < 1.6)
  }

  @Test func emergenciesAreAShareOfTheWhole() {
    let share =
      Double(SimulatedWorld.genuine.count { $0.row.type == .emergency }) / Double(SimulatedWorld.genuine.count)
    #expect(share > 0.05 && share < 0.4)
  }

  @Test func routineWorkIsDoneInLocalOfficeHours() {
    let local = SimulatedWorld.genuine.filter {
      $0.row.offsetMinutes != 0 && $0.row.type != .emergency && $0.truth.scenario == nil
    }
    let office = local.filter { (7..<20).contains($0.writtenHour) }
    #expect(local.count > 100)
    #expect(Double(office.count) > 0.75 * Double(local.count))
  }

  @Test func weekendsAreQuieter() {
    let routine = SimulatedWorld.genuine.filter { $0.row.type != .emergency }
    let weekend = routine.count {
      let local = $0.row.receivedAt.seconds + Int64($0.row.offsetMinutes) * 60
      return Night(day: Int32(local.flooredDivision(by: 86_400))).date.weekday >= 5
    }
    #expect(Double(weekend) < 0.7 * Double(routine.count) * 2 / 7)
  }

  @Test func countsAreOverDispersed() {
    // Four-weekly counts of each agency: the variance beyond Poisson, summed over agencies.
    var excess = 0.0
    var expected = 0.0
    let start = CivilDate(year: 2024, month: 1, day: 1).daysSinceEpoch
    let byAgency = Dictionary(grouping: SimulatedWorld.genuine, by: \.truth.agency)
    for rows in byAgency.values where rows.count > 30 {
      var counts = [Double](repeating: 0, count: 14)
      for row in rows {
        let block = (Int32(row.row.receivedAt.seconds / 86_400) - start) / 28
        if block < 14 { counts[Int(block)] += 1 }
      }
      let mean = counts.reduce(0, +) / 14
      excess += counts.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / 13
      expected += mean
    }
    #expect(expected > 0)
    #expect(excess > 1.3 * expected)
  }

  @Test func noTwoLettersAreAlikeBarringResends() {
    let bodies = SimulatedWorld.genuine.filter { $0.truth.scenario != .duplicate }.map(\.row.body).filter {
      !$0.isEmpty
    }
    #expect(Double(Set(bodies).count) > 0.98 * Double(bodies.count))
  }

  @Test func truthIsSilentInTheRows() {
    // Nothing in a row's fields may give the answer away: identifiers run in order of time over both kinds.
    for (i, request) in SimulatedWorld.full.enumerated() { #expect(request.row.id.hasSuffix(String(i + 1))) }
    let genuine = Set(SimulatedWorld.genuine.map(\.row.sessionDevice))
    let forged = SimulatedWorld.forged.map(\.row.sessionDevice)
    let families = Set(genuine.map { $0.split(separator: " ").last })
    #expect(forged.allSatisfy { families.contains($0.split(separator: " ").last) })
  }
}

@Suite("Labels") struct LabelTests {
  private static let labelled = SimulatedWorld.full.filter { $0.label != nil }

  @Test func labelsAgreeWithTruthAndComeLater() {
    #expect(!Self.labelled.isEmpty)
    for request in Self.labelled {
      guard let label = request.label else { continue }
      #expect(label.isFraudulent == request.truth.isFraudulent)
      #expect(label.labelledAt > request.row.receivedAt)
    }
  }

  @Test func labelsAreFewAndLeanToTheForged() {
    func share(_ rows: [SimulatedRequest]) -> Double { Double(rows.count { $0.label != nil }) / Double(rows.count) }
    #expect(share(SimulatedWorld.genuine) < 0.2)
    #expect(share(SimulatedWorld.forged) > 2 * share(SimulatedWorld.genuine))
    #expect(share(SimulatedWorld.forged) < 0.9)
    let emergencies = SimulatedWorld.genuine.filter { $0.row.type == .emergency }
    #expect(share(emergencies) > share(SimulatedWorld.genuine.filter { $0.row.type != .emergency }))
  }

  @Test func filesHaveOneLineForEveryTruthAndLabel() {
    var truth = SimulatedRequest.truthHeader
    var labels = SimulatedRequest.labelHeader
    for request in SimulatedWorld.full {
      request.appendTruth(to: &truth)
      request.appendLabel(to: &labels)
    }
    let truthRecords = CSVReader.records(truth)
    let labelRecords = CSVReader.records(labels)
    #expect(truthRecords[0] == ["request_id", "label", "scenario", "campaign", "sender", "agency"])
    #expect(labelRecords[0] == ["request_id", "label", "labelled_at", "source"])
    #expect(truthRecords.count == SimulatedWorld.full.count + 1)
    #expect(labelRecords.count == Self.labelled.count + 1)
    let answers = Dictionary(uniqueKeysWithValues: truthRecords.dropFirst().map { ($0[0], $0[1]) })
    #expect(labelRecords.dropFirst().allSatisfy { answers[$0[0]] == $0[1] })
  }
}
