import Detection
import RequestModel
import Scoring
import Statistics
import Testing

@Suite struct HourOfWeekDetectorTests {
  @Test func `an unseen hour outranks a usual one`() throws {
    try LookTrial.expectOdder("hour_of_week", saying: "local time of the agency") {
      $0.receivedAt.microseconds -= 9 * 3_600_000_000
    }
  }

  @Test func `daylight saving moves nobody who lives by the wall clock`() throws {
    func bits(hoursLate: Int) throws -> Bits {
      var run = NightRun()
      var town = SmallTown(seed: 3, agencies: 1, officersEach: 1)
      // Berlin goes from +01:00 to +02:00 on 2024-03-31, the twentieth night after the first.
      func local(_ request: Request, _ zone: Int64) -> Request {
        var out = request
        out.agencyTimezone = "Europe/Berlin"
        out.receivedAt.microseconds -= zone * 3_600_000_000
        return out
      }
      try run.fold((0..<18).map { local(town.request(by: town.officers[0], day: $0, hour: 12), 1) })
      var probe = local(town.request(by: town.officers[0], day: 21, hour: 12), 2)
      probe.receivedAt.microseconds += Int64(hoursLate) * 3_600_000_000
      let index = NightRun.registry.ids.firstIndex(of: "hour_of_week")!
      return try run.judged([probe], night: SmallTown.firstNight.advanced(by: 21))[0].looks[index]
    }
    #expect(try bits(hoursLate: 0) < bits(hoursLate: 5))
    #expect(try bits(hoursLate: 0) < .zero)
  }
}
