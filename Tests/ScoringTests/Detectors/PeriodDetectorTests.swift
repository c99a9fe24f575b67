import RequestModel
import Testing

@Suite struct PeriodDetectorTests {
  @Test func `ten years outrank the usual span`() throws {
    try LookTrial.expectOdder("period", saying: "asks about 3650 days") {
      $0.periodStart = CivilDate(daysSinceEpoch: $0.periodEnd!.daysSinceEpoch - 3_650)
    }
  }
}
