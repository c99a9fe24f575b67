import RequestModel
import Testing

@Suite struct SharedTargetDetectorTests {
  @Test func `a target that an unrelated agency asked about the same night outranks one of its own`() throws {
    var town = LookTrial.town.town
    var stranger = LookTrial.dressed(town.request(by: town.officers[5], day: LookTrial.nights, hour: 1))
    stranger.targets = []
    let own = LookTrial.usual()
    let alone = try LookTrial.finding("shared_target", [stranger, own])
    stranger.targets = own.targets
    let shared = try LookTrial.finding("shared_target", [stranger, own])
    #expect(shared.bits > alone.bits + 0.3)
    #expect(shared.observed?.contains("the same target") == true)
  }

  @Test func `strangers of another country outrank those of one's own`() throws {
    var town = LookTrial.town.town
    var stranger = LookTrial.dressed(town.request(by: town.officers[3], day: LookTrial.nights, hour: 1))
    let own = LookTrial.usual()
    stranger.targets = own.targets
    // The town's agencies share a reply address, which makes them partners.
    (stranger.agencyID, stranger.replyTo) = ("agency of nobody's", nil)
    stranger.agencyCountry = own.agencyCountry
    let home = try LookTrial.finding("shared_target", [stranger, own])
    stranger.agencyCountry = "XZ"
    let abroad = try LookTrial.finding("shared_target", [stranger, own])
    #expect(abroad.bits > home.bits)
    #expect(abroad.observed?.contains("from another country") == true)
    #expect(home.observed?.contains("from another country") == false)
  }
}
