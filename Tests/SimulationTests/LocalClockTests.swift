import Foundation
import RequestModel
import Testing

@testable import Simulation

@Suite("Local clocks and calendars") struct LocalClockTests {
  private static let zones = Country.all.flatMap { $0.zones.map(\.zone) }

  @Test(arguments: zones.map(\.name))
  func offsetsAreThoseOfTheSystemsTimeZones(name: String) throws {
    let zone = try #require(Self.zones.first { $0.name == name })
    let system = try #require(TimeZone(identifier: name))
    let clock = LocalClock(zone, years: 2023...2026)
    let start = Int64(CivilDate(year: 2023, month: 1, day: 2).daysSinceEpoch) * 86_400
    // Every nine hours and a bit, and every ten minutes around each change, over four years.
    var seconds = (0..<3_800).map { start + Int64($0) * 33_001 }
    for change in clock.changes { seconds += (-9...9).map { change.second + Int64($0) * 600 } }
    let wrong = seconds.filter { second in
      let date = Date(timeIntervalSince1970: Double(second))
      return second >= start && clock.offset(at: second) * 60 != system.secondsFromGMT(for: date)
    }
    #expect(wrong.isEmpty, "\(name) \(wrong.prefix(3))")
  }

  @Test func localTimesComeBackOutsideTheSkippedHour() {
    for zone in Self.zones {
      let clock = LocalClock(zone, years: 2023...2025)
      for day in stride(from: Int64(19_500), to: 20_000, by: 3) {
        let local = day * 86_400 + 12 * 3_600
        let second = clock.second(ofLocal: local)
        if second + Int64(clock.offset(at: second)) * 60 != local { Issue.record("\(zone.name) \(local)") }
      }
    }
  }

  @Test func easterFallsWhereAlmanacsSay() {
    let known = [(2023, 4, 9), (2024, 3, 31), (2025, 4, 20), (2026, 4, 5), (2038, 4, 25)]
    for (year, month, day) in known {
      let date = CivilDate(daysSinceEpoch: HolidayRule.easterSunday(year))
      #expect(date == CivilDate(year: year, month: month, day: day))
    }
  }

  @Test func floatingHolidaysFallOnTheirWeekdays() {
    let thanksgiving = CivilDate(daysSinceEpoch: HolidayRule.nth(4, weekday: 3, month: 11).day(in: 2024))
    #expect(thanksgiving == CivilDate(year: 2024, month: 11, day: 28))
    let memorial = CivilDate(daysSinceEpoch: HolidayRule.nth(-1, weekday: 0, month: 5).day(in: 2024))
    #expect(memorial == CivilDate(year: 2024, month: 5, day: 27))
  }

  @Test func theDayAfterAHolidayIsMarkedAndAnOrdinaryMondayIsNot() {
    let first = CivilDate(year: 2024, month: 3, day: 1).daysSinceEpoch
    let calendar = WorkCalendar(
      weekend: [5, 6], holidays: [.easter(-2), .easter(1)], from: first, through: first + 60)
    func kind(_ month: Int, _ day: Int) -> DayKind {
      calendar.kind(CivilDate(year: 2024, month: month, day: day).daysSinceEpoch)
    }
    #expect(kind(3, 28) == .working)
    #expect(kind(3, 29) == .holiday)
    #expect(kind(3, 30) == .weekend)
    #expect(kind(4, 1) == .holiday)
    #expect(kind(4, 2) == .afterHoliday)
    #expect(kind(4, 3) == .working)
    #expect(kind(4, 8) == .working)
  }
}

@Suite("Wording") struct WordingGrammarTests {
  @Test func everyLanguageHasPhrasesForEveryPlace() {
    for grammar in Grammar.all {
      for section in Grammar.Section.allCases {
        #expect(grammar.sections[section.rawValue].count >= 2, "\(grammar.language) \(section.heading)")
      }
      #expect(grammar.categories.count == DataCategory.allCases.count)
      #expect(grammar.units.count == 3)
      #expect(!grammar.abbreviations.isEmpty)
    }
  }

  @Test func lettersHoldNoTraceOfTheNotation() {
    for request in SimulatedWorld.full {
      for text in [request.row.subject, request.row.body] {
        #expect(!text.contains { "{}|<>¶#".contains($0) && !(($0 == "#" || $0 == "|")) })
        #expect(!text.contains("$") && !text.hasSuffix(" "))
      }
    }
  }

  @Test func genuineAndForgedEmergenciesShareTheirSentences() {
    func sentences(_ rows: [SimulatedRequest]) -> Set<String> {
      Set(
        rows.filter { $0.row.type == .emergency }.flatMap { row in
          row.row.body.split(whereSeparator: { ".\n!".contains($0) }).map { String($0) }
        }.filter { $0.count > 25 && !$0.contains(where: \.isNumber) })
    }
    let genuine = sentences(SimulatedWorld.genuine)
    let forged = sentences(SimulatedWorld.forged)
    #expect(genuine.intersection(forged).count > 40)
  }

  @Test func allSixLanguagesAreWritten() {
    var parameters = SimulatedWorld.parameters(seed: 2, days: 60, agencies: 40, attacks: 0, requests: 500)
    parameters.countries = ["US", "IT", "DE", "FR", "ES", "PT"]
    let rows = SimulatedWorld.rows(parameters)
    #expect(Set(rows.map(\.row.language)).isSuperset(of: ["en", "it", "de", "fr", "es", "pt"]))
    parameters.languages = ["de"]
    #expect(Set(SimulatedWorld.rows(parameters).map(\.row.language)).subtracting(["", "en"]) == ["de"])
  }
}
