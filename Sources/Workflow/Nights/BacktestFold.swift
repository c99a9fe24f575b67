import Baselines
import Dispatch
import Foundation
package import RequestModel
package import Scoring
import Statistics
package import Storage

/// Closes the nights of a log that is judged from nothing and thrown away: the same fold as cron's, with nothing kept.
///
/// The verdicts are all at hand from the start, and act each from the close of the night that holds its `labelled_at`.
package final class BacktestFold {
  private let store: Store
  private let readAhead: NightReadAhead
  package let engine: NightEngine
  private var boundary: NightBoundary
  private let holdDays: Int
  /// Ascending by (labelled_at, request id); the next one to act.
  private let verdicts: [StoredVerdict]
  private var waiting: [Int]
  private var next = 0
  /// What the evidence of the requests that will be labelled says they taught, and what nights noted of them.
  private var usual: [String: (shares: [TaughtShare], evidence: Bits)] = [:]
  private var noted: [String: [TaughtShare]] = [:]
  /// Held requests, by the night on which their time is over.
  private var held: [Night: [(id: String, campaign: String?)]] = [:]
  private var labelled: Set<String> = []
  /// The verdict that holds of each request by what has acted so far.
  private var settled: [String: StoredVerdict.Label] = [:]
  /// What campaigns the requests that will be labelled stood in when they were judged.
  private var campaigns: [String: String] = [:]
  private var closed: Night?
  /// What left memory; nil while nothing did.
  private var shelf: Store?

  package init(
    store: Store, engine: NightEngine, boundary: NightBoundary, holdDays: Int, verdicts: [StoredVerdict]
  ) {
    self.store = store
    readAhead = NightReadAhead(store, directory: engine.directory)
    self.engine = engine
    self.boundary = boundary
    self.holdDays = holdDays
    self.verdicts = verdicts.sorted { a, b in
      if (a.labelledAt, a.requestID) != (b.labelledAt, b.requestID) {
        return (a.labelledAt, a.requestID) < (b.labelledAt, b.requestID)
      }
      // As the store has it: of several at one instant the cautious one acts last, and holds.
      return (a.label.rawValue, a.source, a.scenario, a.note) > (b.label.rawValue, b.source, b.scenario, b.note)
    }
    waiting = []
    labelled = Set(verdicts.map(\.requestID))
  }

  /// Closes a night; `next` is the one that will be closed after it, where there is one.
  package func close(_ night: Night, then next: Night? = nil) throws -> NightOutcome {
    var input = NightInput(
      night: night, filings: [], verdicts: try effects(of: night), released: try released(at: night))
    input.filings = try readAhead.requests(of: night)
    let nothing: StateReader = { _ in [:] }
    let reader = shelf.map { NightFold.reader($0, before: night) } ?? nothing
    // A night is judged on all threads and learned from on few: that is when the next one is read. While that one is made
    // ready, somebody else lets go of this one.
    let outcome = try engine.close(
      input, reader: reader, lateReader: { _ in nothing },
      meanwhile: { if let next { self.readAhead.begin(next) } },
      afterwards: { remains in
        nonisolated(unsafe) let remains = remains
        DispatchQueue.global().async { remains.letGo() }
      })
    input.filings = []
    engine.set.keepChanges()
    try putAside(engine.set.release(), night: night)
    for assessment in outcome.assessments {
      if labelled.contains(assessment.requestID) {
        usual[assessment.requestID] = (
          Lessons.usual(evidence: assessment.evidence, isHeld: assessment.isHeld, night: night),
          assessment.evidence
        )
        campaigns[assessment.requestID] = assessment.campaignID
      }
      if assessment.isHeld {
        let days = Lessons.patience(holdDays: holdDays, campaign: assessment.campaignID)
        held[night.advanced(by: days), default: []].append((assessment.requestID, assessment.campaignID))
      }
    }
    for lesson in outcome.lessons where labelled.contains(lesson.requestID) {
      noted[lesson.requestID, default: []].append(lesson.share)
    }
    closed = night
    return outcome
  }

  /// Keeps what left memory in a store of its own, which goes with the run.
  private func putAside(_ idle: [(key: String, bytes: [UInt8])], night: Night) throws {
    if idle.isEmpty { return }
    let store = try shelf ?? Store.temporary(directory: FileManager.default.temporaryDirectory.path)
    shelf = store
    try store.putState(idle.map { StateChange(key: $0.key, bytes: $0.bytes) }, night: night)
    try store.pruneState(idle.map(\.key), keepingNightsFrom: night.advanced(by: 1))
  }

  private func effects(of night: Night) throws -> [VerdictEffect] {
    let end = boundary.end(of: night)
    while next < verdicts.count, verdicts[next].labelledAt < end {
      waiting.append(next)
      next += 1
    }
    var known: [String: DatedRequest] = [:]
    var due: [StoredVerdict] = []
    var later: [Int] = []
    for i in waiting {
      let id = verdicts[i].requestID
      guard let found = try known[id] ?? store.request(id) else { continue }
      guard found.night <= night else {
        later.append(i)
        continue
      }
      known[id] = found
      due.append(verdicts[i])
      settled[id] = verdicts[i].label
    }
    waiting = later
    return Lessons.lastOfEach(due).compactMap { verdict in
      guard let found = known[verdict.requestID] else { return nil }
      var effect = VerdictEffect(
        request: found.request, finding: Finding(verdict), taught: [], night: found.night)
      if found.night < night, let usual = usual[verdict.requestID] {
        effect.taught = Lessons.all(usual: usual.shares, noted: noted[verdict.requestID] ?? [])
        effect.evidence = usual.evidence
      }
      return effect
    }
  }

  /// Held requests whose time is over without a verdict, but for those of campaigns with a confirmed fraud.
  private func released(at night: Night) throws -> [Request] {
    let over = held.keys.filter { $0 <= night }
    if over.isEmpty { return [] }
    let forged = Set(campaigns.filter { settled[$0.key] == .fraudulent }.values)
    var out: [Request] = []
    for request in over.flatMap({ held.removeValue(forKey: $0) ?? [] }) where settled[request.id] == nil {
      if let campaign = request.campaign, forged.contains(campaign) { continue }
      if let known = try store.request(request.id) { out.append(known.request) }
    }
    return out.sorted { $0.arrival < $1.arrival }
  }
}
