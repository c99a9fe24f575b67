import Foundation
import Reporting
package import RequestModel
package import Scoring
package import Storage

/// A whole log judged from nothing, point in time, every night closed, nothing kept.
package enum BacktestRun {
  package struct Request: Sendable {
    package var logs: [String] = []
    package var scores: String?
    package var rejects: String?
    /// The first night whose scores are written; the nights before only teach.
    package var from: Night?
    package var verdicts: [StoredVerdict] = []
    package init() {}
  }

  package struct Outcome: Sendable {
    package var intake: IngestRun.Outcome
    package var nights = 0
    package var requests = 0
    package var alerts = 0
  }

  package static func run(
    _ request: Request, options: RunOptions, each: (Night, NightOutcome) throws -> Void = { _, _ in }
  ) throws -> Outcome {
    let configuration = try options.configuration()
    for path in request.logs where path != "-" { _ = try InputFile(path: path) }
    let folder = FileManager.default.temporaryDirectory.path
    let store = try StoreAccess.mapping(folder) { () throws(StoreError) in try Store.temporary(directory: folder) }
    // Scores do not depend on the key, and nothing made with this one outlives the run.
    let key = (0..<32).map { _ in UInt8.random(in: 0...255) }
    let intake = try IngestRun.take(
      request.logs, rejects: request.rejects, into: store, run: nil, key: key, configuration: configuration,
      options: options)
    var outcome = Outcome(intake: intake)
    guard let last = try store.lastReadNight() else {
      if let path = request.scores { try AtomicFile.write([], to: path) }
      return outcome
    }
    let fold = BacktestFold(
      store: store, engine: try configuration.engine(), boundary: try configuration.nightBoundary(),
      holdDays: configuration.holdDays, verdicts: request.verdicts)
    var file = try ScoresFile(path: request.scores)
    let nights = try store.pendingNights(through: last)
    for (i, night) in nights.enumerated() {
      try Signals.checkpoint()
      let closed = try fold.close(night)
      outcome.nights += 1
      outcome.requests += closed.assessments.count
      outcome.alerts += closed.assessments.count(where: \.isAlert)
      if request.from.map({ night >= $0 }) ?? true {
        try file.append(closed.assessments)
        try each(night, closed)
      }
      options.progress?(Progress(phase: "Judging", done: i + 1, total: nights.count, unit: "nights"))
    }
    try file.finish()
    return outcome
  }
}
