import RequestModel
import Scoring
import Storage

/// The campaigns that a night's requests belong to, with the members of earlier nights.
struct Campaigns {
  let store: Store

  /// How far back a campaign may have begun: well beyond the memory of the suspicion filter.
  private static let nights = 150

  /// What joins the members of a campaign.
  enum Kind: String {
    /// Requests of one account under suspicion.
    case account
    /// Requests of unrelated agencies that share a target, a contact or their wording.
    case linkage

    /// As reports say it.
    var sentence: String {
      switch self {
      case .account: "One account under suspicion sent them."
      case .linkage: "They share a target, a contact or their wording, and their agencies share nothing."
      }
    }
  }

  /// What the store is to hold of the campaigns that a night found: all that was known of them, and what is new.
  func grown(_ found: [Campaign], _ groups: [LinkedGroup], night: Night) throws -> [StoredCampaign] {
    if found.isEmpty { return [] }
    let known = Dictionary(
      try store.campaigns(in: night.advanced(by: -Campaigns.nights)...night).map { ($0.id, $0) }
    ) { first, _ in first }
    let groups = Dictionary(groups.map { ($0.campaign, $0.members) }) { first, _ in first }
    return found.map { campaign in
      let old = known[campaign.id]
      let members =
        groups[campaign.id]?.map { (id: $0.request.id, night: $0.night) }
        ?? campaign.members.map { (id: $0.requestID, night: $0.night) }
      let listed = Set(old?.members ?? [])
      let first = members.map(\.night).min() ?? night
      return StoredCampaign(
        id: campaign.id, firstNight: min(old?.firstNight ?? first, first), lastNight: night,
        kind: (campaign.isLinked ? Kind.linkage : .account).rawValue,
        members: (old?.members ?? []) + members.map(\.id).filter { !listed.contains($0) })
    }
  }
}
