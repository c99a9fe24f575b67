import Foundation
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
    let setup = try EngineSetup(
      configuration: configuration, key: key, threshold: try Threshold.inForce(store, configuration))
    let journal = try RunJournal(store: store, path: configuration.store, options: options)
    let outcome = try journal.record { () throws in
      let intake = try IngestRun.take(
        files, rejects: rejects, into: store, run: journal.id, configuration: configuration, key: key,
        options: options)
      let madeAgain = try NightDelivery.makeAgain(
        store, setup: setup, configuration: configuration, isNamed: scores != nil)
      let nights = try close(
        store, extent: extent, scores: scores, setup: setup, configuration: configuration, intake: intake.tally,
        warmUp: warmUp, options: options)
      var counts = intake.tally.counts
      counts["nights"] = nights.count
      counts["alerts"] = nights.reduce(0) { $0 + $1.alerts }
      let outcome = Outcome(intake: intake, nights: nights, madeAgain: madeAgain)
      return (outcome, intake.tally.hasLosses ? .rowsRejected : .done, counts)
    }
    _ = consume lock
    return outcome
  }

  private static func close(
    _ store: Store, extent: Extent, scores: String?, setup: EngineSetup, configuration: Configuration,
    intake: IntakeTally, warmUp: Bool, options: RunOptions
  ) throws -> [ClosedNightSummary] {
    var boundary = try configuration.nightBoundary()
    let bound: Night? =
      switch extent {
      case .complete: try store.lastReadNight()?.advanced(by: -1)
      case .yesterday: boundary.night(of: Clock.now()).advanced(by: -1)
      case .through(let night): night
      }
    let fold = try NightFold(
      store: store, engine: setup.engine(), boundary: boundary, lateDays: configuration.lateDays,
      holdDays: configuration.holdDays, configurationDigest: setup.configurationDigest, modelDigest: setup.modelDigest)
    let pending = try bound.map { try store.pendingNights(through: $0) } ?? []
    let missing = try NightDelivery.missing(store)
    let recall = NightRecall(store: store, setup: setup, configuration: configuration)
    let nights = missing.map(\.night) + pending
    // A run that does again what was done leaves the scores of the run that did it as they are.
    let isClosed = try bound.flatMap { bound in try store.closedThrough().map { bound <= $0 } } ?? false
    let isRepeated = isClosed && nights.isEmpty && intake.accepted.new == 0
    let path = scores.flatMap { isRepeated && FileManager.default.fileExists(atPath: $0) ? nil : $0 }
    let written = try path.flatMap { try WrittenScores(of: $0, nights: missing, store: store) }
    var file = try path.map { path throws in
      try ScoresFile(path: path, threads: configuration.threads, after: written)
    }
    var closed: [ClosedNightSummary] = []
    // Where one file holds the scores of all nights, they are all to come until it is whole: a run that is cut short
    // leaves no result, and the next one goes on with what it wrote.
    fold.undeliveredFrom = scores == nil ? nil : nights.first
    var failure: (any Error)?
    do {
      for (place, night) in nights.enumerated() {
        try Signals.checkpoint()
        let isWritten = place < written?.nights ?? 0
        let known = NightReports.page(of: night, configuration)
        if isWritten, FileManager.default.fileExists(atPath: known) {
          closed.append(ClosedNightSummary(missing[place], report: known))
          continue
        }
        let result =
          place < missing.count
          ? try NightDelivery.recall(missing[place], store: store, recall: recall) : try fold.close(night)
        let page = try NightReports.write(
          result, store: store, setup: setup, configuration: configuration,
          intake: place == nights.count - 1 ? intake : IntakeTally(), isNamed: scores != nil, closed: nights,
          warmUp: warmUp && place == nights.count - 1)
        if !isWritten { try file?.append(result.outcome) }
        closed.append(ClosedNightSummary(result.stored, report: page))
        options.progress?(Progress(phase: "Closing", done: place + 1, total: nights.count, unit: "nights"))
      }
      try file.take()?.commit()
    } catch {
      failure = error
      try? file.take()?.leave()
    }
    let last = try store.closedThrough() ?? Night(day: .min)
    let isLost = failure != nil && scores != nil
    try NightDelivery.note(nights.dropFirst(isLost ? 0 : closed.count).first { $0 <= last }, in: store)
    if let failure { throw failure }
    return closed
  }
}

extension NightlyRun.ClosedNightSummary {
  fileprivate init(_ night: StoredNight, report: String) {
    let counts = night.counts
    self.init(
      night: night.night, requests: counts.requests, late: counts.late, alerts: counts.alerts, held: counts.held,
      report: report)
  }
}
