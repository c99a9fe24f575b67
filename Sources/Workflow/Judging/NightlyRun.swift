package import RequestModel
import Scoring
import Storage

/// The cron job: takes logs in, closes every night that is complete, and writes scores and reports.
package enum NightlyRun {
  /// Up to which night to close.
  package enum Extent: Hashable, Sendable {
    /// Every night before the last one that rows were read for.
    case complete
    /// The night before the one that now lies in.
    case yesterday
    case through(Night)
  }

  package struct Outcome: Sendable {
    package var intake: IngestRun.Outcome
    package var nights: [ClosedNightSummary] = []
    /// Nights that were closed before and whose files were missing.
    package var madeAgain: [Night] = []
    package var hasAlerts: Bool { nights.contains { $0.alerts > 0 } }
  }

  /// What a closed night came to.
  package struct ClosedNightSummary: Sendable {
    package var night: Night
    package var requests: Int
    package var late: Int
    package var alerts: Int
    package var held: Int
    /// The page for people.
    package var report: String
  }

  package static func run(
    files: [String], extent: Extent, scores: String?, rejects: String?, warmUp: Bool = false, options: RunOptions
  ) throws -> Outcome {
    let configuration = try options.configuration()
    try InputFile.check(files)
    let key = try WorkspaceKey.read(path: configuration.keyFile)
    let lock = try RunLock(store: configuration.store, command: options.command)
    let store = try StoreAccess.openOrMake(path: configuration.store, say: options.say)
    try StoreAccess.seal(store, configuration)
    let setup = try EngineSetup(
      configuration: configuration, key: key, threshold: try Threshold.inForce(store, configuration))
    let journal = try RunJournal(store: store, path: configuration.store, options: options)
    let outcome = try journal.record { () throws in
      let intake = try IngestRun.take(
        files, rejects: rejects, into: store, run: journal.id, configuration: configuration, key: key,
        options: options)
      let madeAgain = try NightDelivery.makeAgain(
        store, setup: setup, configuration: configuration, isNamed: scores != nil)
      let closing = NightClosing(
        store: store, setup: setup, configuration: configuration, key: key, scores: scores, warmUp: warmUp,
        options: options)
      let nights = try closing.run(to: extent, intake: intake.tally)
      var counts = intake.tally.counts
      counts["nights"] = nights.count
      counts["alerts"] = nights.reduce(0) { $0 + $1.alerts }
      let outcome = Outcome(intake: intake, nights: nights, madeAgain: madeAgain)
      return (outcome, intake.tally.hasLosses ? .rowsRejected : .done, counts)
    }
    _ = consume lock
    return outcome
  }
}

extension NightlyRun.ClosedNightSummary {
  init(_ night: StoredNight, report: String) {
    let counts = night.counts
    self.init(
      night: night.night, requests: counts.requests, late: counts.late, alerts: counts.alerts, held: counts.held,
      report: report)
  }
}
