import Baselines
package import Detection
import Foundation
package import RequestModel
package import Statistics

/// What a closed night comes to.
package struct NightOutcome: Sendable {
  /// By (received_at, request id), ranked.
  package var assessments: [Assessment]
  /// What late requests were worth against the state of their own nights.
  package var late: [Assessment]
  /// For the training of models, in the order of `assessments`; empty unless the engine keeps traces.
  package var traces: [EvidenceTrace]
  /// What the night taught of single requests, earlier ones too, where that is not what their evidence says.
  package var lessons: [RequestLesson]
  /// What its requests, and suspicious ones of the window before, hang together in.
  package var campaigns = FoundCampaigns()

  package init(
    assessments: [Assessment], late: [Assessment], traces: [EvidenceTrace] = [], lessons: [RequestLesson] = []
  ) {
    self.assessments = assessments
    self.late = late
    self.traces = traces
    self.lessons = lessons
  }
}

/// One request's evidence in the parts that a model weighs anew.
///
/// Base rate, habit line, counted looks and sender state sum to the evidence, but for rounding.
package struct EvidenceTrace: Sendable {
  /// In bits as they count, after discount and cap, in registry order.
  package var looks: [Double]
  /// What the habit line and the base rate add.
  package var offset: Double
  /// What the sender state adds.
  package var state: Double
  /// What a model may learn that verdicts have in common.
  package var traits: [Trait]
}

extension EvidenceTrace {
  fileprivate init(_ judged: Judged) {
    looks = judged.countedLooks
    offset = judged.ownBits.value - looks.reduce(0, +)
    state = (judged.assessment.evidence - judged.ownBits).value
    traits = judged.traits
  }
}

/// A verdict that takes effect with a night.
package struct VerdictEffect: Sendable {
  package var request: Request
  package var finding: Finding
  /// Its evidence as it was judged; nil where its own night takes the verdict in.
  package var evidence: Bits?
  /// What closed nights taught of the request, one by one; empty where it was held.
  package var taught: [TaughtShare]
  package var night: Night

  package var isFraud: Bool { finding.isFraud }

  package init(
    request: Request, finding: Finding, evidence: Bits? = nil, taught: [TaughtShare], night: Night
  ) {
    self.request = request
    self.finding = finding
    self.evidence = evidence
    self.taught = taught
    self.night = night
  }
}

/// One night's work, without its requests' storage: everything that is folded into the state.
package struct NightInput: Sendable {
  package var night: Night
  /// On-time requests, made ready to be judged, by (received_at, request id).
  package var filings: [Filing]
  /// Late requests with their own nights.
  package var late: [(request: Request, night: Night)]
  package var verdicts: [VerdictEffect]
  /// Held requests whose time is over without a verdict.
  package var released: [Request]

  package init(
    night: Night, filings: [Filing], late: [(request: Request, night: Night)] = [], verdicts: [VerdictEffect] = [],
    released: [Request] = []
  ) {
    self.night = night
    self.filings = filings
    self.late = late
    self.verdicts = verdicts
    self.released = released
  }
}

