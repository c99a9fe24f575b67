import Detection
import RequestModel
import Statistics

/// Finds which of a night's requests hang together, and with which suspicious ones of the window before.
///
/// Two requests are tied where the looks at links confirmed it when the later one came: the same target, contact or letter
/// at agencies that never shared anything unsuspected. A tie counts where one of the two is odd by itself, that is, reaches
/// `ScoringSettings.campaignBits` without what links add to it; two odd ones bring their campaigns together, and any other
/// stands in the first that it is tied to. So boilerplate, an honest shared target and a task force make none, and no
/// bystander joins two. Requests of one account under suspicion are one campaign as well, and both kinds join.
/// - A campaign keeps the earliest name that a member has; it is named by its first member otherwise. An account's campaign
///   that is found to be part of a larger one goes by the larger one's name from then on.
/// - Nothing depends on the order of the night's agencies, and evidence is only read.
/// - Blind spots: a group of which no request is odd by itself; campaigns that a bystander alone connects.
/// - Complexity: O(suspects of the window + ties); nothing on a night without either.
struct CampaignFinder {
  /// One request of the night, judged.
  struct Entry {
    var filing: Filing
    var judged: Judged
    var isLate = false
  }

  /// The suspicious requests of closed nights within the linkage window.
  let suspects: [CampaignMemory.Suspect]
  /// Evidence from which a request is suspicious, in bits.
  let least: Double

  /// - Parameter entries: those on time, in order, then the late ones.
  func find(_ entries: [Entry]) -> FoundCampaigns {
    let isAnySuspect = entries.contains { isSuspicious($0.judged) }
    let isAnyTied = entries.contains { !$0.judged.ties.isEmpty }
    guard isAnySuspect || isAnyTied && !suspects.isEmpty else { return FoundCampaigns(nothingOf: entries.count) }
    let places = concerned(entries)
    var nodes = suspects.map(CampaignNode.init)
    let known = nodes.count
    for place in places { nodes.append(CampaignNode(entries[place], least: least)) }
    let groups = groups(&nodes)
    return findings(nodes, groups, known: known, places: places, of: entries.count)
  }

  /// The places of those that can be part of anything: odd, suspicious, tied, of an account under suspicion, or of an
  /// agency that a tie leads to.
  private func concerned(_ entries: [Entry]) -> [Int] {
    var wanted: Set<UInt32> = []
    for entry in entries where !entry.judged.ties.isEmpty { wanted.formUnion(entry.judged.ties.agencies) }
    return entries.indices.filter { place in
      let judged = entries[place].judged
      return isSuspicious(judged) || judged.bitsApartFromLinks.value >= least || !judged.ties.isEmpty
        || judged.assessment.campaignID != nil || (!wanted.isEmpty && wanted.contains(judged.agencyCode))
    }
  }

  private func isSuspicious(_ judged: Judged) -> Bool { judged.assessment.evidence.value >= least }

  // MARK: Groups

  /// The groups that are campaigns, or may be one account's; by their first node.
  private func groups(_ nodes: inout [CampaignNode]) -> [(nodes: [Int], isLinked: Bool)] {
    var sets = DisjointSets(count: nodes.count)
    joinAccounts(nodes, &sets)
    let links = links(&nodes)
    var linked: Set<Int> = []
    for link in links where nodes[link.later].isOdd && nodes[link.earlier].isOdd {
      sets.join(link.later, link.earlier)
      linked.formUnion([link.later, link.earlier])
    }
    // What is not odd by itself stands in the first campaign that it is tied to, and brings no two together.
    for link in links where nodes[link.later].isOdd != nodes[link.earlier].isOdd {
      let (odd, other) = nodes[link.later].isOdd ? (link.later, link.earlier) : (link.earlier, link.later)
      linked.insert(odd)
      if nodes[other].isLinked || !linked.insert(other).inserted { continue }
      sets.join(odd, other)
    }
    // Tied to requests of closed nights that were not suspicious: they are found by who keeps them.
    for i in nodes.indices where nodes[i].isOdd && !nodes[i].ties.isEmpty { linked.insert(i) }
    joinCrowd(&nodes, &sets, &linked)
    var members: [Int: [Int]] = [:]
    for i in nodes.indices { members[sets.group(of: i), default: []].append(i) }
    return members.sorted { $0.key < $1.key }.compactMap { _, members in
      members.contains { nodes[$0].isTonight }
        ? (members, members.contains { linked.contains($0) || nodes[$0].isLinked }) : nil
    }
  }

