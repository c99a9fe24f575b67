import Baselines
import Detection
import RequestModel

/// What the night that is being judged has already shown: everything a later request of it may know.
struct NightMemory {
  var senderMoments: [String: [Int64]] = [:]
  var agencyMoments: [String: [Int64]] = [:]
  /// The senders' suspicion as this night has moved it.
  var suspicions: [String: Suspicion] = [:]
  /// Domains that were looked up in the index of known ones.
  var imitations: [String: LookAlikeSighting?] = [:]
  private var senderTargets: [String: Set<UInt64>] = [:]
  private var agencyTargets: [String: Set<UInt64>] = [:]
  private var senderCases: [String: Set<UInt64>] = [:]
  /// Language → the last two agencies that wrote in it.
  private var writers: [String: (last: String, before: String)] = [:]

  mutating func note(_ request: Request, keys: EntityKeys) {
    let second = request.receivedAt.seconds
    senderMoments[keys.sender, default: []].append(second)
    agencyMoments[keys.agency, default: []].append(second)
    for target in request.targets {
      senderTargets[keys.sender, default: []].insert(target.value.low)
      agencyTargets[keys.agency, default: []].insert(target.value.low)
    }
    if let number = request.caseNumber { senderCases[keys.sender, default: []].insert(number.low) }
    if let language = request.wording?.language {
      let known = writers[language]
      if known?.last != keys.agency { writers[language] = (keys.agency, known?.last ?? "") }
    }
  }

  /// An agency that wrote in this language earlier in the night, other than this one.
  func otherAgency(of language: String, than agency: String) -> String? {
    guard let known = writers[language] else { return nil }
    if known.last != agency { return known.last }
    return known.before.isEmpty ? nil : known.before
  }

  func earlier(
    at second: Int64, keys: EntityKeys, sender: Activity, agency: Activity, hasSender: Bool
  ) -> EarlierActivity {
    var out = EarlierActivity()
    let mine = senderMoments[keys.sender] ?? []
    let ours = agencyMoments[keys.agency] ?? []
    func count(_ moments: [Int64], _ past: Activity, _ seconds: Int64) -> Int {
      var n = past.count(within: seconds, before: second)
      for moment in moments.reversed() {
        if moment <= second - seconds { break }
        n += 1
      }
      return n
    }
    out.agencyHour = count(ours, agency, 3600)
    out.agencyDay = count(ours, agency, 86_400)
    guard hasSender else { return out }
    out.senderHour = count(mine, sender, 3600)
    out.senderDay = count(mine, sender, 86_400)
    out.senderWeek = count(mine, sender, 604_800)
    if let last = mine.last ?? sender.recent.last { out.senderGap = max(0, second - last) }
    return out
  }

  func echoes(_ request: Request, keys: EntityKeys) -> NightEchoes {
    var out = NightEchoes()
    guard !request.targets.isEmpty else { return out }
    if let mine = senderTargets[keys.sender] {
      out.targetFromSender = request.targets.contains { mine.contains($0.value.low) }
    }
    if let ours = agencyTargets[keys.agency] {
      out.targetFromAgency = request.targets.contains { ours.contains($0.value.low) }
    }
    if let number = request.caseNumber { out.caseFromSender = senderCases[keys.sender]?.contains(number.low) == true }
    return out
  }
}
