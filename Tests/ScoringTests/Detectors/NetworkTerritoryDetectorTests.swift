import RequestModel
import Testing

@Suite struct NetworkTerritoryDetectorTests {
  @Test func `a network that the log hardly knows outranks one that serves the country`() throws {
    try LookTrial.expectOdder("network_territory", saying: "AS1, which the log hardly knows") { $0.sessionASN = 1 }
  }

  @Test func `one request from here does not make another country's network one of this country's`() throws {
    var town = SmallTown(seed: 12, agencies: 3, officersEach: 2)
    var log = town.log(nights: 20, aNight: 6).map(LookTrial.dressed)
    func visit(_ agency: Int, _ days: Range<Int>) {
      for day in days {
        var request = LookTrial.dressed(town.request(by: town.officers[2 * agency], day: day))
        request.agencyCountry = agency == 0 ? "US" : "FR"
        request.sessionASN = 4_711
        log.append(request)
      }
    }
    // Three from abroad make it known; of four requests one is from here, then two of five, then twelve of fifteen.
    visit(1, 1..<4)
    var bits: [Double] = []
    for days in [5..<6, 6..<7, 7..<17] {
      visit(0, days)
      let run = try NightRun.folded(SmallTown.ordered(log))
      var request = LookTrial.dressed(town.request(by: town.officers[0], day: 20))
      request.agencyCountry = "US"
      request.sessionASN = 4_711
      bits.append(
        try LookTrial.finding("network_territory", [request], in: run, night: SmallTown.firstNight.advanced(by: 20))
          .bits)
    }
    #expect(bits[0] >= bits[1], "\(bits)")
    #expect(bits[1] > bits[2] + 0.3, "\(bits)")
  }
}
