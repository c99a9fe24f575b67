import RequestModel
import Testing

@Suite struct SharedContactDetectorTests {
  @Test func `a number that an unrelated agency gave the same night outranks one that nobody gave`() throws {
    var town = LookTrial.town.town
    var stranger = LookTrial.dressed(town.request(by: town.officers[5], day: LookTrial.nights, hour: 1))
    // A number that the agency knows is shared by nobody's fault.
    var own = LookTrial.usual()
    own.callbackPhone = Pseudonym(high: 9, low: 9)
    let alone = try LookTrial.finding("shared_contact", [stranger, own])
    stranger.callbackPhone = own.callbackPhone
    let shared = try LookTrial.finding("shared_contact", [stranger, own])
    #expect(shared.bits > alone.bits + 0.3)
    #expect(shared.observed?.contains("the same telephone") == true)
  }
}
