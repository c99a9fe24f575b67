import Foundation
import Testing

@Suite("Training, tuning and measuring from the command line")
struct TrainingTests {
  /// A small simulated log in a folder of its own.
  private func world() throws -> Scratch {
    let scratch = try Scratch()
    let made = try Program.run(
      ["simulate", "--quiet", "--seed", "3", "--days", "200", "--agencies", "25", "--attacks", "30", "--out", "w"],
      in: scratch.path)
    try #require(made.status == 0)
    return scratch
  }

  private func run(_ scratch: Scratch, _ arguments: String...) throws -> Program.Outcome {
    try Program.run(arguments, in: scratch.path)
  }

  @Test("The same labels and log give the same model and card, byte for byte, and no weight is negative")
  func sameBytes() throws {
    let scratch = try world()
    for folder in ["a", "b"] {
      let trained = try run(
        scratch, "train", "--labels", "w/labels.csv", "--log", "w/requests.jsonl", "--out", "\(folder)/M")
      #expect(trained.status == 0)
    }
    for name in ["model.json", "MODEL_CARD.md"] {
      #expect(try scratch.read("a/M/\(name)") == scratch.read("b/M/\(name)"))
    }
    let model = try #require(
      JSONSerialization.jsonObject(with: Data(scratch.read("a/M/model.json").utf8)) as? [String: Any])
    let weights = try #require(model["weights"] as? [String: [String: Double]])
    #expect(!weights.isEmpty)
    for (look, weight) in weights { #expect((weight["weight"] ?? -1) >= 0, "\(look)") }
    // Held against itself nothing differs.
    let compared = try run(
      scratch, "evaluate", "--labels", "w/labels.csv", "--log", "w/requests.jsonl", "--model", "a/M", "--against", "b/M"
    )
    #expect(compared.status == 0)
    #expect(compared.output.contains("0.000 (0.000 to 0.000)"))
    let tuned = try run(
      scratch, "tune", "--labels", "w/labels.csv", "--log", "w/requests.jsonl", "--budget", "2", "--chart", "curve.svg")
    #expect(tuned.status == 0)
    #expect(try scratch.read("curve.svg").hasPrefix("<svg"))
  }

