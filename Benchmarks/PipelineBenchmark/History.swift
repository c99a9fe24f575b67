import Foundation
import RequestModel

/// What one process says of a history and the night behind it.
private struct FoldResult: Codable {
  var requests: Int
  var historySeconds: Double
  var nightSeconds: Double
  /// The most memory that the process held, in bytes; 0 where the system does not say.
  var peakBytes: Int
}

/// Memory and the cost of one night, behind a short and behind a long history of the same agencies at the same pace.
func measureHistory(_ sizes: Sizes, _ scratch: Scratch) throws {
  let day = CivilDate(daysSinceEpoch: lastDay.daysSinceEpoch + 1)
  let night = try makeLog(
    scratch.file("night.jsonl"), requests: sizes.night, daily: sizes.night, lastDay: day, prefix: "N-")
  heading("One night of \(night.requests) requests behind a short and a long history")
  var seconds: [Double] = []
  for size in [sizes.shortHistory, sizes.longHistory] {
    let log = try makeLog(scratch.file("history.jsonl"), requests: size, lastDay: lastDay)
    defer { try? FileManager.default.removeItem(atPath: log.path) }
    let result = try fold(history: log.path, night: night.path)
    seconds.append(result.nightSeconds)
    report("behind \(log.requests): history", perSecond(log.requests, result.historySeconds))
    report("behind \(log.requests): the night", rounded(result.nightSeconds * 1000, 0) + " ms")
    report("behind \(log.requests): peak memory", "\(result.peakBytes >> 20) MiB", aim: "≤ 300 MB")
  }
  report("the night, long to short", rounded(seconds[1] / seconds[0]), aim: "≤ 1.3")
}

/// Folds in a process of its own, so that its memory is its own.
private func fold(history: String, night: String) throws -> FoldResult {
  let child = Process()
  child.executableURL = URL(fileURLWithPath: CommandLine.arguments[0]).standardizedFileURL
  child.arguments = ["fold", history, night]
  let output = Pipe()
  child.standardOutput = output
  try child.run()
  let data = output.fileHandleForReading.readDataToEndOfFile()
  child.waitUntilExit()
  return try JSONDecoder().decode(FoldResult.self, from: data)
}

/// The child's part: folds `history`, then times the last night.
func printFold(history: String, night: String) throws {
  let fold = try Fold(files: [history, night])
  let nights = try fold.nights()
  let before = try timed { for night in nights.dropLast() { try fold.close(night) } }
  let last = try timed { for night in nights.suffix(1) { try fold.close(night) } }
  let result = FoldResult(
    requests: fold.closed, historySeconds: before.seconds, nightSeconds: last.seconds, peakBytes: peakBytes())
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
