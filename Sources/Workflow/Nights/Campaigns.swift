import RequestModel
import Scoring
import Statistics
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

  func found(_ assessments: [Assessment], _ groups: [LinkedGroup], night: Night) throws -> [StoredCampaign] {
    var members: [String: [String]] = [:]
    for assessment in assessments {
      if let id = assessment.campaignID { members[id, default: []].append(assessment.requestID) }
    }
    if members.isEmpty && groups.isEmpty { return [] }
    let known = try store.campaigns(in: night.advanced(by: -Campaigns.nights)...night)
    let byID = Dictionary(known.map { ($0.id, $0) }) { first, _ in first }
    let accounts = members.keys.sorted().map { id in
      StoredCampaign(
        id: id, firstNight: byID[id]?.firstNight ?? night, lastNight: night, kind: Kind.account.rawValue,
        members: (byID[id]?.members ?? []) + members[id]!)
    }
    return accounts + linked(groups, known.filter { $0.kind == Kind.linkage.rawValue }, night: night)
  }

  /// A group that shares a member with a known campaign joins the earliest such; else its first member names it.
  private func linked(_ groups: [LinkedGroup], _ known: [StoredCampaign], night: Night) -> [StoredCampaign] {
    var out: [StoredCampaign] = []
    for group in groups {
      let ids = group.members.map(\.request.id)
      let earlier = out + known.filter { campaign in !out.contains { $0.id == campaign.id } }
      guard let joined = earlier.first(where: { !Set($0.members).isDisjoint(with: ids) }) else {
        out.append(
          StoredCampaign(
            id: "l-" + String(SipHash.fixed.hash(ids[0]), radix: 16), firstNight: group.members[0].night,
            lastNight: night, kind: Kind.linkage.rawValue, members: ids))
        continue
      }
      var grown = joined
      grown.lastNight = night
      grown.members += ids.filter { !joined.members.contains($0) }
      out.removeAll { $0.id == grown.id }
      out.append(grown)
    }
    return out
  }
}