  @Test("A model for mail without verdicts is trained without them, says so, and ranks as it states")
  func withoutVerdicts() throws {
    let scratch = try world()
    for (folder, options) in [("with", []), ("without", ["--no-verdicts"])] {
      let trained = try Program.run(
        ["train", "--labels", "w/labels.csv", "--log", "w/requests.jsonl", "--out", folder] + options,
        in: scratch.path)
      #expect(trained.status == 0)
    }
    #expect(try scratch.read("with/MODEL_CARD.md").contains("- verdicts while judged: acted"))
    #expect(try scratch.read("without/MODEL_CARD.md").contains("- verdicts while judged: none acted"))
    try scratch.write("model: without\n", to: "countersign.yaml")
    #expect(try run(scratch, "backtest", "--log", "w/requests.jsonl", "--scores", "s.jsonl").status == 0)
    let rows = try scratch.read("s.jsonl").split(whereSeparator: \.isNewline).map {
      try JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any]
    }
    let pairs = rows.compactMap { row in
      (row?["evidence_bits"] as? Double).flatMap { bits in (row?["probability"] as? Double).map { (bits, $0) } }
    }.sorted { $0.0 < $1.0 }
    #expect(pairs.count == rows.count)
    #expect(pairs.allSatisfy { $0.1 > 0 && $0.1 < 1 })
    #expect(zip(pairs, pairs.dropFirst()).allSatisfy { $0.1 <= $1.1 })
  }

  /// Labels that lead astray, made from the good ones.
  static let bad = [
    ("unknown", "not in the log"), ("contradiction", "two different labels"), ("future", "dated in the future"),
    ("before its request", "before its own request"), ("one class", "all labels are"),
  ]

  @Test("Labels that lead astray stop training with status 2, and nothing is written", arguments: bad)
  func refused(kind: String, reason: String) throws {
    let scratch = try world()
    var lines = try scratch.read("w/labels.csv").split(whereSeparator: \.isNewline).map(String.init)
    let id = String(try #require(lines.dropFirst().first?.split(separator: ",").first))
    switch kind {
    case "unknown": lines.append("nobody-knows-it,fraudulent,2024-03-01T00:00:00Z,analyst")
    case "future": lines.append("\(id),fraudulent,2999-01-01T00:00:00Z,analyst")
    case "before its request": lines.append("\(id),fraudulent,2023-12-31T00:00:00Z,analyst")
    case "contradiction":
      lines.append("\(id),fraudulent,2024-09-01T00:00:00Z,analyst")
      lines.append("\(id),legitimate,2024-09-01T00:00:00Z,analyst")
    default: lines = lines.filter { !$0.contains(",legitimate,") }
    }
    // Rows of the short form end where the header's other columns would stand.
    let columns = lines[0].filter { $0 == "," }.count
    lines = lines.map { $0 + String(repeating: ",", count: max(0, columns - $0.filter { $0 == "," }.count)) }
    try scratch.write(lines.joined(separator: "\n") + "\n", to: "bad.csv")
    let trained = try run(scratch, "train", "--labels", "bad.csv", "--log", "w/requests.jsonl", "--out", "m")
    #expect(trained.status == 2)
    #expect(trained.errors.contains(reason), "\(trained.errors)")
    #expect(try !scratch.names().contains("m"))
  }

  @Test("A backtest whose labels are all of one kind keeps the prior weights and every score, and ends with 0")
  func oneClass() throws {
    let scratch = try world()
    let lines = try scratch.read("w/labels.csv").split(whereSeparator: \.isNewline)
    try scratch.write(lines.filter { !$0.contains(",fraudulent,") }.joined(separator: "\n") + "\n", to: "one.csv")
    let common = ["backtest", "--log", "w/requests.jsonl", "--labels", "one.csv", "--scores"]
    let plain = try Program.run(common + ["plain.jsonl"], in: scratch.path)
    let trained = try Program.run(common + ["trained.jsonl", "--train-through", "2024-04-01"], in: scratch.path)
    #expect(plain.status == 0)
    #expect(trained.status == 0)
    #expect(trained.errors.contains("Nothing was trained"))
    #expect(try scratch.read("plain.jsonl") == scratch.read("trained.jsonl"))
  }

  @Test("Labels of requests that the log does not have are told, and a backtest goes on")
  func strangers() throws {
    let workspace = try Workspace()
    try workspace.scratch.write(Rows.log(0..<5), to: "a.jsonl")
    try workspace.scratch.write(
      "request_id,label,labelled_at\nNOBODY,fraudulent,2024-03-01T00:00:00Z\n", to: "l.csv")
    let run = try workspace.run("backtest", "--log", "a.jsonl", "--labels", "l.csv")
    #expect(run.status == 0)
    #expect(run.errors.contains("l.csv: 1 label names a request that is not in the log"), "\(run.errors)")
  }

  @Test("Training changes no score of a night that it learned from")
  func pointInTime() throws {
    let scratch = try world()
    let common = ["backtest", "--log", "w/requests.jsonl", "--labels", "w/labels.csv", "--scores"]
    #expect(try Program.run(common + ["plain.csv"], in: scratch.path).status == 0)
    #expect(
      try Program.run(common + ["trained.csv", "--train-through", "2024-06-15"], in: scratch.path).status == 0)
    let pairs = zip(
      try scratch.read("plain.csv").split(whereSeparator: \.isNewline),
      try scratch.read("trained.csv").split(whereSeparator: \.isNewline)
    ).dropFirst()
    var later = 0
    for (plain, trained) in pairs {
      let day = plain.split(separator: ",")[1].prefix(10)
      if day <= "2024-06-15" { #expect(plain == trained) } else { later += 1 }
    }
    #expect(later > 0)
  }
}
