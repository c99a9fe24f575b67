import Baselines
import Detection
import Foundation
import RequestModel
import Statistics

/// Puts the evidence of one request into reasons an analyst can read aloud.
struct Narrator {
  let request: Request
  let context: Context
  let registry: Registry
  let observations: [Observation]
  let priced: [Priced]
  let settings: ScoringSettings

  /// Looks of less than this are summed in one line, unless every detail is asked for.
  static let least = Bits(0.25)

  func reasons(
    _ combination: Combination, base: Bits, boost: Bits, suspicion: Suspicion, fullDetail: Bool
  ) -> [Reason] {
    let strongest = strongestOfLooks()
    var out: [Reason] = []
    out.reserveCapacity(24)
    var small = Bits.zero
    var smallCount = 0
    for l in combination.looks.indices {
      let bits = combination.looks[l]
      if bits == .zero, !fullDetail { continue }
      if !fullDetail, bits < Narrator.least, -bits < Narrator.least {
        small += bits
        smallCount += 1
      } else if bits != .zero || strongest[l] != nil {
        out.append(reason(look: l, bits: bits, strongest: strongest[l]))
      }
    }
    if smallCount > 0 {
      out.append(
        adjustment(
          "other_looks", small, observed: "\(smallCount) looks", text: "\(smallCount) further looks of little weight."))
    }
    for adjustment in combination.adjustments {
      out.append(
        self.adjustment(
          "group:" + adjustment.group.name, adjustment.bits, observed: "looks of one story",
          text: "The looks at \(adjustment.group.name) tell one story and count in part."))
    }
    if combination.habitBits != .zero {
      let best = Habit.allCases.max { combination.habits[$0.rawValue] < combination.habits[$1.rawValue] }!
      out.append(
        adjustment(
          "forger_habit", combination.habitBits, observed: spaced(best.name),
          text: "Nearest known habit: \(spaced(best.name)); not knowing which one costs this much."))
    }
    if boost != .zero {
      let n = suspicion.entries.count
      out.append(
        Reason(
          detector: "sender_state", entity: .sender, contribution: boost, observed: "\(n) suspicious earlier requests",
          expected: "none", sample: Double(n),
          text: "This account's earlier requests were suspicious (\(n) of them remembered): the account may be stolen.")
      )
    }
    out.append(
      adjustment(
        "base_rate", base, observed: "", text: "Odds that a request is forged before anything is known of it."))
    out.sort {
      let (a, b) = ($0.contribution.units.magnitude, $1.contribution.units.magnitude)
      return a != b ? a > b : $0.detector < $1.detector
    }
    return out
  }

  /// By look, the place of its least expected observation; nil where it judged none.
  private func strongestOfLooks() -> [Int?] {
    var out = [Int?](repeating: nil, count: registry.count)
    for i in priced.indices {
      let look = observations[priced[i].observation].detector
      if let best = out[look], priced[best].baseline <= priced[i].baseline { continue }
      out[look] = i
    }
    return out
  }

  private func adjustment(_ name: String, _ bits: Bits, observed: String, text: String) -> Reason {
    Reason(
      detector: name, entity: .peers, contribution: bits, observed: observed, expected: "", sample: 0, text: text)
  }

  private func reason(look l: Int, bits: Bits, strongest: Int?) -> Reason {
    let observed = registry.detectors[l].describe(request, in: context)
    guard let item = strongest.map({ priced[$0] }) else {
      let sample = context.senderHistory
      return Reason(
        detector: registry.ids[l], entity: .sender, contribution: bits, observed: observed,
        expected: expectedRate(), sample: sample,
        text: "\(capitalised(observed)); \(expectedRate()) expected from \(count(sample)) past requests.")
    }
    let level = dominant(item, observations[item.observation])
    let sample = item.tally.total[level.rawValue]
    let expected = "\(percent(item.baseline)) of requests"
    let who = ["this sender", "this agency", "agencies of this kind", "the whole log"][level.rawValue]
    let seen = item.tally.value[level.rawValue]
    let own = item.tally.total[0]
    let k = 8.0
    let borrowed = level == .sender && own > 0 ? Int((100 * k / (own + k)).rounded()) : 0
    let history =
      seen <= 0
      ? "never in \(count(sample)) past requests of \(who)"
      : "in \(percent(min(1, seen / max(sample, 1e-9)))) of \(count(sample)) past requests of \(who)"
    let lent = borrowed > 0 && borrowed < 100 ? ", \(borrowed) % borrowed from its agency" : ""
    return Reason(
      detector: registry.ids[l], entity: [.sender, .agency, .peers, .peers][level.rawValue], contribution: bits,
      observed: observed, expected: expected, sample: (sample * 10).rounded() / 10,
      text: "\(capitalised(observed)): \(history); expected \(percent(item.baseline))\(lent).")
  }

  /// The level whose own sample carries the expectation: the lowest with at least eight requests.
  private func dominant(_ item: Priced, _ seen: Observation) -> Level {
    for level in Level.allCases
    where level.rawValue >= seen.from.rawValue && level.rawValue <= seen.upTo.rawValue
      && item.tally.total[level.rawValue] >= 8
    { return level }
    return seen.upTo
  }

  private func expectedRate() -> String {
    let rate = context.lineage.sender.activity.dailyRate(
      passed: 0, factor: 1, priorRate: 0.02, priorDays: 14)
    return rate >= 1 ? "\(Int(rate.rounded())) a day" : "one in \(Int((1 / max(rate, 1e-3)).rounded())) days"
  }

  private func count(_ weight: Double) -> String { weight < 1 ? "no" : "\(Int(weight.rounded()))" }

  private func percent(_ p: Double) -> String {
    let tenths = Int((p * 1000).rounded())
    if p < 0.001 { return "under 0.1 %" }
    return tenths >= 100 ? "\((tenths + 5) / 10) %" : "\(tenths / 10).\(tenths % 10) %"
  }

  private func capitalised(_ text: String) -> String {
    guard let first = text.utf8.first, first < 0x80 else { return text.prefix(1).uppercased() + text.dropFirst() }
    guard first >= 0x61, first <= 0x7A else { return text }
    var bytes = Array(text.utf8)
    bytes[0] -= 0x20
    return String(decoding: bytes, as: UTF8.self)
  }
}
