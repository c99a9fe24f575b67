import RequestModel
import Storage

/// A plain request; content differs where `content` does.
func request(_ id: String, at seconds: Int64 = 0, content: UInt64 = 1, sender: String = "officer@police.example")
  -> Request
{
  var request = Request(
    id: id, receivedAt: Instant(seconds: seconds), offsetMinutes: 0, channel: .email, type: .emergency,
    agencyID: "police.example", sender: sender)
  request.contentDigest = Pseudonym(high: content, low: UInt64(bitPattern: seconds))
  request.scope = Int64(content)
  return request
}

/// The request of the UTC night that its arrival falls in.
func dated(_ id: String, at seconds: Int64 = 0, content: UInt64 = 1, sender: String = "officer@police.example")
  -> DatedRequest
{
  DatedRequest(
    request(id, at: seconds, content: content, sender: sender), night: Night(day: Int32(seconds / 86_400)))
}

func judgement(
  of request: Request, night: Night, evidence: Int64 = 1 << 20, isAlert: Bool = false, reasons: String? = nil
) -> StoredScore {
  StoredScore(
    requestID: request.id, night: night, receivedAt: request.receivedAt, agencyID: request.agencyID,
    sender: request.sender, evidence: evidence, score: 50, pValue: 0.5, isCertified: true, missingForCertificate: 0,
    probability: nil, rank: 1, isAlert: isAlert, isHeld: false, campaignID: nil, model: "prior", baselineNight: nil,
    isLate: false, digest: [1, 2, 3],
    contributions: [.init("hour_of_week", units: evidence - 5), .init("base_rate", units: 5)], reasons: reasons)
}

extension Store {
  /// What the next close of `night` needs, with a score for each of its requests and no late ones.
  func commit(_ night: Night, isAlert: Bool = false) throws -> NightCommit {
    let closed = try closedThrough()
    let previous = try closed.flatMap { try self.night($0) }?.digests.chain ?? []
    let rows = try requests(of: night)
    var commit = NightCommit(
      StoredNight(
        night: night, counts: .init(requests: rows.count, late: 0, alerts: 0, held: 0),
        digests: .init(
          previousChain: previous, requests: [1], scores: [2], state: [3], model: [4], configuration: [5],
          chain: [9, UInt8(truncatingIfNeeded: night.day)])))
    commit.scores = rows.map { judgement(of: $0, night: night, isAlert: isAlert) }
    return commit
  }

  /// Closes `night` with nothing but scores.
  func close(_ night: Night, isAlert: Bool = false) throws { try commitNight(commit(night, isAlert: isAlert)) }

  /// Every request that is stored, pending late ones beside.
  func everything() throws -> [DatedRequest] {
    var all: [DatedRequest] = []
    try forEachRequest(from: Night(day: -100_000), to: Night(day: 100_000)) { all.append($0) }
    return all
  }
}

/// All orders of the elements.
func permutations<Element>(_ elements: [Element]) -> [[Element]] {
  guard elements.count > 1 else { return [elements] }
  return elements.indices.flatMap { i -> [[Element]] in
    var rest = elements
    let first = rest.remove(at: i)
    return permutations(rest).map { [first] + $0 }
  }
}
