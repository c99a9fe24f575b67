import Detection
import RequestModel
import Scoring
import Statistics
import Storage

/// The requests of one campaign of unrelated agencies, suspicious or not, as far as they are kept.
struct LinkedGroup {
  var campaign: String
  /// By (received_at, request id).
  var members: [DatedRequest]
}

extension Restating {
  /// A request that ties so many earlier ones names none of them: it is a crowd.
  static let mostMembers = 64

  /// The groups behind the campaigns of unrelated agencies that a night found: their members, and the unsuspicious requests
  /// of the window that these are tied to.
  ///
  /// O(window's sightings + nights that hold a member), where there is such a campaign; else O(1).
  func groups(closing night: Night, filings: [Filing], found: FoundCampaigns) throws -> [LinkedGroup] {
    let linked = found.campaigns.filter(\.isLinked)
    if linked.isEmpty { return [] }
    let tonight = Dictionary(filings.map { ($0.request.id, $0) }) { a, _ in a }
    let candidates = try earlier(than: night, tiedBy: Array(found.ties.values))
    return try linked.map { campaign in
      var members: [String: DatedRequest] = [:]
      for member in campaign.members {
        if let filing = tonight[member.requestID] {
          members[member.requestID] = DatedRequest(filing.request, night: night)
        } else if let known = try store.request(member.requestID) {
          members[member.requestID] = DatedRequest(known.request, night: known.night)
        }
        guard let ties = found.ties[member.requestID] else { continue }
        let tied = Restating.tied(candidates, by: ties)
        if tied.count > Restating.mostMembers { continue }
        for candidate in tied { members[candidate.dated.request.id] = candidate.dated }
      }
      return LinkedGroup(campaign: campaign.id, members: members.values.sorted(by: Restating.precedes))
    }
  }

  /// Those that the ties hold; a letter that an agency sent more than once is its own, which the forger has copied.
  private static func tied(
    _ candidates: [(dated: DatedRequest, trace: SharedTrace)], by ties: Ties
  ) -> [(dated: DatedRequest, trace: SharedTrace)] {
    let all = candidates.filter { ties.hold($0.trace) }
    let byLetter = Dictionary(grouping: all.filter { !ties.holdByName($0.trace) }, by: \.trace.agency)
    return all.filter { ties.holdByName($0.trace) || byLetter[$0.trace.agency]?.count == 1 }
  }

  /// The requests of closed nights that one of these ties may hold, as the nights wrote them down.
  private func earlier(
    than night: Night, tiedBy ties: [Ties]
  ) throws -> [(dated: DatedRequest, trace: SharedTrace)] {
    let keys = Set(ties.flatMap { $0.names + $0.lines })
    let named = Set(ties.flatMap(\.agencies))
    let days = (1...LinkWindow.days).map { night.advanced(by: -$0) }.filter { $0 >= horizon }
    let values = try store.stateValues(days.map(StateKey.links(of:)), before: night)
    var found: [(dated: DatedRequest, trace: SharedTrace)] = []
    for day in days.reversed() {
      guard let value = values[StateKey.links(of: day)] else { continue }
      var agencies: Set<UInt32> = []
      try SharedTrace.forEachSighting(in: value.bytes) { key, agency in
        if named.contains(agency), keys.contains(key) { agencies.insert(agency) }
      }
      if agencies.isEmpty { continue }
      for request in try store.requests(of: day)
      where agencies.contains(LinkWindow.code(ofAgency: request.agencyID)) {
        found.append((DatedRequest(request, night: day), SharedTrace(request)))
      }
    }
    return found
  }

  private static func precedes(_ a: DatedRequest, _ b: DatedRequest) -> Bool {
    a.request.receivedAt != b.request.receivedAt
      ? a.request.receivedAt < b.request.receivedAt
      : a.request.id.utf8.lexicographicallyPrecedes(b.request.id.utf8)
  }

  /// What groups make of the scores of their members: each as if the others had been seen before it came.
  ///
  /// Each closed night is brought back once, one at a time, for all that is looked back at.
  func changes(by groups: [LinkedGroup], assessments: [String: Assessment]) throws -> [Change] {
    let places = groups.indices.flatMap { g in groups[g].members.indices.map { (group: g, member: $0) } }
      .filter { groups[$0.group].members[$0.member].night >= horizon }
    var gains: [Int: (then: Bits, gain: Bits)] = [:]
    var past: Hindsight?
    let byNight = places.indices.sorted { a, b in
      func night(_ i: Int) -> Night { groups[places[i].group].members[places[i].member].night }
      return night(a) != night(b) ? night(a) < night(b) : a < b
    }
    for i in byNight {
      let members = groups[places[i].group].members
      let member = members[places[i].member]
      let stored = try assessments[member.request.id] ?? store.score(of: member.request.id).map { Assessment($0) }
      guard let then = stored?.evidence else { continue }
      // Members of earlier nights stand in the window of a later one's night already.
      let place = places[i].member
      let seen = members[..<place].filter { $0.night == member.night }.map(\.request)
      let unseen = members[(place + 1)...].map(\.request)
      if unseen.isEmpty { continue }
      if past?.night != member.night {
        past = nil
        past = try engine.hindsight(at: member.night, reader: NightFold.reader(store, before: member.night))
      }
      if let gain = try past?.linkageGain(of: member.request, seen: seen, unseen: unseen) { gains[i] = (then, gain) }
    }
    return try places.indices.compactMap { i in
      guard let found = gains[i] else { return nil }
      let members = groups[places[i].group].members
      let member = members[places[i].member]
      let last = try lastChange(of: member.request.id, then: found.then)
      guard found.gain - last.linkage >= Restating.least else { return nil }
      let agencies = Set(members[(places[i].member + 1)...].map(\.request.agencyID))
        .subtracting([member.request.agencyID]).count
      return Change(
        requestID: member.request.id, then: found.then, state: last.state, linkage: found.gain,
        why: agencies == 1
          ? "A later request of another agency shares its target, contact or wording."
          : "Later requests of \(agencies) other agencies share its target, contact or wording.")
    }
  }
}
