import Baselines
import Detection
package import RequestModel
import Statistics

/// Plays warm-ups through the engine itself, on a copy of an agency's state.
///
/// Night by night the agency's own latest requests come again, four weeks later and four weeks later still, and the thief's
/// beside them; the rest of the log stands still: normaliser, pricing and the pool of scores stay as they are. What is
/// shared with other agencies is left aside. O(plans · horizon · requests a night).
package struct WarmUpRehearsal {
  let engine: () -> NightEngine
  let reader: StateReader
  /// The last closed night.
  let night: Night
  /// The agency's requests of the four weeks up to it.
  let background: [Request]

  package static let period: Int32 = 28
  package static let rates = [1, 4]
  /// Planted requests with each trait before the next one shows.
  static let patience = 3

  package init(
    engine: @escaping () -> NightEngine, reader: @escaping StateReader, night: Night, background: [Request]
  ) {
    self.engine = engine
    self.reader = reader
    self.night = night
    self.background = background
  }

  /// The state as it stands, with what these requests need: for the distances of many agencies.
  package func standing(_ requests: [Request]) throws -> NightEngine { try scratch(requests) }

  /// How far the reference forgery of an agency's busiest account stands above the alert level; nil without an account.
  package static func distance(
    of agencyID: String, _ background: [Request], on engine: NightEngine, after night: Night
  ) -> Double? {
    guard let (_, templates) = busiest(background) else { return nil }
    let forgery = ReferenceForgery(model: engine.registry.model)
    let tomorrow = night.advanced(by: 1)
    let trial = engine.rehearse(
      forgery.forged(templates[templates.count - 1], id: "warm-up", day: tomorrow.day, serial: 1), on: tomorrow)
    return trial.level.map { trial.evidence.value - $0.value } ?? -.infinity
  }

  /// The account that sent most, and its requests; nil where no account sent any.
  private static func busiest(_ background: [Request]) -> (sender: String, templates: [Request])? {
    var counts: [String: Int] = [:]
    for request in background where !request.sender.isEmpty { counts[request.sender, default: 0] += 1 }
    guard let sender = counts.max(by: { ($0.value, $1.key) < ($1.value, $0.key) })?.key else { return nil }
    return (sender, background.filter { $0.sender == sender })
  }

  /// The budget of the busiest account; nil where no account of the agency sent anything in the four weeks.
  package func budget(agencyID: String, horizon: Int) throws -> WarmUpBudget? {
    guard let (sender, templates) = WarmUpRehearsal.busiest(background) else { return nil }
    let start = try scratch(background)
    let forgery = ReferenceForgery(model: start.registry.model)
    let tomorrow = night.advanced(by: 1)
    let today = start.rehearse(
      forgery.forged(templates[templates.count - 1], id: "warm-up", day: tomorrow.day, serial: 1), on: tomorrow)
    var out = WarmUpBudget(
      agencyID: agencyID, sender: sender, night: night, evidence: today.evidence, level: today.level,
      horizon: horizon, plans: [])
    if out.passesToday { return out }
    for manner in WarmUpBudget.Manner.allCases {
      for rate in WarmUpRehearsal.rates {
        out.plans.append(
          try follow(manner, perDay: rate, templates: templates, forgery: forgery, horizon: horizon))
      }
    }
    return out
  }

  private func scratch(_ requests: [Request]) throws -> NightEngine {
    let out = engine()
    // What other agencies share with the thief is left aside: the linkage window stays empty.
    let links = "k" + StateKey.separator
    try out.set.loadWorld { keys in try self.reader(keys.filter { !$0.hasPrefix(links) }) }
    out.narrates = false
    _ = try out.load(out.filings(requests), into: out.set, with: reader)
    return out
  }

  private func follow(
    _ manner: WarmUpBudget.Manner, perDay: Int, templates: [Request], forgery: ReferenceForgery, horizon: Int
  ) throws -> WarmUpBudget.Plan {
    let engine = try scratch(background)
    let still = StillWorld(engine.set.world)
    var plan = WarmUpBudget.Plan(manner: manner, perDay: perDay, requests: nil, days: nil, alerts: 0, held: 0)
    var planted = 0
    for day in 1...Int32(horizon) {
      let tonight = night.advanced(by: Int(day))
      let theirs = background.filter {
        ($0.receivedAt.seconds.flooredDivision(by: 86_400) - Int64(tonight.day)) % Int64(WarmUpRehearsal.period) == 0
      }.map { Self.moved($0, to: tonight.day) }
      let mine = (0..<perDay).map { _ -> Request in
        planted += 1
        let known = min(ReferenceForgery.Trait.allCases.count, 1 + (planted - 1) / WarmUpRehearsal.patience)
        let traits =
          manner == .atOnce
          ? ReferenceForgery.Trait.allCases : Array(ReferenceForgery.Trait.allCases.prefix(known))
        return forgery.quiet(
          templates[planted % templates.count], showing: traits, id: "warm-up-\(planted)", day: tonight.day,
          serial: UInt64(planted) + 100)
      }
      let requests = (theirs + mine).sorted { ($0.receivedAt, $0.id) < ($1.receivedAt, $1.id) }
      let outcome = try engine.close(
        NightInput(night: tonight, filings: engine.filings(requests)), reader: { _ in [:] },
        lateReader: { _ in { _ in [:] } })
      engine.set.keepChanges()
      for assessment in outcome.assessments where assessment.requestID.hasPrefix("warm-up-") {
        plan.held += assessment.isHeld ? 1 : 0
        plan.alerts += assessment.pValue <= engine.settings.alertFloor ? 1 : 0
      }
      still.restore(engine.set.world)
      let tomorrow = tonight.advanced(by: 1)
      let trial = engine.rehearse(
        forgery.forged(templates[templates.count - 1], id: "warm-up", day: tomorrow.day, serial: 1), on: tomorrow)
      if trial.level.map({ trial.evidence < $0 }) ?? true {
        plan.requests = planted
        plan.days = Int(day)
        return plan
      }
    }
    return plan
  }

  private static func moved(_ request: Request, to day: Int32) -> Request {
    var out = request
    let whole: Int64 = 86_400_000_000
    out.receivedAt = Instant(
      microseconds: Int64(day) * whole + request.receivedAt.microseconds.flooredRemainder(by: whole))
    out.id = request.id + "+\(day)"
    return out
  }
}

