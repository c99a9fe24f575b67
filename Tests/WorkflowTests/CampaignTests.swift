import RequestModel
import Scoring
import Storage
import Testing

@testable import Workflow

@Suite struct CampaignTests {
  private func row(_ id: String, night: Int32) -> DatedRequest {
    DatedRequest(
      Request(
        id: id, receivedAt: Instant(seconds: Int64(night) * 86_400), offsetMinutes: 0, channel: .email,
        type: .emergency, agencyID: id, sender: id), night: Night(day: night))
  }

  private func group(_ ids: String...) -> LinkedGroup {
    LinkedGroup(campaign: "l-1", members: ids.map { row($0, night: Int32($0.utf8.first!) - 97) })
  }

  /// The suspicious members, without those that the store alone knows.
  private func campaign(_ ids: String...) -> Campaign {
    Campaign(
      id: "l-1", isLinked: true,
      members: ids.map { Campaign.Member(requestID: $0, night: Night(day: Int32($0.utf8.first!) - 97)) })
  }

  @Test
  func `a campaign keeps its members when it grows, also when the first is out of sight, and lists unsuspicious ones`()
    throws
  {
    let store = try Store.inMemory()
    let first = try Campaigns(store: store).grown([campaign("b")], [group("a", "b")], night: Night(day: 1))
    #expect(first.map(\.members) == [["a", "b"]])
    #expect((first[0].firstNight, first[0].lastNight) == (Night(day: 0), Night(day: 1)))
    _ = try store.append([row("x", night: 1)])
    var commit = NightCommit(
      StoredNight(
        night: Night(day: 1), counts: .init(requests: 0, late: 0, alerts: 0, held: 0),
        digests: .init(
          previousChain: [], requests: [1], scores: [1], state: [1], model: [1], configuration: [1], chain: [1])))
    commit.scores = [
      StoredScore(
        requestID: "x", night: Night(day: 1), receivedAt: Instant(seconds: 86_400), agencyID: "x", sender: "x",
        evidence: 0, score: 50, pValue: 1, isCertified: true, missingForCertificate: 0, probability: nil, rank: 1,
        isAlert: false, isHeld: false, campaignID: nil, model: "m", baselineNight: nil, isLate: false, digest: [1],
        contributions: [], reasons: nil)
    ]
    commit.campaigns = first
    try store.commitNight(commit)
    let grown = try Campaigns(store: store).grown([campaign("b", "d")], [group("b", "d")], night: Night(day: 3))
    #expect(grown.map(\.id) == first.map(\.id))
    #expect(grown.map(\.members) == [["a", "b", "d"]])
    #expect((grown[0].firstNight, grown[0].lastNight) == (Night(day: 0), Night(day: 3)))
    #expect(try Campaigns(store: store).grown([], [], night: Night(day: 3)).isEmpty)
  }
}
