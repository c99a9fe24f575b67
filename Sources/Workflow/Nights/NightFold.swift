import Detection
import Foundation
package import RequestModel
package import Scoring
import Statistics
package import Storage

/// What a closed night leaves for reports.
package struct ClosedNight: Sendable {
  package var night: Night
  package var outcome: NightOutcome
  /// The night's own link of the chain.
  package var stored: StoredNight
}

/// Closes nights over a store: reads what a night needs, folds it, and commits all of it in one transaction.
///
///     state(n) = fold(state(n−1), requests of night n, verdicts known by the end of night n)
package final class NightFold {
  package let store: Store
  package let engine: NightEngine
  private var boundary: NightBoundary
  private let lateDays: Int
  private let holdDays: Int
  private let configurationDigest: [UInt8]
  private let modelDigest: [UInt8]
  private let seal: ScoreSeal
  private var previous: StoredNight.Digests?
  /// Noted with every night that is closed as the first whose files are still to come; nil: that night itself.
  var undeliveredFrom: Night?

  package init(
    store: Store, boundary: NightBoundary, lateDays: Int, holdDays: Int,
    setup: EngineSetup, key: [UInt8]
  ) throws {
    self.store = store
    engine = setup.engine()
    self.boundary = boundary
    self.lateDays = lateDays
    self.holdDays = holdDays
    configurationDigest = setup.configurationDigest
    modelDigest = setup.modelDigest
    seal = ScoreSeal(key: key)
    if let closed = try store.closedThrough() {
      previous = try store.night(closed)?.digests
      try engine.set.loadWorld(with: NightFold.reader(store, before: closed.advanced(by: 1)))
    }
  }

  /// Closes one night: the earliest that has requests and is open.
  package func close(_ night: Night) throws -> ClosedNight {
    let filings = try store.filings(of: night, directory: engine.directory)
    let late = try store.lateRequests()
    let (effects, taken) = try verdicts(for: night)
    let closedBefore = try store.closedThrough()
    let released = try releasedHolds(after: closedBefore, at: night)
    let input = NightInput(
      night: night, filings: filings, late: late.map { ($0.request, $0.night) }, verdicts: effects, released: released)
    let horizon = night.advanced(by: -lateDays)
    let outcome = try engine.close(
      input, reader: NightFold.reader(store, before: night),
      lateReader: { NightFold.reader(self.store, before: max($0, horizon)) })
    let restating = Restating(store: store, engine: engine, horizon: horizon)
    let groups = try restating.groups(closing: night, filings: filings, found: outcome.campaigns)
    let changes = try restating.changes(
      by: effects, groups, closing: night, assessments: outcome.assessments)
    var commit = try written(night, outcome, groups, changes)
    commit.takenVerdicts = taken.compactMap(\.id)
    commit.night = link(commit, requests: filings.map(\.request.contentDigest), taken: taken, after: closedBefore)
    try store.commitNight(commit)
    previous = commit.night.digests
    return ClosedNight(night: night, outcome: outcome, stored: commit.night)
  }

  /// All that the close of a night writes, but its link of the chain.
  private func written(
    _ night: Night, _ outcome: NightOutcome, _ groups: [LinkedGroup], _ changes: [Restating.Change]
  ) throws -> NightCommit {
    var commit = NightCommit(closing: night)
    commit.scores = (outcome.assessments + outcome.late).map {
      var score = StoredScore($0, digest: Digesting.digest($0))
      score.seal = seal.seal(score)
      return score
    }
    commit.lateRequestIDs = outcome.late.map(\.requestID)
    commit.state = engine.set.takeChanges().map { StateChange(key: $0.key, bytes: $0.bytes) }
    commit.keepStateFrom = night.advanced(by: -lateDays)
    commit.expiredState = [
      (StateKey.linksPrefix, night.advanced(by: -lateDays - LinkWindow.days - 1)),
      (StateKey.campaignsPrefix, night.advanced(by: -lateDays - CampaignMemory.days - 1)),
    ]
    commit.lessons = outcome.lessons.map {
      StoredLesson(
        requestID: $0.requestID, night: night, own: $0.share.own, shared: $0.share.shared, common: $0.share.common)
    }
    commit.restatements = changes.map {
      StoredRestatement(
        requestID: $0.requestID, night: night, oldEvidence: $0.then.units, newEvidence: $0.now.units,
        linkage: $0.linkage.units, why: $0.why)
    }
    commit.campaigns = try Campaigns(store: store).grown(outcome.campaigns.campaigns, groups, night: night)
    for campaign in commit.campaigns { commit.campaignDigests[campaign.id] = Digesting.digest(campaign) }
    commit.settings[NightDelivery.setting] = (undeliveredFrom ?? night).description
    return commit
  }

  /// The link of the chain over what a night's close writes.
  private func link(
    _ commit: NightCommit, requests: [Pseudonym], taken: [StoredVerdict], after closedBefore: Night?
  ) -> StoredNight {
    let night = commit.night.night
    let skipped = max(0, (closedBefore.map { $0.distance(to: night) } ?? 1) - 1)
    let counts = StoredNight.Counts(of: commit.scores)
    let ledger = NightLedger(
      skipped: skipped, counts: counts, verdicts: taken, lessons: commit.lessons, restatements: commit.restatements,
      campaigns: commit.campaignDigests)
    var digests = StoredNight.Digests(
      previousChain: previous?.chain ?? [], requests: Digesting.requests(requests),
      scores: Digesting.scores(commit.scores),
      state: Digesting.state(previous: previous?.state ?? [], changes: commit.state), model: modelDigest,
      configuration: configurationDigest, ledger: ledger.digest, chain: [])
    digests.chain = Digesting.chain(night, digests)
    return StoredNight(night: night, skipped: skipped, counts: counts, digests: digests)
  }

  // MARK: What a night needs

  static func reader(_ store: Store, before night: Night) -> StateReader {
    { keys in try store.stateValues(keys, before: night).mapValues(\.bytes) }
  }

  /// The verdicts known by the end of the night whose requests are closed or close now.
  private func verdicts(for night: Night) throws -> ([VerdictEffect], [StoredVerdict]) {
    var effects: [VerdictEffect] = []
    var known: [String: DatedRequest] = [:]
    let pending = try store.pendingVerdicts(before: boundary.end(of: night)).filter { verdict in
      guard let found = try known[verdict.requestID] ?? store.request(verdict.requestID), found.night <= night else {
        return false
      }
      known[verdict.requestID] = found
      return true
    }
    for verdict in Lessons.lastOfEach(pending) {
      guard let found = known[verdict.requestID] else { continue }
      var effect = VerdictEffect(
        request: found.request, finding: Finding(verdict), taught: [], night: found.night)
      if found.night < night, let score = try store.score(of: verdict.requestID) {
        effect.taught = try taught(score)
        effect.evidence = Bits(units: score.evidence)
      }
      effects.append(effect)
    }
    return (effects, pending)
  }

  /// What closed nights taught of a request that was judged.
  private func taught(_ score: StoredScore) throws -> [TaughtShare] {
    let noted = try store.lessons(of: score.requestID).map {
      TaughtShare(night: $0.night, own: $0.own, shared: $0.shared, common: $0.common)
    }
    // A late one was taught with the night after its own that closed first; that night's lesson is noted.
    let usual = Lessons.usual(evidence: Bits(units: score.evidence), isHeld: score.isHeld, night: score.night)
    return Lessons.all(usual: score.isLate ? [] : usual, noted: noted)
  }

  /// Held requests whose time is over without a verdict, but for those of campaigns with a confirmed fraud.
  private func releasedHolds(after closed: Night?, at night: Night) throws -> [Request] {
    guard let closed else { return [] }
    let end = boundary.end(of: night)
    var over: [StoredScore] = []
    for days in [holdDays, Lessons.patienceWithLinks(holdDays: holdDays)] {
      over += try store.heldScores(in: closed.advanced(by: 1 - days)...night.advanced(by: -days)).filter {
        Lessons.patience(holdDays: holdDays, campaign: $0.campaignID) == days
      }
    }
    let forged = over.contains { $0.campaignID != nil } ? try store.campaigns(ofFraudsKnownBy: end) : []
    var out: [Request] = []
    for score in over {
      if let campaign = score.campaignID, forged.contains(campaign) { continue }
      guard try !store.verdictHistory(of: score.requestID).contains(where: { $0.labelledAt < end }),
        let held = try store.request(score.requestID)
      else { continue }
      out.append(held.request)
    }
    return out.sorted { $0.arrival < $1.arrival }
  }
}
