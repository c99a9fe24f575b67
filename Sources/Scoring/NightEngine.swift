import Baselines
package import Detection
import Foundation
package import RequestModel
import Statistics

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
}

extension EvidenceTrace {
  fileprivate init(_ judged: Judged) {
    looks = judged.countedLooks
    offset = judged.ownBits.value - looks.reduce(0, +)
    state = (judged.assessment.evidence - judged.ownBits).value
  }
}

/// A verdict that takes effect with a night.
package struct VerdictEffect: Sendable {
  package var request: Request
  package var isFraud: Bool
  /// What closed nights taught of the request, one by one; empty where it was held.
  package var taught: [TaughtShare]
  /// Whether its night left out what it brought first.
  package var wasSuspicious: Bool
  package var night: Night

  package init(request: Request, isFraud: Bool, taught: [TaughtShare], wasSuspicious: Bool = false, night: Night) {
    self.request = request
    self.isFraud = isFraud
    self.taught = taught
    self.wasSuspicious = wasSuspicious
    self.night = night
  }
}

/// One night's work, without its requests' storage: everything that is folded into the state.
package struct NightInput: Sendable {
  package var night: Night
  /// On-time requests by (received_at, request id).
  package var requests: [Request]
  /// Late requests with their own nights.
  package var late: [(request: Request, night: Night)]
  package var verdicts: [VerdictEffect]
  /// Held requests whose time is over without a verdict.
  package var released: [Request]

  package init(
    night: Night, requests: [Request], late: [(request: Request, night: Night)] = [], verdicts: [VerdictEffect] = [],
    released: [Request] = []
  ) {
    self.night = night
    self.requests = requests
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

  func keys(for filings: [Filing], in set: BaselineSet) -> [EntityKeys] {
    filings.map { filing in
      var keys = EntityKeys(filing.request, directory: directory)
      keys.home = set.world.home(of: filing.request).map { StateKey.sender($0, filing.request.sender) }
      return keys
    }
  }

  /// Judges and learns one night.
  ///
  /// Afterwards `set` holds the state of this night; `takeChanges()` gives what to store.
  ///
  /// `reader` answers with the state of the nights before; `lateReader` with the state of the nights before another one,
  /// as far back as it is kept.
  package func close(
    _ input: NightInput, reader: StateReader, lateReader: (Night) -> StateReader
  ) throws -> NightOutcome {
    let filings = Filing.all(input.requests)
    let keys = keys(for: filings, in: set)
    let others = self.keys(
      for: Filing.all(input.late.map(\.request) + input.verdicts.map(\.request) + input.released), in: set)
    try set.load(keys + others, with: reader)
    var frame = frame(set, input.night)
    frame.isTraced = keepsTraces
    frame.isNarrated = narrates
    let judge = Judge(frame, zones: zones, crew: crew(for: input.requests.count))
    let judged = judge.judge(filings, keys)
    zones = judge.usedZones
    let traces = keepsTraces ? judged.map { EvidenceTrace($0) } : []
    let assessments = ranked(judged)
    let late = try judgeLate(input.late, lateReader: lateReader)
    let lessons = learn(input, judged: judged, judge: judge, late: late)
    return NightOutcome(assessments: assessments, late: late.map(\.assessment), traces: traces, lessons: lessons)
  }

  /// Judges requests without learning: against the state as `reader` has it.
  package func judge(_ requests: [Request], night: Night, reader: StateReader, fullDetail: Bool) throws -> [Judged] {
    let fresh = BaselineSet(looks: registry.count)
    try fresh.loadWorld(with: reader)
    let filings = Filing.all(requests)
    let keys = keys(for: filings, in: fresh)
    try fresh.load(keys, with: reader)
    var frame = frame(fresh, night)
    frame.fullDetail = fullDetail
    return Judge(frame, zones: zones, crew: crew(for: requests.count)).judge(filings, keys)
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
    Ranking.rank(&assessments, settings: settings)
    guard narrates else { return assessments }
    let level = AlertLevel.ofNight(assessments.map(\.evidence), budget: settings.alertBudget)
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
    _ late: [(request: Request, night: Night)], lateReader: (Night) -> StateReader
  ) throws -> [Judged] {
    var out: [Int: Judged] = [:]
    let nobody = EntityState()
    let nights = Dictionary(grouping: late.indices) { late[$0].night }
    for (night, places) in nights.sorted(by: { $0.key < $1.key }) {
      let reader = lateReader(night)
      let fresh = BaselineSet(looks: registry.count)
      try fresh.loadWorld(with: reader)
      var frame = frame(fresh, night)
      frame.leavesLinks = false
      for place in places {
        let filings = [Filing(late[place].request)]
        let keys = keys(for: filings, in: fresh)
        try fresh.load(keys, with: reader)
        let judge = Judge(frame, zones: zones, crew: crew(for: 1))
        let judged = judge.judge(filings, keys)[0]
        // A judge takes the window along; it comes back as it was.
        fresh.world.links = judge.links
        judged.assessment.isLate = true
        // It is taught with today's profiles: those of its own night need not stay in memory for it.
        judged.lesson = judged.lesson.given(to: judged.lesson.parties.named(nobody))
        out[place] = judged
      }
    }
    return late.indices.map { out[$0]! }
  }
}

/// Places in a night, and who gets an alert.
package enum Ranking {
  /// Ranks by evidence, ties by request id; an alert needs a place within the budget and a score that is odd enough.
  ///
  /// A campaign takes one place: its heaviest member of the night has the alert. A campaign that began this night needs a
  /// second member to be called one.
  package static func rank(_ assessments: inout [Assessment], settings: ScoringSettings) {
    var members: [String: Int] = [:]
    for assessment in assessments { if let id = assessment.campaignID { members[id, default: 0] += 1 } }
    for i in assessments.indices {
      guard let id = assessments[i].campaignID, members[id] == 1, assessments[i].opensCampaign else { continue }
      assessments[i].campaignID = nil
    }
    var alerted: Set<String> = []
    var order = assessments.indices.map { (evidence: assessments[$0].evidence, i: $0) }
    order.sort { a, b in
      a.evidence != b.evidence
        ? a.evidence > b.evidence
        : assessments[a.i].requestID.utf8.lexicographicallyPrecedes(assessments[b.i].requestID.utf8)
    }
    for (place, i) in order.lazy.map(\.i).enumerated() {
      assessments[i].rank = place + 1
      let isOdd =
        settings.thresholdBits.map { assessments[i].evidence.value >= $0 }
        ?? (assessments[i].pValue <= settings.alertFloor)
      let isNews = assessments[i].campaignID.map { !alerted.contains($0) } ?? true
      assessments[i].isAlert = place < settings.alertBudget && isOdd && isNews
      if assessments[i].isAlert, let id = assessments[i].campaignID { alerted.insert(id) }
    }
  }
}