/// What of the whole log's state stands still while one agency is played on.
private struct StillWorld {
  let normaliser: Normaliser
  let pricing: Pricing
  let pool: ConformalCell
  let level: ScoreLevel
  let rhythms: [String: CountryRhythm]
  let adoptions: StepLedger

  init(_ world: WorldState) {
    normaliser = world.normaliser
    pricing = world.pricing
    pool = world.pool
    level = world.level
    rhythms = world.rhythms
    adoptions = world.adoptions
  }

  func restore(_ world: WorldState) {
    world.normaliser = normaliser
    world.pricing = pricing
    world.pool = pool
    world.level = level
    world.rhythms = rhythms
    world.adoptions = adoptions
    world.links = LinkWindow()
  }
}

extension NightEngine {
  /// Judges one request against the engine's own state, learning nothing: its evidence, and the least evidence that would
  /// be odd enough for an alert.
  func rehearse(_ request: Request, on night: Night) -> (evidence: Bits, level: Bits?) {
    let frame = frame(set, night)
    let filings = filings([request])
    let homes = filings.map { $0.home(in: set.world) }
    let judged = Judge(frame, zones: ZoneTable(), crew: .alone).judge(filings, homes: homes)[0]
    set.world.links = LinkWindow()
    return (judged.assessment.evidence, frame.alertLevel(of: set[filings[0].keys.agency]))
  }
}
