import RequestModel

/// Groups fraudulent requests into campaigns: what one forger sent in one go tells one story.
///
/// Two belong together where one sender sent both within `days`, or where the labels give both the same scenario at one
/// agency within that time; chains count. O(n log n).
enum CampaignNames {
  static let days = 15

  struct Member {
    var requestID: String
    var receivedAt: Instant
    var agencyID: String
    var sender: String
    var scenario: String
  }

  /// Request id → campaign, named by its first request.
  static func named(_ members: [Member]) -> [String: String] {
    let ordered = members.sorted {
      ($0.receivedAt.microseconds, $0.requestID) < ($1.receivedAt.microseconds, $1.requestID)
    }
    var root = Array(ordered.indices)
    func top(_ i: Int) -> Int {
      var i = i
      while root[i] != i { i = root[i] }
      return i
    }
    var last: [[String]: Int] = [:]
    for (i, member) in ordered.enumerated() {
      var keys: [[String]] = []
      if !member.sender.isEmpty { keys.append(["sender", member.agencyID, member.sender]) }
      if !member.scenario.isEmpty { keys.append(["scenario", member.agencyID, member.scenario]) }
      for key in keys {
        if let before = last[key],
          member.receivedAt.seconds - ordered[before].receivedAt.seconds <= Int64(days) * 86_400
        {
          let (a, b) = (top(before), top(i))
          root[max(a, b)] = min(a, b)
        }
        last[key] = i
      }
    }
    return Dictionary(ordered.indices.map { (ordered[$0].requestID, ordered[top($0)].requestID) }) { a, _ in a }
  }
}
