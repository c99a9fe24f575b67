import RequestModel
import Testing

@Suite struct AgencyVolumeDetectorTests {
  @Test func `the last of an agency's burst outranks the first`() throws {
    var town = LookTrial.town.town
    let burst = SmallTown.ordered(
      (0..<24).map { town.request(by: town.officers[$0 % 2], day: LookTrial.nights) }.map(LookTrial.dressed))
    let first = try LookTrial.finding("agency_volume", Array(burst.prefix(1)))
    let last = try LookTrial.finding("agency_volume", burst)
    #expect(last.bits > first.bits + 0.5)
    #expect(last.observed?.contains("23 earlier requests") == true)
  }
}
