import Foundation
import RequestModel
import Workflow

/// What one process says of the nights that it closed.
private struct NightlyResult: Codable {
  var requests: Int
  var seconds: Double
  /// Processor seconds of all threads.
  var processor: Double
  /// The most memory that the process held, in bytes; 0 where the system does not say.
  var peakBytes: Int
}

/// The job that cron runs, each time a process of its own: memory, and the cost of one night, behind a short and behind
/// a long history of the same agencies at the same pace.
func measureHistory(_ sizes: Sizes, _ scratch: Scratch) throws {
  let day = CivilDate(daysSinceEpoch: lastDay.daysSinceEpoch + 1)
  let night = try makeLog(
    scratch.file("night.jsonl"), requests: sizes.night, daily: sizes.night, lastDay: day, prefix: "N-", isExact: true)
  heading("One night of \(night.requests) requests behind a short and a long history, in the durable store")
  var walls: [Double] = []
  var processors: [Double] = []
  for size in [sizes.shortHistory, sizes.longHistory] {
    let log = try makeLog(scratch.file("history.jsonl"), requests: size, lastDay: lastDay)
    let folder = scratch.file("workspace-\(size)")
    defer { for path in [log.path, folder] { try? FileManager.default.removeItem(atPath: path) } }
    _ = try WorkspaceInit.run(directory: folder, reusedKey: nil)
    let history = try nightly(folder, log.path, through: lastDay)
    let last = try nightly(folder, night.path, through: day)
    walls.append(last.seconds)
    processors.append(last.processor)
    let behind = "behind \(log.requests): "
    report(behind + "the history, read, judged, reported", perSecond(history.requests, history.seconds))
    report(behind + "peak memory of that", "\(history.peakBytes >> 20) MiB", aim: "≤ 300 MB")
    report(
      behind + "the night, wall and processor",
      "\(rounded(last.seconds * 1000, 0)) ms, \(rounded(last.processor * 1000, 0)) ms")
    report(behind + "peak memory of the night", "\(last.peakBytes >> 20) MiB", aim: "≤ 300 MB")
  }
  report("the night, long to short, wall", rounded(walls[1] / walls[0]), aim: "≤ 1.3")
  report("the night, long to short, processor", rounded(processors[1] / processors[0]), aim: "≤ 1.3")
}

/// Runs the job in a process of its own, so that its memory and its start are its own.
private func nightly(_ folder: String, _ log: String, through day: CivilDate) throws -> NightlyResult {
  let child = Process()
  child.executableURL = URL(fileURLWithPath: CommandLine.arguments[0]).standardizedFileURL
  child.arguments = ["nightly", folder, log, "\(day.daysSinceEpoch)"]
  let output = Pipe()
  child.standardOutput = output
  try child.run()
  let data = output.fileHandleForReading.readDataToEndOfFile()
  child.waitUntilExit()
  return try JSONDecoder().decode(NightlyResult.self, from: data)
}

/// The child's part: takes `log` into the workspace in `folder` and closes its nights.
func printNightly(folder: String, log: String, day: Int32) throws {
  var options = RunOptions()
  options.command = "benchmark"
  options.configurationPath = folder + "/countersign.yaml"
  let run = try timed {
    try NightlyRun.run(
      files: [log], extent: .through(Night(day: day)), scores: nil, rejects: nil, options: options)
  }
  let result = NightlyResult(
    requests: run.value.nights.reduce(0) { $0 + $1.requests }, seconds: run.seconds,
    processor: Cost.used(), peakBytes: peakBytes())
  FileHandle.standardOutput.write(try JSONEncoder().encode(result))
}

/// The most memory that this process ever held (`VmHWM` of Linux).
private func peakBytes() -> Int {
  guard let status = try? String(contentsOfFile: "/proc/self/status", encoding: .utf8) else { return 0 }
  for line in status.split(separator: "\n") where line.hasPrefix("VmHWM:") {
    return (line.split(whereSeparator: \.isWhitespace).dropFirst().first.flatMap { Int($0) } ?? 0) << 10
  }
  return 0
}
