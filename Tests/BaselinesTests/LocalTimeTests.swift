import Baselines
import Foundation
import RequestModel
import Statistics
import Testing

@Suite struct LocalTimeTests {
  private static let zones = [
    "America/New_York", "America/Sao_Paulo", "Asia/Kathmandu", "Asia/Tokyo", "Australia/Lord_Howe", "Europe/Berlin",
    "Europe/Istanbul", "Europe/London", "Europe/Moscow", "Pacific/Apia", "UTC",
  ]

  @Test(arguments: zones) func `offsets are those of the system's calendar at any instant`(name: String) throws {
    let zone = try #require(TimeZone(identifier: name))
    var table = ZoneTable()
    var random = SeededGenerator(seed: 3)
    for _ in 0..<150 {
      let seconds = Int64(725_000_000) + Int64(random.below(1_350_000_000))
      let expected = zone.secondsFromGMT(for: Date(timeIntervalSince1970: Double(seconds)))
      #expect(table.offset(of: name, at: Instant(seconds: seconds)) == Int32(expected), "\(seconds)")
    }
  }

  @Test func `the clock changes at the second and not before`() {
    var table = ZoneTable()
    // Berlin, 2024-03-31T01:00:00Z and 2024-10-27T01:00:00Z.
    #expect(table.offset(of: "Europe/Berlin", at: Instant(seconds: 1_711_846_799)) == 3_600)
    #expect(table.offset(of: "Europe/Berlin", at: Instant(seconds: 1_711_846_800)) == 7_200)
    #expect(table.offset(of: "Europe/Berlin", at: Instant(seconds: 1_729_990_799)) == 7_200)
    #expect(table.offset(of: "Europe/Berlin", at: Instant(seconds: 1_729_990_800)) == 3_600)
  }

  @Test func `a name that is no zone has no offset, and far times have the nearest known`() {
    var table = ZoneTable()
    for name in ["", "Nowhere/Town", "../etc"] {
      #expect(table.offset(of: name, at: Instant(seconds: 0)) == nil)
      #expect(table.offset(of: name, at: Instant(seconds: 0)) == nil)
    }
    #expect(table.offset(of: "Asia/Tokyo", at: Instant(microseconds: .min)) == 32_400)
    #expect(table.offset(of: "Asia/Tokyo", at: Instant(microseconds: .max)) == 32_400)
  }

  @Test func `the wall clock turns at midnight, before 1970 too`() {
    // 2024-01-01T00:00:00Z was a Monday.
    let moment = Instant(seconds: 1_704_067_200)
    let here = LocalTime(moment, offsetSeconds: 0)
    #expect(here.date.description == "2024-01-01" && here.hour == 0 && here.minute == 0 && here.weekday == 0)
    let west = LocalTime(moment, offsetSeconds: -60)
    #expect(west.date.description == "2023-12-31" && west.hour == 23 && west.minute == 59 && west.weekday == 6)
    let past = LocalTime(Instant(seconds: -1), offsetSeconds: 0)
    #expect(past.date.description == "1969-12-31" && past.hour == 23 && past.weekday == 2)
  }
}
