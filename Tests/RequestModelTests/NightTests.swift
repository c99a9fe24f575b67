import RequestModel
import Testing

@Suite struct NightTests {
  @Test func everyDayOfFourHundredYearsComesBack() {
    var expected = CivilDate(year: 1900, month: 1, day: 1).daysSinceEpoch
    for year in 1900..<2300 {
      for month in 1...12 {
        for day in 1...CivilDate.daysInMonth(year: year, month: month) {
          let date = CivilDate(year: year, month: month, day: day)
          #expect(date.daysSinceEpoch == expected)
          #expect(CivilDate(daysSinceEpoch: expected) == date)
          expected += 1
        }
      }
    }
  }

  @Test func datesThatDoNotExistAreRefused() {
    #expect(Night("2023-02-29") == nil)
    #expect(Night("2024-02-29") != nil)
    #expect(Night("2024-13-01") == nil)
    #expect(Night("2024-1-01") == nil)
    #expect(Night("") == nil)
  }

  @Test func theEpochWasAThursday() {
    #expect(CivilDate(year: 1970, month: 1, day: 1).weekday == 3)
    #expect(Night("2026-11-22")!.date.weekday == 6)
  }

  @Test func fieldNamesAreTheLogs() {
    #expect(OptionalField.senderID.name == "sender_id")
    #expect(OptionalField.sessionIP.name == "session_ip")
    #expect(OptionalField.sessionASN.name == "session_asn")
    #expect(OptionalField.mfa.name == "mfa")
    #expect(OptionalField.accountCreatedAt.name == "account_created_at")
    #expect(OptionalField.badgeID.name == "badge_id")
  }
}
