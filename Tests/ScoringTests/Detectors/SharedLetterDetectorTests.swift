import RequestModel
import Statistics
import Testing

@Suite struct SharedLetterDetectorTests {
  @Test func `new passages that an unrelated agency sent the same night outrank passages of its own`() throws {
    var town = LookTrial.town.town
    var stranger = LookTrial.dressed(town.request(by: town.officers[5], day: LookTrial.nights, hour: 1))
    var own = LookTrial.usual()
    own.wording?.lines = (0..<10).map { mixed($0 + 6_000_000) }
    own.wording?.shingles = (0..<20).map { mixed($0 + 7_000_000) }.sorted()
    let alone = try LookTrial.finding("shared_letter", [stranger, own])
    stranger.wording?.lines = own.wording?.lines ?? []
    stranger.wording?.shingles = own.wording?.shingles ?? []
    let shared = try LookTrial.finding("shared_letter", [stranger, own])
    #expect(shared.bits > alone.bits + 0.3)
    #expect(shared.observed?.contains("nearly the same letter") == true)
  }
}
