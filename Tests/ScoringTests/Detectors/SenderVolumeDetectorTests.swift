import Detection
import RequestModel
import Testing

@Suite struct SenderVolumeDetectorTests {
  @Test func `the last of a burst outranks the first`() throws {
    var town = LookTrial.town.town
    let burst = SmallTown.ordered(
      (0..<14).map { _ in town.request(by: town.officers[1], day: LookTrial.nights) }.map(LookTrial.dressed))
    let first = try LookTrial.finding("sender_volume", Array(burst.prefix(1)))
    let last = try LookTrial.finding("sender_volume", burst)
    #expect(last.bits > first.bits + 0.5)
    #expect(last.observed?.contains("13 earlier requests within a day") == true)
  }

  @Test func `an account without a past leaves it silent`() throws {
    try LookTrial.expectSilent("sender_volume", .noHistory) { $0.sender = "new@police0.example" }
  }
}
