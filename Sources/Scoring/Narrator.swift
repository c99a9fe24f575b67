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

  /// Looks of less than this are summed in one line, unless every detail is asked for.
  static let least = Bits(0.25)

  /// What a line speaks of.
  private enum Subject {
    case look(Int)
    case otherLooks(Int)
    case group(EvidenceGroup)
    case habit
    case senderState
    case baseRate
  }

  /// A line before it is put into words; the name is the subject's.
  private struct Line {
    var bits: Bits
    var subject: Subject
  }

  private func name(of subject: Subject) -> String {
    switch subject {
    case .look(let l): registry.ids[l]
    case .otherLooks: "other_looks"
    case .group(let group): GroupLine.names[group.rawValue]
    case .habit: "forger_habit"
    case .senderState: "sender_state"
    case .baseRate: "base_rate"
    }
  }

  func reasons(
    _ combination: Combination, base: Bits, boost: Bits, suspicion: Suspicion, fullDetail: Bool
  ) -> [Reason] {
    let strongest = strongestOfLooks()
    var lines: [Line] = []
    lines.reserveCapacity(40)
    var small = Bits.zero
    var smallCount = 0
    for l in combination.looks.indices {
      let bits = combination.looks[l]
      if bits == .zero, !fullDetail { continue }
      if !fullDetail, bits < Narrator.least, -bits < Narrator.least {
        small += bits
        smallCount += 1
      } else if bits != .zero || strongest[l] >= 0 {
        lines.append(Line(bits: bits, subject: .look(l)))
      }
    }
    if smallCount > 0 { lines.append(Line(bits: small, subject: .otherLooks(smallCount))) }
    for adjustment in combination.adjustments {
      lines.append(Line(bits: adjustment.bits, subject: .group(adjustment.group)))
    }
    if combination.habitBits != .zero { lines.append(Line(bits: combination.habitBits, subject: .habit)) }
    if boost != .zero { lines.append(Line(bits: boost, subject: .senderState)) }
    lines.append(Line(bits: base, subject: .baseRate))
    lines.sort {
      let (a, b) = ($0.bits.units.magnitude, $1.bits.units.magnitude)
      return a != b ? a > b : name(of: $0.subject) < name(of: $1.subject)
    }
    return lines.map { line in
      switch line.subject {
      case .look(let l): reason(look: l, line, strongest: strongest[l])
      case .otherLooks(let n):
        adjustment(line, observed: "\(n) looks", text: "\(n) further looks of little weight.")
      case .group(let group):
        adjustment(
          line, observed: "looks of one story", text: GroupLine.sentence(group, isAgainst: line.bits < .zero))
      case .habit: habit(line, combination.habits)
      case .senderState: senderState(line, suspicion.suspicious)
      case .baseRate:
        adjustment(line, observed: "", text: "Odds that a request is forged before anything is known of it.")
      }
    }
  }

  /// By look, the place of its least expected observation; −1 where it judged none.
  private func strongestOfLooks() -> [Int] {
    var out = [Int](repeating: -1, count: registry.count)
    for i in priced.indices {
      let look = observations[priced[i].observation].detector
      if out[look] >= 0, priced[out[look]].baseline <= priced[i].baseline { continue }
      out[look] = i
    }
    return out
  }

  private func adjustment(_ line: Line, observed: String, text: String) -> Reason {
    Reason(
      detector: name(of: line.subject), entity: .peers, contribution: line.bits, observed: observed, expected: "",
      sample: 0,
      text: text)
  }

  private func habit(_ line: Line, _ weights: HabitVector) -> Reason {
    let best = Habit.allCases.max { weights[$0.rawValue] < weights[$1.rawValue] }!
    return adjustment(
      line, observed: HabitLine.names[best.rawValue], text: HabitLine.sentences[best.rawValue])
  }

  private func senderState(_ line: Line, _ n: Int) -> Reason {
    Reason(
      detector: name(of: line.subject), entity: .sender, contribution: line.bits,
      observed: n == 1 ? "one suspicious earlier request" : "\(n) suspicious earlier requests",
      expected: "none", sample: Double(n),
      text: "This account's earlier requests were suspicious (\(n) of them remembered): the account may be stolen.")
  }

  private func reason(look l: Int, _ line: Line, strongest: Int) -> Reason {
    let observed = registry.detectors[l].describe(request, in: context)
    guard strongest >= 0 else {
      let rate = ExpectedRate(
        daily: context.lineage.sender.activity.dailyRate(passed: 0, factor: 1, priorRate: 0.02, priorDays: 14),
        history: context.senderHistory)
      return Reason(
        detector: name(of: line.subject), entity: .sender, contribution: line.bits, observed: observed,
        sample: context.senderHistory, grounds: .rate(rate))
    }
    let item = priced[strongest]
    let level = dominant(item, observations[item.observation])
    let share = ExpectedShare(
      level: level, seen: item.tally.value[level.rawValue], sample: item.tally.total[level.rawValue],
      own: item.tally.total[0], baseline: item.baseline, frauds: item.frauds)
    return Reason(
      detector: name(of: line.subject), entity: level == .sender ? .sender : level == .agency ? .agency : .peers,
      contribution: line.bits, observed: observed, sample: (share.sample * 10).rounded() / 10, grounds: .share(share))
  }

  /// The level whose own sample carries the expectation: the lowest with at least eight requests.
  private func dominant(_ item: Priced, _ seen: Observation) -> Level {
    for level in Level.allCases
    where level.rawValue >= seen.from.rawValue && level.rawValue <= seen.upTo.rawValue
      && item.tally.total[level.rawValue] >= 8
    { return level }
    return seen.upTo
  }
}

/// How the lines of the groups' discounts are called and what they say.
private enum GroupLine {
  static let names = EvidenceGroup.allCases.map { "group:" + $0.name }
  private static let against = sentences("against the request")
  private static let inFavour = sentences("for the sender")

  /// - Parameter isAgainst: whether it is the case against the request that was cut.
  static func sentence(_ group: EvidenceGroup, isAgainst: Bool) -> String {
    (isAgainst ? against : inFavour)[group.rawValue]
  }

  private static func sentences(_ side: String) -> [String] {
    EvidenceGroup.allCases.map { "What the looks at \(subject($0)) say \(side) is one story and counts in part." }
  }

  private static func subject(_ group: EvidenceGroup) -> String {
    switch group {
    case .volume: "how much comes"
    case .timing: "the hour"
    case .target: "targets and data"
    case .ask: "what is claimed"
    case .pressure: "pressure"
    case .letter: "the letter"
    case .account: "the account"
    case .contact: "names and numbers"
    case .session: "the session"
    case .linkage: "other agencies"
    case .attributes: "the log's further fields"
    case .joint: "the request as a whole"
    }
  }
}

/// How the line of the nearest habit is called and what it says.
private enum HabitLine {
  static let names = Habit.allCases.map { spaced($0.name) }
  static let sentences = names.map {
    "Nearest known habit: \($0); not knowing which one costs this much."
  }
}
