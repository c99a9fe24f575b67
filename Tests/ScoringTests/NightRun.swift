import Detection
import RequestModel
import Scoring
import Statistics

/// The state of every night in memory: what a store would keep.
struct StateShelf: Sendable {
  private var values: [String: [(night: Night, bytes: [UInt8])]] = [:]

  mutating func put(_ changes: [(key: String, bytes: [UInt8])], night: Night) {
    for (key, bytes) in changes { values[key, default: []].append((night, bytes)) }
  }

  /// Answers with what stood before `night`.
  func reader(before night: Night) -> StateReader {
    { [values] keys in
      var out: [String: [UInt8]] = [:]
      for key in keys { out[key] = values[key]?.last { $0.night < night }?.bytes }
      return out
    }
  }

  var latest: [String: [UInt8]] { values.compactMapValues { $0.last?.bytes } }
}

/// A log folded night by night in memory.
struct NightRun: Sendable {
  enum Memory: Sendable {
    /// One engine for all nights.
    case longLived
    /// A new engine every night, from the stored bytes.
    case freshEveryNight
  }

  static let registry = Registry()
  private(set) var shelf = StateShelf()
  var settings = {
    var settings = ScoringSettings()
    settings.weighsSteps = true
    return settings
  }()
  var memory = Memory.longLived
  var crew = Crew.alone
  var directory = AgencyDirectory()
  /// Request id → verdict and the night that it is known by.
  var verdicts: [String: (isFraud: Bool, night: Night)] = [:]
  /// What a model has learned of traits.
  var traits: TraitWeights?
  /// What verdicts that are not of forgery rest on.
  var clearance = Finding.genuine
  private(set) var assessments: [Assessment] = []
  private var taught: [String: [TaughtShare]] = [:]

  init() {}

  /// By request id.
  var byID: [String: Assessment] { Dictionary(uniqueKeysWithValues: assessments.map { ($0.requestID, $0) }) }

  static func night(of request: Request) -> Night { Night(day: Int32(request.receivedAt.seconds / 86_400)) }

  func makeEngine() -> NightEngine {
    let engine = NightEngine(
      settings: settings, registry: NightRun.registry, weighting: Weighting(prior: NightRun.registry),
      directory: directory)
    engine.weighting.traits = traits
    engine.crew = crew
    return engine
  }

  mutating func fold(_ log: [Request]) throws {
    let nights = Dictionary(grouping: log, by: NightRun.night(of:))
    let requests = Dictionary(uniqueKeysWithValues: log.map { ($0.id, $0) })
    var engine: NightEngine?
    let named = Set(nights.keys).union(verdicts.values.map(\.night))
    for night in named.sorted() {
      let effects = verdicts.filter { $0.value.night == night }.keys.sorted().map { id in
        VerdictEffect(
          request: requests[id]!, finding: verdicts[id]!.isFraud ? .forged : clearance,
          evidence: byID[id]?.evidence, taught: taught[id] ?? [], night: NightRun.night(of: requests[id]!))
      }
      try close(
        NightInput(
          night: night, filings: (nights[night] ?? []).map { Filing($0, directory: directory) }, verdicts: effects),
        &engine)
    }
  }

  private mutating func close(_ input: NightInput, _ lasting: inout NightEngine?) throws {
    let reader = shelf.reader(before: input.night)
    let engine = memory == .longLived ? lasting ?? makeEngine() : makeEngine()
    if lasting !== engine { try engine.set.loadWorld(with: reader) }
    lasting = engine
    let outcome = try engine.close(input, reader: reader) { [shelf] in shelf.reader(before: $0) }
    for assessment in outcome.assessments {
      let posterior = probability(ofLog2Odds: assessment.evidence.value)
      let grains = assessment.isHeld ? 0 : Int64(((1 - posterior) * 1024).rounded())
      taught[assessment.requestID] = [
        TaughtShare(night: input.night, own: grains, shared: grains, common: grains)
      ]
    }
    for lesson in outcome.lessons {
      taught[lesson.requestID, default: []].removeAll { $0.night == input.night }
      taught[lesson.requestID, default: []].append(lesson.share)
    }
    assessments += outcome.assessments
    shelf.put(engine.set.takeChanges(), night: input.night)
  }

  /// Judges without learning, against the state before `night`.
  func judged(_ requests: [Request], night: Night) throws -> [Judged] {
    try makeEngine().judge(requests, night: night, reader: shelf.reader(before: night), fullDetail: true)
  }

  static func folded(_ log: [Request], memory: Memory = .longLived) throws -> NightRun {
    var run = NightRun()
    run.memory = memory
    try run.fold(log)
    return run
  }
}
