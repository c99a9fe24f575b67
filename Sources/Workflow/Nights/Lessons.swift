import RequestModel
import Scoring
import Statistics
import Storage

/// What closed nights taught of a request.
enum Lessons {
  /// What the evidence says its own night taught: 1 − posterior, nothing while held.
  static func usual(evidence: Bits, isHeld: Bool, night: Night) -> [TaughtShare] {
    if isHeld { return [] }
    let grains = TaughtShare.grains(posterior: probability(ofLog2Odds: evidence.value))
    return [TaughtShare(night: night, own: grains, shared: grains, common: grains)]
  }

  /// All that was taught: what evidence says, unless the night noted otherwise, and what was noted since.
  static func all(usual: [TaughtShare], noted: [TaughtShare]) -> [TaughtShare] {
    let replaced = Set(noted.map(\.night))
    return usual.filter { !replaced.contains($0.night) } + noted
  }

  /// Days after which a held request without a verdict is released: three times as many where its campaign links unrelated
  /// agencies, since that is what suspicion rests on there, and what no sender can bring about alone.
  static func patience(holdDays: Int, campaign: String?) -> Int {
    campaign.map(Campaign.isLinked) == true ? patienceWithLinks(holdDays: holdDays) : holdDays
  }

  static func patienceWithLinks(holdDays: Int) -> Int { 3 * holdDays }

  /// The verdict that holds of each request, of those that take effect with one night, in order.
  static func lastOfEach(_ verdicts: [StoredVerdict]) -> [StoredVerdict] {
    var last: [String: Int] = [:]
    for (place, verdict) in verdicts.enumerated() { last[verdict.requestID] = place }
    return verdicts.enumerated().filter { last[$1.requestID] == $0 }.map(\.element)
  }
}

extension Finding {
  init(_ verdict: StoredVerdict) { self.init(isFraud: verdict.label == .fraudulent, source: verdict.source) }
}
