import Foundation
import RequestModel
import Scoring
import Storage
import Workflow

/// Point-in-time scores: the backtest that users run, judging alone, and a Python pipeline of the same kind.
func measureScoring(_ sizes: Sizes, _ scratch: Scratch) throws {
  let log = try makeLog(scratch.file("score.jsonl"), requests: sizes.requests, lastDay: lastDay)
  let bare = try makeLog(
    scratch.file("bare.jsonl"), requests: sizes.requests, lastDay: lastDay, hasLetters: false)
  heading(
    "Point-in-time scoring: \(log.requests) requests of \(log.bytesEach) bytes with text, \(bare.bytesEach) without, "
      + "\(ProcessInfo.processInfo.activeProcessorCount) cores")
  let whole = try backtest(log, scores: nil)
  report("backtest with text: parse, judge, learn", whole.rate(log.requests), aim: "100000, hoped")
  report(
    "the same, every score written with its reasons",
    try backtest(log, scores: scratch.file("scores.jsonl")).rate(log.requests))
  report(
    "backtest without text", try backtest(bare, scores: nil).rate(bare.requests), aim: "400000, hoped")

  for (name, log) in [("with", log), ("without", bare)] {
    let fold = try Fold(files: [log.path])
    let alone = try Cost { try fold.closeAll() }
    report("judge and learn alone, \(name) text", alone.rate(fold.closed))
  }

  for (name, options) in [("the same kind of features", []), ("half of the features", ["--few"])] {
    var isMissing = false
    let python = try Cost(isChild: true) { isMissing = try !runPython(options + [log.path]) }
    if isMissing { return report("Python pipeline", "skipped: there is no python3") }
    report("Python pipeline, \(name)", python.rate(log.requests))
    report(
      "ratio, backtest with text to that", rounded(python.seconds / whole.seconds, 1),
      aim: options.isEmpty ? "≥ 8" : "")
    report("the same, core for core", rounded(python.coreSeconds / whole.coreSeconds, 1))
  }
}

/// What a whole backtest takes, with the scores file where one is named.
private func backtest(_ log: Log, scores: String?) throws -> Cost {
  var plan = BacktestRun.Plan()
  plan.logs = [log.path]
  plan.scores = scores
  return try Cost { _ = try BacktestRun.run(plan, options: RunOptions()) }
}

/// A log taken into a passing store, night by night folded as a backtest folds it.
final class Fold {
  let store: Store
  let engine: NightEngine
  private let backtest: BacktestFold
  private(set) var closed = 0

  init(files: [String]) throws {
    let configuration = try RunOptions().configuration()
    store = try Store.temporary(directory: FileManager.default.temporaryDirectory.path)
    let key = [UInt8](repeating: 0, count: WorkspaceKey.byteCount)
    engine = try EngineSetup(configuration: configuration, key: key).engine()
    backtest = BacktestFold(
      store: store, engine: engine, boundary: try configuration.nightBoundary(), holdDays: configuration.holdDays,
      verdicts: [])
    try ingest(files, into: store)
  }

  func nights() throws -> [Night] { try store.pendingNights(through: store.lastReadNight() ?? Night(day: 0)) }

  func close(_ night: Night, then next: Night? = nil) throws {
    closed += try backtest.close(night, then: next).assessments.count
  }

  func closeAll() throws {
    let nights = try nights()
    for (place, night) in nights.enumerated() {
      try close(night, then: place + 1 < nights.count ? nights[place + 1] : nil)
    }
  }
}

/// Runs the Python peer; false where there is no Python.
private func runPython(_ arguments: [String]) throws -> Bool {
  let peer = Process()
  peer.executableURL = URL(fileURLWithPath: "/usr/bin/env")
  peer.arguments = ["python3", "Benchmarks/python_pipeline.py"] + arguments
  peer.standardOutput = FileHandle.nullDevice
  peer.standardError = FileHandle.nullDevice
  do { try peer.run() } catch { return false }
  peer.waitUntilExit()
  return peer.terminationStatus == 0
}
