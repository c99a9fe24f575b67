import Foundation
import Ingestion
import Reporting
package import RequestModel
import Scoring
import Storage

/// Judges a whole log from nothing, point in time, and keeps nothing: what cron would have said, night by night.
package enum BacktestRun {
  /// What is asked for.
  package struct Plan: Sendable {
    package var logs: [String] = []
    package var labels: String?
    /// The first night whose scores are written; earlier ones are learned from all the same.
    package var from: Night?
    package var scores: String?
    package var report: String?
    package var rejects: String?
    /// Whether labels act as verdicts, each from its own time on.
    package var usesVerdicts = true
    /// Trains a model on the labels that were known at the end of this night, for every later one.
    package var trainThrough: Night?

    package init() {}
  }

  package struct Outcome: Sendable {
    package var intake: IngestRun.Outcome
    package var nights = 0
    package var scored = 0
    package var alerts = 0
    /// The page for people, where one was asked for.
    package var report: String?
    /// Labels that could not be used.
    package var labelsLeftOut = 0

    package var hasLosses: Bool { intake.tally.hasLosses || labelsLeftOut > 0 }
  }

  package static func run(_ plan: Plan, options: RunOptions) throws -> Outcome {
    let configuration = try options.configuration()
    try InputFile.check(plan.logs)
    var labels = try plan.labels.map { try SideFiles.labels(path: $0) }
    if let problem = labels?.problem { options.say(problem) }
    let place = plan.scores.flatMap { $0 == AtomicFile.standardOutput ? nil : $0 } ?? "backtest.sqlite"
    let (store, taken, key) = try LogReplay.store(
      of: plan.logs, rejects: plan.rejects, beside: place, configuration: configuration, options: options,
      listsRepairs: true)
    try labels?.hold(against: store, say: options.say)
    let setup = try EngineSetup(configuration: configuration, key: key)
    var outcome = try StoreAccess.translating(FileManager.default.temporaryDirectory.path) {
      try close(
        plan, store: store, setup: setup, labels: labels?.verdicts ?? [], intake: taken, configuration: configuration,
        options: options)
    }
    outcome.labelsLeftOut = labels?.leftOut ?? 0
    return outcome
  }

  private static func close(
    _ plan: Plan, store: Store, setup: EngineSetup, labels: [StoredVerdict], intake: IngestRun.Outcome,
    configuration: Configuration, options: RunOptions
  ) throws -> Outcome {
    let boundary = try configuration.nightBoundary()
    let fold = BacktestFold(
      store: store, engine: setup.engine(), boundary: boundary,
      holdDays: configuration.holdDays, verdicts: plan.usesVerdicts ? labels : [])
    var lesson = plan.trainThrough.map {
      BacktestLesson(through: $0, labels: labels, boundary: boundary, verdictsAct: plan.usesVerdicts)
    }
    fold.engine.keepsTraces = lesson != nil
    fold.engine.narrates = plan.scores != nil || plan.report != nil
    let nights = try store.pendingNights(through: store.lastReadNight() ?? Night(day: 0))
    var file = try plan.scores.map { path throws in try ScoresFile(path: path, threads: configuration.threads) }
    var outcome = Outcome(intake: intake)
    var report = plan.report == nil ? nil : BacktestReport(labels: labels, setup: setup)
    for (place, night) in nights.enumerated() {
      try Signals.checkpoint()
      try lesson?.teach(fold.engine, before: night, say: options.say)
      let closed = try fold.close(night, then: place + 1 < nights.count ? nights[place + 1] : nil)
      lesson?.add(closed)
      outcome.nights += 1
      if plan.from.map({ night >= $0 }) ?? true {
        outcome.scored += closed.assessments.count
        outcome.alerts += closed.assessments.count(where: \.isAlert)
        try file?.append(closed)
        try report?.add(night, closed, store: store, configuration: configuration)
      }
      options.progress?(Progress(phase: "Judging", done: place + 1, total: nights.count, unit: "nights"))
    }
    try file.take()?.commit()
    if let folder = plan.report {
      outcome.report = try report?.write(to: folder, intake: intake.tally)
      if outcome.report == nil { options.say("No night was judged: there is nothing to report on, and no page.") }
    }
    return outcome
  }
}
