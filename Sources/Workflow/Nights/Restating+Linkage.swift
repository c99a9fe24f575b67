import Detection
import RequestModel
import Scoring
import Statistics
import Storage

/// A group of requests of unrelated agencies that a night's request ties together.
struct LinkedGroup {
  /// By (received_at, request id).
  var members: [DatedRequest]
}

extension Restating {
  /// A request is looked back from where the linkage looks add this much.
  static let leastLinkage = Bits(2)
  static let linkageLooks: Set = ["shared_target", "shared_contact", "shared_letter"]
  /// A group of more names no further members: it is a crowd.
  static let mostMembers = 64

  /// The groups that a night's suspicious requests form with earlier ones, of the same night or of the window before.
  ///
  /// O(window's sightings + nights that hold a member), where a request is suspicious; else O(assessments).
  func groups(closing night: Night, requests: [Request], assessments: [Assessment]) throws -> [LinkedGroup] {
    let suspects = zip(requests, assessments).filter { _, assessment in
      assessment.evidence.value >= engine.settings.campaignBits && linkage(of: assessment) >= Restating.leastLinkage
    }.map(\.0)
    if suspects.isEmpty { return [] }
    let traces = suspects.map(SharedTrace.init)
    let keys = Set(traces.flatMap(\.keys))
    let candidates = try earlier(than: night, sharing: keys)
    let tonight = requests.map { (dated: DatedRequest($0, night: night), trace: SharedTrace($0)) }
      .filter { $0.trace.keys.contains(where: keys.contains) }
    var groups: [LinkedGroup] = []
    for (suspect, trace) in zip(suspects, traces) {
      var members = (candidates + tonight).filter { $0.trace.isLinked(to: trace) }.map(\.dated)
      guard !members.isEmpty, members.count <= Restating.mostMembers else { continue }
      members.append(DatedRequest(suspect, night: night))
      groups.append(LinkedGroup(members: members))
    }
    return Restating.joined(groups)
  }

  /// The requests of closed nights that showed one of these keys, as the nights wrote them down.
  private func earlier(
    than night: Night, sharing keys: Set<UInt64>
  ) throws -> [(dated: DatedRequest, trace: SharedTrace)] {
    let days = (1...LinkWindow.days).map { night.advanced(by: -$0) }.filter { $0 >= horizon }
    let values = try store.stateValues(days.map(StateKey.links(of:)), before: night)
    var found: [(dated: DatedRequest, trace: SharedTrace)] = []
    for day in days.reversed() {
      guard let value = values[StateKey.links(of: day)] else { continue }
      var agencies: Set<UInt32> = []
      try SharedTrace.forEachSighting(in: value.bytes) { key, agency in
        if keys.contains(key) { agencies.insert(agency) }
      }
      if agencies.isEmpty { continue }
      for request in try store.requests(of: day) {
        guard agencies.contains(LinkWindow.code(ofAgency: request.agencyID)) else { continue }
        let trace = SharedTrace(request)
        if trace.keys.contains(where: keys.contains) { found.append((DatedRequest(request, night: day), trace)) }
      }
    }
    return found
  }

  private func linkage(of assessment: Assessment) -> Bits {
    Restating.linkageLooks.reduce(Bits.zero) { $0 + assessment.line($1) }
  }

  /// Groups that share a member are one.
  static func joined(_ groups: [LinkedGroup]) -> [LinkedGroup] {
    var out: [[String: DatedRequest]] = []
    for group in groups {
      var merged = Dictionary(group.members.map { ($0.request.id, $0) }) { a, _ in a }
      out.removeAll { other in
        guard other.keys.contains(where: { merged[$0] != nil }) else { return false }
        merged.merge(other) { a, _ in a }
        return true
      }
      out.append(merged)
    }
    return out.map { members in LinkedGroup(members: members.values.sorted(by: Restating.precedes)) }
      .sorted { Restating.precedes($0.members[0], $1.members[0]) }
  }

  private static func precedes(_ a: DatedRequest, _ b: DatedRequest) -> Bool {
    a.request.receivedAt != b.request.receivedAt
      ? a.request.receivedAt < b.request.receivedAt
      : a.request.id.utf8.lexicographicallyPrecedes(b.request.id.utf8)
  }

  /// What a group makes of the scores of its members: each as if the others had been seen before it came.
  func changes(by group: LinkedGroup, assessments: [String: Assessment]) throws -> [Change] {
    var changes: [Change] = []
    for member in group.members where member.night >= horizon {
      let stored = try assessments[member.request.id] ?? store.score(of: member.request.id).map { Assessment($0) }
      guard let then = stored?.evidence else { continue }
      // Members of earlier nights stand in the window of a later one's night already.
      let place = group.members.firstIndex { $0.request.id == member.request.id } ?? 0
      let seen = group.members[..<place].filter { $0.night == member.night }.map(\.request)
      let unseen = group.members[(place + 1)...].map(\.request)
      if unseen.isEmpty { continue }
      let gain = try engine.linkageGain(
        of: member.request, night: member.night, seen: seen, unseen: unseen,
        reader: NightFold.reader(store, before: member.night))
      let last = try lastChange(of: member.request.id, then: then)
      guard gain - last.linkage >= Restating.least else { continue }
      let agencies = Set(unseen.map(\.agencyID)).subtracting([member.request.agencyID]).count
      changes.append(
        Change(
          requestID: member.request.id, then: then, state: last.state, linkage: gain,
          why: agencies == 1
            ? "A later request of another agency shares its target, contact or wording."
            : "Later requests of \(agencies) other agencies share its target, contact or wording."))
    }
    return changes
  }
}
