import Baselines
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
    // What is counted is the day of the week, so the sentence names it: "never" of a working day would be untrue.
    #expect(working.observed == "sent on a \(LocalTime.dayNames[date.weekday])")
    #expect(holiday.observed == "sent on a public holiday, which counts as a Sunday")
    #expect(abs(holiday.bits - working.bits) < 1)
  }
}
