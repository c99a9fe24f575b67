import RequestModel
import Simulation
import Testing

@Suite("Directory and calendar") struct DirectoryTests {
  private static let simulation = Simulation(SimulatedWorld.parameters(seed: 4, agencies: 300))
  private static let rows = SimulatedWorld.full

  @Test func mostAgenciesAreListedWithWhatTheyReallyHave() {
    let simulation = Simulation(SimulatedWorld.parameters())
    let listed = Dictionary(uniqueKeysWithValues: simulation.directory().map { ($0.agencyID, $0) })
    var right = 0
    var wrong = 0
    for row in SimulatedWorld.genuine.map(\.row) where !row.agencyID.isEmpty {
      guard let entry = listed[row.agencyID] else { continue }
      #expect(entry.country == row.agencyCountry)
      let domain = String(row.senderEmail.split(separator: "@").last ?? "")
      guard !domain.isEmpty else { continue }
      if entry.domains.contains(domain) { right += 1 } else { wrong += 1 }
    }
    // A task force writes from another agency's domain, and a third of the migrations has not been heard of.
    #expect(right > 20 * wrong)
  }

  @Test func aFewEntriesAreMissingOrOutOfDate() {
    let entries = Self.simulation.directory()
    #expect(entries.count < 300 && entries.count > 260)
    let numbers = entries.filter { !$0.callbackPhone.isEmpty }
    #expect(numbers.count < entries.count && numbers.count > entries.count * 8 / 10)
    #expect(entries.contains { $0.timezone.isEmpty })
    #expect(Set(entries.map(\.agencyID)).count == entries.count)
  }

  @Test func manyRequestsNameTheDirectorysNumber() {
    let simulation = Simulation(SimulatedWorld.parameters())
    let phones = Dictionary(uniqueKeysWithValues: simulation.directory().map { ($0.agencyID, $0.callbackPhone) })
    let named = SimulatedWorld.genuine.map(\.row).filter {
      !$0.callbackPhone.isEmpty && phones[$0.agencyID]?.isEmpty == false
    }
    let same = named.filter { phones[$0.agencyID] == $0.callbackPhone }
    #expect(same.count * 4 > named.count && same.count < named.count)
  }

  @Test func theCalendarLiesWithinTheLogAndNamesItsHolidays() {
    let days = Self.simulation.calendar()
    #expect(days.contains { $0.kind == "holiday" && $0.name == "New Year's Day" })
    #expect(days.contains { $0.kind == "incident" })
    let first = CivilDate(year: 2024, month: 1, day: 1).daysSinceEpoch
    #expect(days.allSatisfy { $0.date.daysSinceEpoch >= first && $0.date.daysSinceEpoch < first + 401 })
    #expect(days.map(\.date.daysSinceEpoch) == days.map(\.date.daysSinceEpoch).sorted())
  }

  @Test func cellsWithCommasAreQuoted() {
    var line: [UInt8] = []
    CalendarListing(
      date: CivilDate(year: 2024, month: 5, day: 1), country: "US", kind: "incident", name: "Fire, \"large\""
    ).append(to: &line)
    #expect(String(decoding: line, as: UTF8.self) == "2024-05-01,US,,incident,\"Fire, \"\"large\"\"\"\r\n")
  }
}