  private func joinAccounts(_ nodes: [CampaignNode], _ sets: inout DisjointSets) {
    var first: [String: Int] = [:]
    for i in nodes.indices {
      // Campaigns that have become one stay one.
      for name in [nodes[i].account, nodes[i].campaign] where !name.isEmpty {
        if let known = first[name] { sets.join(known, i) } else { first[name] = i }
      }
    }
  }

  /// The confirmed ties between two nodes of which one is odd by itself.
  private func links(_ nodes: inout [CampaignNode]) -> [(later: Int, earlier: Int)] {
    var byAgency: [UInt32: [Int]] = [:]
    let wanted = Set(nodes.flatMap(\.ties.agencies))
    if wanted.isEmpty { return [] }
    var links: [(later: Int, earlier: Int)] = []
    for i in nodes.indices {
      let ties = nodes[i].ties
      for agency in ties.agencies {
        for earlier in byAgency[agency] ?? [] {
          guard nodes[i].isOdd || nodes[earlier].isOdd else { continue }
          guard !nodes[i].isLate || !nodes[earlier].isTonight else { continue }
          // A forger copies the letters of honest agencies: by wording alone they are no part of his campaign.
          let areOdd = nodes[i].isOdd && nodes[earlier].isOdd
          let trace = nodes[earlier].trace
          if areOdd ? ties.hold(trace) : ties.holdByName(trace) { links.append((i, earlier)) }
        }
      }
      if !nodes[i].isLate, wanted.contains(nodes[i].agency) { byAgency[nodes[i].agency, default: []].append(i) }
    }
    return links
  }

  /// A name that more agencies show than the window tells apart still ties what is odd by itself to a campaign of odd
  /// requests that shows it: a forger who spreads one number over many agencies has one place.
  private func joinCrowd(_ nodes: inout [CampaignNode], _ sets: inout DisjointSets, _ linked: inout Set<Int>) {
    var names: [UInt64: Int] = [:]
    for i in nodes.indices where nodes[i].isOdd && (linked.contains(i) || nodes[i].isLinked) {
      for name in nodes[i].trace.names where names[name] == nil { names[name] = i }
    }
    if names.isEmpty { return }
    for i in nodes.indices where nodes[i].isTonight && nodes[i].isOdd && !linked.contains(i) {
      for name in nodes[i].trace.names {
        guard let known = names[name], nodes[known].agency != nodes[i].agency else { continue }
        sets.join(known, i)
        linked.insert(i)
      }
    }
  }

  // MARK: Names

  private func findings(
    _ nodes: [CampaignNode], _ groups: [(nodes: [Int], isLinked: Bool)], known: Int, places: [Int], of count: Int
  ) -> FoundCampaigns {
    var nodes = nodes
    var found = FoundCampaigns(nothingOf: count)
    for group in groups {
      let members = group.nodes.sorted { nodes[$0].arrival < nodes[$1].arrival }
      guard let id = name(members.map { nodes[$0] }, isLinked: group.isLinked) else { continue }
      for i in members {
        if i >= known {
          found.ids[places[i - known]] = id
          if group.isLinked, nodes[i].isOdd, !nodes[i].ties.isEmpty {
            found.ties[nodes[i].requestID] = nodes[i].ties
          }
        } else if nodes[i].campaign != id {
          found.notes.named.append((nodes[i].requestID, id))
        }
      }
      found.campaigns.append(
        Campaign(
          id: id, isLinked: group.isLinked,
          members: members.map { Campaign.Member(requestID: nodes[$0].requestID, night: nodes[$0].night) }))
    }
    found.campaigns.sort { $0.id < $1.id }
    for (i, place) in places.enumerated() where nodes[known + i].isSuspicious {
      found.notes.suspects.append(nodes[known + i].suspect(in: found.ids[place]))
    }
    return found
  }

  /// The earliest name that a member has; a new one where none has, and nil where it is one request alone.
  private func name(_ members: [CampaignNode], isLinked: Bool) -> String? {
    let named = members.filter { isLinked ? $0.isLinked : !$0.campaign.isEmpty }
      .min { ($0.night, $0.campaign) < ($1.night, $1.campaign) }
    if let named { return named.campaign }
    if isLinked { return Campaign.linkedPrefix + String(SipHash.fixed.hash(members[0].requestID), radix: 16) }
    guard members.count > 1 || !members[0].opensAccount else { return nil }
    return members.first { !$0.account.isEmpty }?.account
  }
}
