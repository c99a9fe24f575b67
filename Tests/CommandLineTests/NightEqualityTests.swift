import Foundation
import Testing

/// The same rows give the same judgements, however they come.
@Suite("Nights are the same however the log comes")
struct NightEqualityTests {
  private let whole: Undisturbed

  init() throws { whole = try Undisturbed.result.get() }

  @Test("There is something to compare: every row is scored, some are alerts, some are held")
  func substance() throws {
    let rows = try Workspace.objects(whole.scores)
    #expect(rows.count == TinyLog.rows.count)
    #expect(rows.contains { $0["alert"] as? Bool == true })
    #expect(rows.contains { $0["held"] as? Bool == true })
    #expect(Set(rows.compactMap { $0["evidence_bits"] as? Double }).count > rows.count / 2)
  }

  @Test("Night by night as cron does it, with a file a night")
  func nightByNight() throws {
    let desk = try NightDesk()
    for (night, text) in TinyLog.nights {
      try desk.scratch.write(text, to: "\(night).jsonl")
      try desk.done(desk.run("nightly", "\(night).jsonl", "--through", night, "--quiet"))
    }
    #expect(try desk.scoresOfNights() == whole.scores)
    #expect(try desk.stateDigest() == whole.stateDigest)
  }

  @Test("All taken in first, then closed in three runs of unlike length")
  func inThreeRuns() throws {
    let desk = try NightDesk()
    try desk.scratch.write(TinyLog.text, to: "log.jsonl")
    try desk.done(desk.run("ingest", "log.jsonl", "--quiet"))
    for place in [0, 6, TinyLog.nights.count - 1] {
      try desk.done(desk.run("nightly", "--through", TinyLog.nights[place].night, "--quiet"))
    }
    #expect(try desk.scoresOfNights() == whole.scores)
    #expect(try desk.stateDigest() == whole.stateDigest)
  }

  enum Form: String, CaseIterable, Sendable {
    case shuffled, tenFiles, gzip, zstd, csv, packedCSV, oneThread, fourThreads, twice
  }

  @Test("In another order, split, packed, as CSV, by other threads, or every row twice", arguments: Form.allCases)
  func form(_ form: Form) throws {
    let desk = try NightDesk()
    let scores = try close(form, at: desk)
    #expect(scores == whole.scores)
    #expect(try desk.stateDigest() == whole.stateDigest)
  }

  private func close(_ form: Form, at desk: NightDesk) throws -> String {
    let scratch = desk.scratch
    try scratch.write(TinyLog.text, to: "log.jsonl")
    var generator = Draws(seed: 20_240_101)
    switch form {
    case .shuffled:
      try scratch.write(TinyLog.rows.shuffled(using: &generator).joined(), to: "log.jsonl")
    case .tenFiles:
      var parts = [String](repeating: "", count: 10)
      for row in TinyLog.rows { parts[Int.random(in: 0..<10, using: &generator)] += row }
      for (n, part) in parts.enumerated() { try scratch.write(part, to: "part\(n).jsonl") }
      // Nine taken in beforehand in an order of their own, the last by the night run.
      for n in [7, 2, 9, 4, 0, 8, 1, 6, 3] { try desk.done(desk.run("ingest", "part\(n).jsonl", "--quiet")) }
      return try desk.closeAll("part5.jsonl")
    case .gzip:
      _ = try Program.shell("gzip -9 -c log.jsonl > log.jsonl.gz", in: scratch.path)
      return try desk.closeAll("log.jsonl.gz")
    case .zstd:
      _ = try Program.shell("zstd -q log.jsonl -o log.jsonl.zst", in: scratch.path)
      return try desk.closeAll("log.jsonl.zst")
    case .csv:
      try scratch.write(TinyLog.csv, to: "log.csv")
      return try desk.closeAll("log.csv")
    case .packedCSV:
      try scratch.write(TinyLog.csv, to: "log.csv")
      _ = try Program.shell("gzip log.csv", in: scratch.path)
      return try desk.closeAll("log.csv.gz")
    case .oneThread: return try desk.closeAll("log.jsonl", options: ["--threads", "1"])
    case .fourThreads: return try desk.closeAll("log.jsonl", options: ["--threads", "4"])
    case .twice: return try desk.closeAll("log.jsonl", "log.jsonl")
    }
    return try desk.closeAll("log.jsonl")
  }

  @Test("Under another key the scores are the same bytes")
  func otherKey() throws {
    let desk = try NightDesk(key: String(repeating: "c3", count: 32))
    try desk.scratch.write(TinyLog.text, to: "log.jsonl")
    #expect(try desk.closeAll("log.jsonl") == whole.scores)
  }

  @Test("A backtest says what the nights say")
  func backtest() throws {
    let desk = try NightDesk()
    try desk.scratch.write(TinyLog.text, to: "log.jsonl")
    try desk.done(desk.run("backtest", "--log", "log.jsonl", "--scores", "backtest.jsonl", "--quiet"))
    #expect(try desk.scratch.read("backtest.jsonl") == whole.scores)
  }

  @Test("Verdicts act alike at the desk, given before or between the nights, and in a backtest")
  func verdicts() throws {
    let labels = TinyLog.folder + "/labels.csv"
    let desk = try NightDesk()
    try desk.scratch.write(TinyLog.text, to: "log.jsonl")
    try desk.done(desk.run("label", "--file", labels, "--quiet"))
    let early = try desk.closeAll("log.jsonl")
    try desk.done(
      desk.run("backtest", "--log", "log.jsonl", "--labels", labels, "--scores", "backtest.jsonl", "--quiet"))
    #expect(try desk.scratch.read("backtest.jsonl") == early)
    #expect(early != whole.scores)

    let rows = try String(contentsOfFile: labels, encoding: .utf8).split(separator: "\n").map { $0 + "\n" }
    let other = try NightDesk()
    for (night, text) in TinyLog.nights {
      try other.scratch.write(text, to: "\(night).jsonl")
      let given = rows.dropFirst().filter { $0.split(separator: ",")[2].hasPrefix(night) }
      try other.scratch.write(rows[0] + given.joined(), to: "labels.csv")
      try other.done(other.run("label", "--file", "labels.csv", "--quiet"))
      try other.done(other.run("nightly", "\(night).jsonl", "--through", night, "--quiet"))
    }
    #expect(try other.scoresOfNights() == early)
    #expect(try other.stateDigest() == desk.stateDigest())
  }

  @Test("Cut anywhere, the log's scores are the head of the whole log's", arguments: [1, 23, 118, 207, 353])
  func cut(rows: Int) throws {
    let desk = try NightDesk()
    try desk.scratch.write(TinyLog.rows.prefix(rows).joined(), to: "log.jsonl")
    let head = try scoresWithoutPlaces(whole.scores).prefix(rows)
    #expect(try scoresWithoutPlaces(desk.closeAll("log.jsonl")) == Array(head))
  }
}

/// Seeded draws, the same in every run.
struct Draws: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  /// SplitMix64 (Steele, Lea & Flood 2014).
  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}
