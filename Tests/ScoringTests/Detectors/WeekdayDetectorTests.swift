import Detection
import RequestModel
import Scoring
import Testing

@Suite struct WeekdayDetectorTests {
  @Test func `a public holiday is named, and is no news where people work all week`() throws {
    let date = CivilDate(daysSinceEpoch: LookTrial.night.day)
    let working = try LookTrial.finding("weekday", [LookTrial.usual()])
    let holiday = try LookTrial.finding(
      "weekday", [LookTrial.usual()], directory: AgencyDirectory(holidays: ["US": [date]]))
    #expect(working.observed == "sent on a working day")
    #expect(holiday.observed == "sent on a public holiday")
    #expect(abs(holiday.bits - working.bits) < 1)
  }
}
