import Foundation
import Scoring
import Testing

/// What the program says of a small log today is what it said when somebody last looked.
@Suite("The scores of the small log are those on record")
struct TinyGoldenTests {
  private static let file = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "Golden/tiny-scores.csv")
  private static let columns = ["request_id", "evidence_bits", "p_value", "rank", "alert", "held"]

  /// Another processor's logarithms move single looks by 2⁻²⁰ bits; a change of the evidence moves them by far more.
  private static let tolerance = 0.001

  /// `COUNTERSIGN_RECORD_GOLDEN=1 swift test --filter TinyGoldenTests` records anew, on purpose, and fails.
  ///
  /// The first line tells the version of the scoring; other scores are recorded for a higher one only.
  @Test("Evidence, p-values, ranks, alerts and holds of every request")
  func scores() throws {
    let desk = try NightDesk()
    let run = try desk.run(
      "backtest", "--log", TinyLog.folder + "/requests.jsonl.gz", "--labels", TinyLog.folder + "/labels.csv",
      "--scores", "scores.jsonl", "--quiet")
    try desk.done(run)
    let lines = try desk.scratch.read("scores.jsonl").split(separator: "\n").map { line in
      let row = TinyLog.object(String(line))
      return Self.columns.map { TinyLog.cell(row[$0] ?? "") }
    }
    var recorded = try String(contentsOf: Self.file, encoding: .utf8).split(separator: "\n").map {
      $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    }
    let version = try #require(recorded.removeFirst().last.flatMap { Int($0) })
    recorded.removeFirst()
    let differing = zip(lines, recorded).filter { !Self.agree($0, $1) }
    let areSame = differing.isEmpty && lines.count == recorded.count
    if ProcessInfo.processInfo.environment["COUNTERSIGN_RECORD_GOLDEN"] != nil {
      try #require(
        areSame || ScoringVersion.current > version,
        "The scores are others: raise ScoringVersion.current above \(version), then record.")
      let head = [["scoring_version", "\(ScoringVersion.current)"], Self.columns]
      let text = (head + lines).map { $0.joined(separator: ",") + "\n" }.joined()
      try Data(text.utf8).write(to: Self.file)
      Issue.record("recorded \(lines.count) scores; run again without COUNTERSIGN_RECORD_GOLDEN")
      return
    }
    #expect(version == ScoringVersion.current, "Record the scores of this version, or lower it again.")
    #expect(lines.count == recorded.count)
    let sample = differing.prefix(3).map { "\($0) is no longer \($1)" }.joined(separator: "; ")
    #expect(
      differing.isEmpty,
      "\(differing.count) scores differ: \(sample). Look at why before recording anew.")
  }

  private static func agree(_ now: [String], _ before: [String]) -> Bool {
    guard now.count == columns.count, before.count == columns.count else { return false }
    return zip(columns, zip(now, before)).allSatisfy { column, pair in
      guard ["evidence_bits", "p_value"].contains(column), let a = Double(pair.0), let b = Double(pair.1) else {
        return pair.0 == pair.1
      }
      return abs(a - b) <= tolerance
    }
  }
}

@Suite("The data sets are those that their pages describe")
struct DatasetTests {
  @Test("Every file has the digest that stands in its DATASET.md")
  func digests() throws {
    let root = URL(filePath: TinyLog.folder).deletingLastPathComponent().deletingLastPathComponent().path
    let run = try Program.shell("bash Scripts/datasets.sh check", in: root)
    #expect(run.status == 0, "\(run.errors)")
    for name in ["tiny", "demo", "reference"] { #expect(run.output.contains("Datasets/\(name): as stated.")) }
  }

  @Test("A changed file does not pass")
  func changed() throws {
    let scratch = try Scratch()
    let root = URL(filePath: TinyLog.folder).deletingLastPathComponent().deletingLastPathComponent().path
    _ = try Program.shell(
      "cp -r '\(root)/Scripts' . && mkdir Datasets && cp -r '\(root)/Datasets/tiny' Datasets/", in: scratch.path)
    func check() throws -> String { try Program.shell("bash Scripts/datasets.sh check", in: scratch.path).output }
    #expect(try check().contains("Datasets/tiny: as stated."))
    _ = try Program.shell("echo >> Datasets/tiny/labels.csv", in: scratch.path)
    #expect(try !check().contains("as stated"))
  }
}