/// Folds nights: judges a night's requests against the state of the night before, then learns from them.
package final class NightEngine {
  package let settings: ScoringSettings
  package let registry: Registry
  package var weighting: Weighting
  /// Whether outcomes hold the parts of the evidence, which training needs.
  package var keepsTraces = false
  /// Whether assessments have reasons; a run that shows none need not put them into words.
  package var narrates = true
  /// Who examines the agencies of a night; results do not depend on it.
  package var crew = Crew.alone
  package let directory: AgencyDirectory
  package let set: BaselineSet
  private var zones = ZoneTable()

  package init(
    settings: ScoringSettings, registry: Registry, weighting: Weighting, directory: AgencyDirectory = AgencyDirectory()
  ) {
    self.settings = settings
    self.registry = registry
    self.weighting = weighting
    self.directory = directory
    set = BaselineSet(looks: registry.count)
  }

  /// Makes requests ready to be judged.
  package func filings(_ requests: [Request]) -> [Filing] {
    requests.indices.map { Filing(requests[$0], directory: directory) }
  }

  /// Reads into `set` what the judgement of `filings` needs; returns the homes of their senders.
  func load(_ filings: [Filing], into set: BaselineSet, with reader: StateReader) throws -> [String?] {
    let homes = filings.map { $0.home(in: set.world) }
    try set.load(filings, homes: homes, with: reader)
    return homes
  }

  /// Judges and learns one night.
  ///
  /// Afterwards `set` holds the state of this night; `takeChanges()` gives what to store.
  ///
  /// `reader` answers with the state of the nights before; `lateReader` with the state of the nights before another one,
  /// as far back as it is kept. `meanwhile` is called when the night is judged and yet to be learned from, `afterwards`
  /// with what is left of it in the end.
  package func close(
    _ input: NightInput, reader: StateReader, lateReader: (Night) -> StateReader, meanwhile: () -> Void = {},
    afterwards: (NightRemains) -> Void = { _ in }
  ) throws -> NightOutcome {
    let filings = input.filings
    let homes = try load(filings, into: set, with: reader)
    let belated = self.filings(input.late.map(\.request))
    _ = try load(belated + self.filings(input.verdicts.map(\.request) + input.released), into: set, with: reader)
    var frame = frame(set, input.night)
    frame.isTraced = keepsTraces
    frame.isNarrated = narrates
    let judge = Judge(frame, zones: zones, crew: crew(for: filings.count))
    let judged = judge.judge(filings, homes: homes)
    meanwhile()
    zones = judge.usedZones
    let traces = keepsTraces ? judged.map { EvidenceTrace($0) } : []
    let late = try judgeLate(belated, of: input.late.map(\.night), lateReader: lateReader)
    set.world.campaigns.forget(before: input.night)
    let campaigns = nameCampaigns(
      of: filings, judged, late: zip(belated, late).map { ($0, $1) }, night: input.night,
      memory: set.world.campaigns)
    set.world.campaigns.close(input.night, settled(campaigns.notes, by: input.verdicts, at: input.night))
    let assessments = ranked(judged)
    let lessons = learn(input, judged: judged, judge: judge, late: late)
    var belatedAssessments = late.map(\.assessment)
    Ranking.alertLate(&belatedAssessments, settings: settings)
    var outcome = NightOutcome(
      assessments: assessments, late: belatedAssessments, traces: traces, lessons: lessons)
    outcome.campaigns = campaigns
    afterwards(NightRemains(filings, judged, judge))
    return outcome
  }

  /// Judges requests without learning: against the state as `reader` has it.
  package func judge(_ requests: [Request], night: Night, reader: StateReader, fullDetail: Bool) throws -> [Judged] {
    let fresh = try fresh(with: reader)
    let filings = filings(requests)
    var frame = frame(fresh, night)
    frame.fullDetail = fullDetail
    let judged = try judge(filings, frame, reader: reader)
    fresh.world.campaigns.forget(before: night)
    _ = nameCampaigns(of: filings, judged, night: night, memory: fresh.world.campaigns)
    return judged
  }

  /// The state as `reader` has it, beside the engine's own; of the linkage window what concerns `keys`, or all of it.
  func fresh(with reader: StateReader, linkedBy keys: CountTable? = nil) throws -> BaselineSet {
    let fresh = BaselineSet(looks: registry.count)
    try fresh.loadWorld(with: reader, linkedBy: keys)
    return fresh
  }

  /// Judges requests against a state of their own, which stays as it is.
  private func judge(_ filings: [Filing], _ frame: NightFrame, reader: StateReader) throws -> [Judged] {
    let homes = try load(filings, into: frame.set, with: reader)
    let judge = Judge(frame, zones: zones, crew: crew(for: filings.count))
    let judged = judge.judge(filings, homes: homes)
    // A judge takes the window along; it comes back, with what the requests added to it.
    frame.set.world.links = judge.takeLinks()
    return judged
  }

  /// A small night is not worth dividing.
  private func crew(for requests: Int) -> Crew { requests < Judge.worthDividing ? .alone : crew }

  func frame(_ set: BaselineSet, _ night: Night) -> NightFrame {
    NightFrame(
      settings: settings, registry: registry, weighting: weighting, set: set, night: night, directory: directory)
  }

  /// The assessments of a whole night with their places, and for alerts what would have kept them from being one.
  package func ranked(_ judged: [Judged]) -> [Assessment] {
    var assessments = judged.map(\.assessment)
    let places = Ranking.rank(&assessments, settings: settings)
    guard narrates else { return assessments }
    let level = AlertLevel.ofNight(places, budget: settings.alertBudget)
    for i in assessments.indices where assessments[i].isAlert {
      guard let verge = judged[i].verge else { continue }
      let least = level(assessments[i].evidence, verge.level)
      assessments[i].alertLevel = least
      assessments[i].counterfactuals = verge.counterfactuals(
        below: least, registry: registry, weighting: weighting)
    }
    return assessments
  }

  /// Late requests are judged alone, each against the state of its own night, which is read once a night.
  private func judgeLate(
    _ late: [Filing], of nights: [Night], lateReader: (Night) -> StateReader
  ) throws -> [Judged] {
    var out: [Int: Judged] = [:]
    let nobody = EntityState()
    let byNight = Dictionary(grouping: late.indices) { nights[$0] }
    for (night, places) in byNight.sorted(by: { $0.key < $1.key }) {
      let reader = lateReader(night)
      var frame = frame(try fresh(with: reader), night)
      frame.leavesLinks = false
      for place in places {
        let judged = try judge([late[place]], frame, reader: reader)[0]
        judged.assessment.isLate = true
        // It is taught with today's profiles: those of its own night need not stay in memory for it.
        judged.lesson = judged.lesson.given(to: judged.lesson.parties.named(nobody))
        out[place] = judged
      }
    }
    return late.indices.map { out[$0]! }
  }
}
