import RequestModel
import Testing

@Suite struct NetworkTerritoryDetectorTests {
  @Test func `a network that the log hardly knows outranks one that serves the country`() throws {
    try LookTrial.expectOdder("network_territory", saying: "AS1, which the log hardly knows") { $0.sessionASN = 1 }
  }

  @Test func `half of a few requests from here do not make a network this country's, most of many do`() throws {
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
    // Two from abroad and two from here, and then twelve from here.
    visit(1, 1..<3)
    var found: [LookTrial.Finding] = []
    for days in [5..<7, 7..<17] {
      visit(0, days)
      let run = try NightRun.folded(SmallTown.ordered(log))
      var request = LookTrial.dressed(town.request(by: town.officers[0], day: 20))
      request.agencyCountry = "US"
      request.sessionASN = 4_711
      let night = SmallTown.firstNight.advanced(by: 20)
      found.append(try LookTrial.finding("network_territory", [request], in: run, night: night))
    }
    #expect(found[0].observed?.contains("mostly serves agencies of other countries") == true, "\(found)")
    #expect(found[1].observed?.contains("serves agencies of this country") == true, "\(found)")
    #expect(found[0].bits > found[1].bits + 0.3, "\(found)")
  }
}
