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
      return LinkedGroup(
        campaign: campaign.id, members: members.values.sorted { $0.request.arrival < $1.request.arrival })
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

  /// What groups make of the scores of their members: each as if the others had been seen before it came.
  ///
  /// Each closed night is brought back once, one at a time, for all that is looked back at.
  func changes(by groups: [LinkedGroup], assessments: [String: Assessment]) throws -> [Change] {
    var seats: [Seat] = []
    for group in groups {
      // Nobody came after the last one.
      for place in group.members.indices.dropLast() where group.members[place].night >= horizon {
        seats.append(Seat(group: group, place: place))
      }
    }
    var changes: [Int: Change] = [:]
    let nights = Dictionary(grouping: seats.indices) { seats[$0].member.night }
    for (night, places) in nights.sorted(by: { $0.key < $1.key }) {
      let past = try engine.hindsight(
        at: night, on: places.map { seats[$0].member.request }, reader: NightFold.reader(store, before: night))
      for i in places { changes[i] = try change(of: seats[i], past, assessments) }
    }
    return seats.indices.compactMap { changes[$0] }
  }

  /// A member of a group, with those that came before and after it.
  private struct Seat {
    let group: LinkedGroup
    let place: Int

    var member: DatedRequest { group.members[place] }
    /// Members of earlier nights stand in the window of a later one's night already.
    var seen: [Request] { group.members[..<place].filter { $0.night == member.night }.map(\.request) }
    var unseen: [Request] { group.members[(place + 1)...].map(\.request) }
  }

  private func change(
    of seat: Seat, _ past: Hindsight, _ assessments: [String: Assessment]
  ) throws -> Change? {
    let request = seat.member.request
    let stored = try assessments[request.id] ?? store.score(of: request.id).map { Assessment($0) }
    guard let then = stored?.evidence else { return nil }
    let unseen = seat.unseen
    let gain = try past.linkageGain(of: request, seen: seat.seen, unseen: unseen)
    let last = try lastChange(of: request.id, then: then)
    guard gain - last.linkage >= Restating.least else { return nil }
    let agencies = Set(unseen.map(\.agencyID)).subtracting([request.agencyID]).count
    return Change(
      requestID: request.id, then: then, state: last.state, linkage: gain,
      why: agencies == 1
        ? "A later request of another agency shares its target, contact or wording."
        : "Later requests of \(agencies) other agencies share its target, contact or wording.")
  }
}
