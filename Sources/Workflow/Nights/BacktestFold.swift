import Baselines
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
  /// What the requests that will be labelled have taught.
  private var taught: [String: Int64] = [:]
  private var held: [(night: Night, id: String)] = []
  private var labelled: Set<String> = []
  private var settled: Set<String> = []
  private var closed: Night?

  package init(
    store: Store, engine: NightEngine, boundary: NightBoundary, holdDays: Int, verdicts: [StoredVerdict]
  ) {
    self.store = store
    readAhead = NightReadAhead(store)
    self.engine = engine
    self.boundary = boundary
    self.holdDays = holdDays
    self.verdicts = verdicts.sorted {
      ($0.labelledAt.microseconds, $0.requestID) < ($1.labelledAt.microseconds, $1.requestID)
    }
    waiting = []
    labelled = Set(verdicts.map(\.requestID))
  }

  /// Closes a night; `next` is the one that will be closed after it, where there is one.
  package func close(_ night: Night, then next: Night? = nil) throws -> NightOutcome {
    let requests = try readAhead.requests(of: night, then: next)
    let input = NightInput(
      night: night, requests: requests, verdicts: try effects(of: night), released: try released(at: night))
    let nothing: StateReader = { _ in [:] }
    let outcome = try engine.close(input, reader: nothing, lateReader: { _ in nothing })
    engine.set.keepChanges()
    for assessment in outcome.assessments {
      if labelled.contains(assessment.requestID) {
        taught[assessment.requestID] = Lessons.grains(evidence: assessment.evidence, isHeld: assessment.isHeld)
      }
      if assessment.isHeld { held.append((night, assessment.requestID)) }
    }
    closed = night
    return outcome
  }

  private func effects(of night: Night) throws -> [VerdictEffect] {
    let end = boundary.end(of: night)
    while next < verdicts.count, verdicts[next].labelledAt < end {
      waiting.append(next)
      next += 1
    }
    var out: [VerdictEffect] = []
    var later: [Int] = []
    for i in waiting {
      let verdict = verdicts[i]
      guard let known = try store.request(verdict.requestID) else { continue }
      guard known.night <= night else {
        later.append(i)
        continue
      }
      let isFraud = verdict.label == .fraudulent
      out.append(
        VerdictEffect(
          request: known.request, isFraud: isFraud,
          taughtGrains: known.night < night ? taught[verdict.requestID] ?? 0 : 0, night: known.night))
      taught[verdict.requestID] = isFraud ? 0 : Profile.grain
      settled.insert(verdict.requestID)
    }
    waiting = later
    return out
  }

  private func released(at night: Night) throws -> [Request] {
    let last = night.advanced(by: -holdDays)
    var out: [Request] = []
    while let first = held.first, first.night <= last {
      held.removeFirst()
      if !settled.contains(first.id), let known = try store.request(first.id) { out.append(known.request) }
    }
    return out
  }
}
