import Baselines
import Detection
import RequestModel
import Statistics

/// A sender, agency, peer group or language in the night that is judged: its closed state, and what the night showed.
final class Party {
  let key: String
  let state: EntityState
  /// Moments of the night's requests so far, ascending.
  var moments: [Int64] = []
  /// What the last of them was, of a sender.
  var course: Course?
  /// What the night's requests asked about so far.
  var targets = SeenKeys()
  var cases = SeenKeys()
  /// Suspicion as the night has moved it; nil where it has not.
  var suspicion: Suspicion?
  /// Of an agency: what the night showed so far that could be part of a harmless step.
  var steps: StepLedger?
  /// What the lessons that are being taught weigh together, in grains.
  var grains: Int64 = 0
  /// Its place among those that are being taught.
  var place = 0
  /// Whether it has sent, or its agency has, anything this night.
  var isEntered = false
  private var code: UInt32?
  private var age: (night: Night, factor: Double)?

  init(key: String, state: EntityState) {
    self.key = key
    self.state = state
  }

  /// The factor that brings the profile's counts to `night`, worked out once a state.
  func ageing(at night: Night, halfLife: Double) -> Double {
    guard let last = state.profile.lastNight else { return 1 }
    if let age, age.night == last { return age.factor }
    let factor = state.profile.ageing(at: night, halfLife: halfLife)
    age = (last, factor)
    return factor
  }

  /// The agency's short name in the linkage window.
  func code(ofAgency id: String) -> UInt32 {
    if let code { return code }
    let fresh = LinkWindow.code(ofAgency: id)
    code = fresh
    return fresh
  }
}

/// Which keys were shown, of a kind that is spread like hashes.
struct SeenKeys {
  private var table: CountTable?

  var count: Int { table?.count ?? 0 }
  var isEmpty: Bool { count == 0 }

  func contains(_ key: UInt64) -> Bool { table.map { $0[key] > 0 } ?? false }

  mutating func insert(_ key: UInt64) {
    if table == nil { table = CountTable() }
    table?.add(1, to: key)
  }
}

/// What a sender's last request of the night was, and what came before its moment.
///
/// Requests of one moment have no order but that of their ids: none of them follows another, and the weightiest stands
/// for all.
struct Course {
  let second: Int64
  let stage: Stage
  private let earlier: Stage?

  init(after last: Course?, _ stage: Stage, at second: Int64) {
    self.second = second
    guard let last, last.second == second else {
      (self.stage, earlier) = (stage, last?.stage)
      return
    }
    self.stage = last.stage.rawValue > stage.rawValue ? last.stage : stage
    earlier = last.earlier
  }

  /// The last stage before this moment; nil where the night has none.
  func stage(before second: Int64) -> Stage? { self.second < second ? stage : earlier }
}

/// Whose behaviour one request is held against.
struct Parties {
  var sender: Party
  var agency: Party
  var peers: Party
  var language: Party
  var country: String

  /// The same by name alone, with another state behind every name.
  func named(_ state: EntityState) -> Parties {
    Parties(
      sender: Party(key: sender.key, state: state), agency: Party(key: agency.key, state: state),
      peers: Party(key: peers.key, state: state), language: Party(key: language.key, state: state), country: country)
  }

  /// Notes a judged request, for the later ones of the night.
  func note(_ request: Request) {
    let second = request.receivedAt.seconds
    sender.moments.append(second)
    agency.moments.append(second)
    sender.course = Course(after: sender.course, Stage(request), at: second)
    for target in request.targets {
      sender.targets.insert(target.value.low)
      agency.targets.insert(target.value.low)
    }
    if let number = request.caseNumber { sender.cases.insert(number.low) }
  }

  /// Requests of the night and before, strictly before the next one.
  func earlier(at second: Int64, hasSender: Bool) -> EarlierActivity {
    var out = EarlierActivity()
    let before = agency.state.profile.activity
    out.agencyHour = agency.count(within: 3600, before: second, after: before)
    out.agencyDay = agency.count(within: 86_400, before: second, after: before)
    guard hasSender else { return out }
    let known = sender.state.profile.activity
    out.senderHour = sender.count(within: 3600, before: second, after: known)
    out.senderDay = sender.count(within: 86_400, before: second, after: known)
    out.senderWeek = sender.count(within: 604_800, before: second, after: known)
    if let last = sender.moments.last ?? known.recent.last {
      out.senderGap = max(0, second - last)
      out.senderStage = sender.course?.stage(before: second) ?? known.lastStage
    }
    return out
  }

  /// What earlier requests of the night asked about already.
  func echoes(of request: Request) -> NightEchoes {
    var out = NightEchoes()
    guard !request.targets.isEmpty else { return out }
    if !sender.targets.isEmpty {
      out.targetFromSender = request.targets.contains { sender.targets.contains($0.value.low) }
    }
    if !agency.targets.isEmpty {
      out.targetFromAgency = request.targets.contains { agency.targets.contains($0.value.low) }
    }
    if let number = request.caseNumber { out.caseFromSender = sender.cases.contains(number.low) }
    return out
  }
}

extension Party {
  /// How many requests, of the night or of `earlier` nights, lie in (moment − seconds, moment].
  fileprivate func count(within seconds: Int64, before moment: Int64, after earlier: Activity) -> Int {
    earlier.count(within: seconds, before: moment) + Activity.count(of: moments, after: moment - seconds)
  }
}
