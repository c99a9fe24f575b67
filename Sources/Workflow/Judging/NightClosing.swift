import Foundation
import RequestModel
import Scoring
import Storage

/// Closes the nights of one run of the cron job and writes their files: those that an earlier run left first.
struct NightClosing {
  let store: Store
  let setup: EngineSetup
  let configuration: Configuration
  let key: [UInt8]
  /// The one file for the scores of all nights, where it is named.
  let scores: String?
  /// Whether the report of the last night says how hard agencies are to poison.
  let warmUp: Bool
  let options: RunOptions

  /// The nights that the run has before it, in order.
  private struct Plan {
    /// Closed by an earlier run, which did not live to write their files.
    var missing: [StoredNight]
    /// To be closed.
    var pending: [Night]
    var nights: [Night] { missing.map(\.night) + pending }
  }

  /// Closes every night up to `extent` and writes what belongs to each.
  ///
  /// Where one file holds the scores of all nights, they are all to come until it is whole: a run that is cut short
  /// leaves no result, and the next one goes on with what it wrote.
  func run(to extent: NightlyRun.Extent, intake: IntakeTally) throws -> [NightlyRun.ClosedNightSummary] {
    let boundary = try configuration.nightBoundary()
    let bound = try last(extent, boundary)
    let plan = Plan(
      missing: try NightDelivery.missing(store), pending: try bound.map { try store.pendingNights(through: $0) } ?? [])
    let fold = try NightFold(
      store: store, boundary: boundary, lateDays: configuration.lateDays, holdDays: configuration.holdDays,
      setup: setup, key: key)
    fold.undeliveredFrom = scores == nil ? nil : plan.nights.first
    let path = try scoresPath(plan, bound: bound, intake: intake)
    let written = try path.flatMap { try WrittenScores(of: $0, nights: plan.missing, store: store) }
    var file = try path.map { path throws in
      try ScoresFile(path: path, threads: configuration.threads, after: written)
    }
    var closed: [NightlyRun.ClosedNightSummary] = []
    do {
      try deliver(plan, fold: fold, intake: intake, written: written?.nights ?? 0, &file, &closed)
      try file.take()?.commit()
    } catch {
      try? file.take()?.leave()
      try noteUndelivered(plan.nights.dropFirst(scores == nil ? closed.count : 0))
      throw error
    }
    try noteUndelivered(plan.nights.dropFirst(closed.count))
    return closed
  }

  /// The last night to close; nil where nothing was read yet.
  private func last(_ extent: NightlyRun.Extent, _ boundary: NightBoundary) throws -> Night? {
    var boundary = boundary
    return switch extent {
    case .complete: try store.lastReadNight()?.advanced(by: -1)
    case .yesterday: boundary.night(of: Clock.now()).advanced(by: -1)
    case .through(let night): night
    }
  }

  /// Where the scores go; nil where no file was named, or a run that does again what was done would write over the scores
  /// of the run that did it.
  private func scoresPath(_ plan: Plan, bound: Night?, intake: IntakeTally) throws -> String? {
    let isClosed = try bound.flatMap { bound in try store.closedThrough().map { bound <= $0 } } ?? false
    let isRepeated = isClosed && plan.nights.isEmpty && intake.accepted.new == 0
    return scores.flatMap { isRepeated && FileManager.default.fileExists(atPath: $0) ? nil : $0 }
  }

  /// Closes or recalls each night and writes its files.
  ///
  /// - Parameter written: of how many nights the scores file holds the scores already.
  private func deliver(
    _ plan: Plan, fold: NightFold, intake: IntakeTally, written: Int, _ file: inout ScoresFile?,
    _ closed: inout [NightlyRun.ClosedNightSummary]
  ) throws {
    let recall = NightRecall(store: store, setup: setup, configuration: configuration)
    let nights = plan.nights
    for (place, night) in nights.enumerated() {
      try Signals.checkpoint()
      let isWritten = place < written
      let known = NightReports.page(of: night, configuration)
      if isWritten, FileManager.default.fileExists(atPath: known) {
        closed.append(NightlyRun.ClosedNightSummary(plan.missing[place], report: known))
        continue
      }
      let isLast = place == nights.count - 1
      let result =
        place < plan.missing.count
        ? try NightDelivery.recall(plan.missing[place], store: store, recall: recall) : try fold.close(night)
      let page = try NightReports.write(
        result, store: store, setup: setup, configuration: configuration, intake: isLast ? intake : IntakeTally(),
        isNamed: scores != nil, closed: nights, warmUp: warmUp && isLast)
      if !isWritten { try file?.append(result.outcome) }
      closed.append(NightlyRun.ClosedNightSummary(result.stored, report: page))
      options.progress?(Progress(phase: "Closing", done: place + 1, total: nights.count, unit: "nights"))
    }
  }

  /// Notes the first closed one of `nights` as the first whose files are still to come.
  private func noteUndelivered(_ nights: ArraySlice<Night>) throws {
    let last = try store.closedThrough() ?? Night(day: .min)
    try NightDelivery.note(nights.first { $0 <= last }, in: store)
  }
}
