import Reporting
import RequestModel
import Statistics
import Scoring
import Storage

extension CampaignEntry {
  /// A campaign with the agencies and times of those members that are still in the store.
  init(_ campaign: StoredCampaign, store: Store) throws {
    var agencies: [String] = []
    var times: [Instant] = []
    var alerted = ""
    for id in campaign.members {
      guard let score = try store.score(of: id) else { continue }
      if !agencies.contains(score.agencyID) { agencies.append(score.agencyID) }
      times.append(score.receivedAt)
      if score.isAlert { alerted = id }
    }
    self.init(
      id: campaign.id, link: Campaigns.Kind(rawValue: campaign.kind)?.sentence ?? campaign.kind,
      requestIDs: campaign.members, agencyIDs: agencies,
      first: times.min() ?? Instant(seconds: 0), last: times.max() ?? Instant(seconds: 0), alertedRequestID: alerted)
  }
}

extension RestatementEntry {
  /// What an old score would be today, with the night and the agency of the request.
  init(_ restatement: StoredRestatement, store: Store) throws {
    let score = try store.score(of: restatement.requestID)
    self.init(
      requestID: restatement.requestID, night: score?.night ?? restatement.night, agencyID: score?.agencyID ?? "",
      scoreThen: Assessment.score(of: Bits(units: restatement.oldEvidence)),
      scoreNow: Assessment.score(of: Bits(units: restatement.newEvidence)), cause: restatement.why)
    wasAlert = score?.isAlert ?? false
  }
}
