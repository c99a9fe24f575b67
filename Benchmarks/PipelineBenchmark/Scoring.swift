import Foundation
import RequestModel
import Scoring
import Storage
import Workflow

/// Point-in-time scores with text: the backtest that users run, judging alone, and a Python pipeline of the same kind.
func measureScoring(_ sizes: Sizes, _ scratch: Scratch) throws {
  let log = try makeLog(scratch.file("score.jsonl"), requests: sizes.requests, lastDay: lastDay)
  heading("Point-in-time scoring with text: \(log.requests) requests")
  var plan = BacktestRun.Plan()
  plan.logs = [log.path]
  plan.scores = scratch.file("scores.jsonl")
  let whole = try timed { try BacktestRun.run(plan, options: RunOptions()) }
  report("backtest: parse, judge, learn, write scores", perSecond(log.requests, whole.seconds), aim: "100000, hoped")

  let fold = try Fold(files: [log.path])
  let alone = try timed { try fold.closeAll() }
  report("judge and learn alone", perSecond(fold.closed, alone.seconds))

  guard let python = try pythonSeconds(log.path) else {
    return report("Python pipeline", "skipped: there is no python3")
  }
  report("Python pipeline, the same kind of features", perSecond(log.requests, python))
  report("ratio, backtest to Python", rounded(python / whole.seconds, 1), aim: "≥ 8")
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
    engine = try configuration.engine()
    backtest = BacktestFold(
      store: store, engine: engine, boundary: try configuration.nightBoundary(), holdDays: configuration.holdDays,
      verdicts: [])
    try ingest(files, into: store)
  }

  func nights() throws -> [Night] { try store.pendingNights(through: store.lastReadNight() ?? Night(day: 0)) }

  func close(_ night: Night) throws { closed += try backtest.close(night).assessments.count }

  func closeAll() throws { for night in try nights() { try close(night) } }
}

/// Seconds that the Python peer says it took; nil where there is no Python.
private func pythonSeconds(_ log: String) throws -> Double? {
  let peer = Process()
  peer.executableURL = URL(fileURLWithPath: "/usr/bin/env")
  peer.arguments = ["python3", "Benchmarks/python_pipeline.py", log]
  let output = Pipe()
  peer.standardOutput = output
  peer.standardError = FileHandle.nullDevice
  do { try peer.run() } catch { return nil }
  let text = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
  peer.waitUntilExit()
  return peer.terminationStatus == 0 ? Double(text.trimmingCharacters(in: .whitespacesAndNewlines)) : nil
}
