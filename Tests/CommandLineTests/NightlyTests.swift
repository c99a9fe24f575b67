import Foundation
import Testing

@Suite("countersign nightly and what follows from it")
struct NightlyTests {
  /// A small simulated log of `days` days, made once.
  private static let log: (requests: String, labels: String)? = {
    guard let scratch = try? Scratch(),
      let run = try? Program.run(
        ["simulate", "--seed", "5", "--days", "12", "--agencies", "12", "--attacks", "3", "--out", "."],
        in: scratch.path),
      run.status == 0, let requests = try? scratch.read("requests.jsonl"), let labels = try? scratch.read("labels.csv")
    else { return nil }
    return (requests, labels)
  }()

  private func workspace() throws -> Workspace {
    let log = try #require(Self.log)
    let workspace = try Workspace()
    try workspace.scratch.write(log.requests, to: "log.jsonl")
    try workspace.scratch.write(log.labels, to: "labels.csv")
    return workspace
  }

  private func digest(_ workspace: Workspace) throws -> String {
    let run = try workspace.run("status", "--json")
    let object = try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any]
    return try #require(object?["state_digest"] as? String)
  }

  private func closedNights(_ workspace: Workspace) throws -> [String] {
    let names = try FileManager.default.contentsOfDirectory(atPath: workspace.scratch.path + "/Reports")
    return names.sorted()
  }

  @Test("The same seed gives the same log")
  func simulation() throws {
    let scratch = try Scratch()
    for out in ["a", "b"] {
      let run = try Program.run(
        ["simulate", "--seed", "5", "--days", "12", "--agencies", "12", "--attacks", "3", "--out", out],
        in: scratch.path)
      #expect(run.status == 0)
    }
    for name in ["requests.jsonl", "labels.csv", "truth.csv", "agencies.csv", "calendar.csv"] {
      #expect(try scratch.read("a/" + name) == scratch.read("b/" + name))
      #expect(try scratch.mode("a/" + name) == 0o600)
    }
    #expect(try scratch.read("a/requests.jsonl") == Self.log?.requests)
  }

  @Test("With the simulated directory and calendar, reports and the queue name the number to call")
  func directory() throws {
    let scratch = try Scratch()
    let simulated = try Program.run(
      ["simulate", "--seed", "5", "--days", "12", "--agencies", "12", "--attacks", "3", "--out", "."], in: scratch.path)
    #expect(simulated.status == 0)
    let environment = [
      "COUNTERSIGN_AGENCY_DIRECTORY": "agencies.csv", "COUNTERSIGN_CALENDAR": "calendar.csv",
      "COUNTERSIGN_ALERT_FLOOR_P": "0.2",
    ]
    func run(_ arguments: String...) throws -> Program.Outcome {
      let outcome = try Program.run(arguments, in: scratch.path, environment: environment)
      #expect(outcome.status == 0, "\(outcome.errors)")
      return outcome
    }
    _ = try run("init", "--quiet")
    _ = try run("nightly", "requests.jsonl", "--quiet", "--warm-up")
    let queue = try JSONSerialization.jsonObject(with: Data(run("queue", "--json").output.utf8)) as? [[String: Any]]
    let numbers = try #require(queue).compactMap { $0["callback_phone"] as? String }
    #expect(!numbers.isEmpty)
    let listed = try scratch.read("agencies.csv")
    #expect(numbers.allSatisfy { listed.contains($0) })
    // Every alert says what would have kept it from being one, or that nothing small would.
    for alert in try #require(queue) { #expect(alert["counterfactuals"] is [Any]) }
    let names = try FileManager.default.contentsOfDirectory(atPath: scratch.path + "/Reports").sorted()
    let report =
      try JSONSerialization.jsonObject(
        with: Data(scratch.read("Reports/\(try #require(names.last))/report.json").utf8)) as? [String: Any]
    let budgets = try #require(report?["warm_up"] as? [[String: Any]])
    #expect(!budgets.isEmpty && budgets.count <= 10)
    let agency = try #require(budgets.first?["agency_id"] as? String)
    let played = try run("explain", "--warm-up", agency, "--json")
    #expect(played.output.contains("\"plans\""))
    #expect(try run("explain", "--warm-up", agency).output.contains("reference forgery"))
  }

  @Test("Closes every night but the last, leaves private results for each, and again changes nothing")
  func closes() throws {
    let workspace = try workspace()
    let first = try workspace.run("nightly", "log.jsonl", "--json")
    #expect(first.status == 0)
    let nights = try closedNights(workspace)
    #expect(nights.count == 11 || nights.count == 12)
    for name in ["scores.jsonl", "report.html", "report.md", "report.json", "alerts.csv"] {
      #expect(try workspace.scratch.mode("Reports/\(nights[0])/\(name)") == 0o600)
    }
    let before = try digest(workspace)
    let again = try workspace.run("nightly", "log.jsonl")
    #expect(again.status == 0)
    #expect(again.errors.contains("nothing was closed"))
    #expect(try digest(workspace) == before)
    #expect(try closedNights(workspace) == nights)
    #expect(!again.errors.contains("\u{1B}"))
  }

  @Test("One run over all nights and one run a night give the same scores and the same state")
  func backfill() throws {
    let whole = try workspace()
    let stepwise = try workspace()
    #expect(try whole.run("nightly", "log.jsonl", "--scores", "all.jsonl").status == 0)
    #expect(try stepwise.run("ingest", "log.jsonl").status == 0)
    #expect(try whole.run("nightly", "--through", "2024-01-12").status == 0)
    var scores = ""
    for day in 1...13 {
      let date = "2024-01-" + (day < 10 ? "0\(day)" : "\(day)")
      #expect(try stepwise.run("nightly", "--through", date, "--threads", "1", "--scores", "one.jsonl").status == 0)
      scores += try stepwise.scratch.read("one.jsonl")
    }
    let known = try whole.scratch.read("all.jsonl")
    #expect(!known.isEmpty)
    #expect(scores.hasPrefix(known))
    let count = Self.log?.requests.split(separator: "\n").count
    #expect(scores.split(separator: "\n").count == count)
  }

  @Test("A backtest says what the nights said, in JSONL and in CSV, and leaves nothing else")
  func backtest() throws {
    let workspace = try workspace()
    #expect(try workspace.run("nightly", "log.jsonl", "--through", "2024-02-01", "--scores", "night.jsonl").status == 0)
    let scratch = try Scratch()
    try scratch.write(try #require(Self.log).requests, to: "log.jsonl")
    let run = try Program.run(
      ["backtest", "--log", "log.jsonl", "--scores", "test.jsonl", "--no-verdicts", "--json"], in: scratch.path)
    #expect(run.status == 0)
    #expect(try scratch.read("test.jsonl") == workspace.scratch.read("night.jsonl"))
    #expect(try scratch.names() == ["log.jsonl", "test.jsonl"])
    #expect(try Program.run(["backtest", "--log", "log.jsonl", "--scores", "test.csv"], in: scratch.path).status == 0)
    let header = try #require(scratch.read("test.csv").split(whereSeparator: \.isNewline).first)
    #expect(header.hasPrefix("request_id,received_at,agency_id,sender,"))
  }

  @Test("Too few labels train nothing: a warning, the prior weights, exit 0")
  func fewLabels() throws {
    let workspace = try workspace()
    try workspace.scratch.write("request_id,label,labelled_at\n", to: "none.csv")
    let run = try workspace.run(
      "backtest", "--log", "log.jsonl", "--labels", "none.csv", "--train-through", "2024-01-05", "--scores", "s.csv")
    #expect(run.status == 0)
    #expect(run.errors.contains("Nothing was trained"))
    #expect(try workspace.run("train", "--labels", "none.csv", "--log", "log.jsonl", "--out", "m").status == 2)
  }

  @Test("Scores verify, replay the same, and a changed row does not")
  func verify() throws {
    let workspace = try workspace()
    #expect(try workspace.run("nightly", "log.jsonl").status == 0)
    let run = try workspace.run("verify", "--replay", "20", "--json")
    #expect(run.status == 0)
    #expect(run.output.contains("\"same\":20"))
    let path = workspace.scratch.path + "/countersign.sqlite"
    let tool = try Program.shell("python3 -c \"import sqlite3\"", in: workspace.scratch.path)
    guard tool.status == 0 else { return }
    try FileManager.default.copyItem(atPath: path, toPath: path + ".kept")
    for change in [
      "UPDATE scores SET rank = rank + 1 WHERE seq = 3", "UPDATE scores SET score = score + 1 WHERE seq = 3",
      "UPDATE nights SET alerts = alerts + 1 WHERE night = (SELECT min(night) FROM nights)",
      "DELETE FROM nights WHERE night = (SELECT max(night) FROM nights)",
    ] {
      _ = try Program.shell(
        """
        rm -f countersign.sqlite-* && cp countersign.sqlite.kept countersign.sqlite
        python3 -c "import sqlite3; c = sqlite3.connect('\(path)'); c.execute('\(change)'); c.commit()"
        """, in: workspace.scratch.path)
      #expect(try workspace.run("verify").status == 5, "\(change)")
    }
    _ = try Program.shell(
      """
      rm -f countersign.sqlite-* && cp countersign.sqlite.kept countersign.sqlite
      python3 -c "import sqlite3; c = sqlite3.connect('\(path)'); c.execute('UPDATE state SET value = zeroblob(9)'); c.commit()"
      """, in: workspace.scratch.path)
    #expect(try workspace.run("nightly", "--through", "2030-01-01").status == 5)
  }

  @Test("A directory that was edited since makes replayed scores those of another configuration, no mismatch")
  func editedDirectory() throws {
    let workspace = try workspace()
    try workspace.scratch.write("agency_directory: agencies.csv\n", to: "countersign.yaml")
    try workspace.scratch.write("agency_id,name,callback_phone\nus-00000,A,+1 555 0100\n", to: "agencies.csv")
    #expect(try workspace.run("nightly", "log.jsonl").status == 0)
    #expect(try workspace.run("verify", "--replay", "20", "--json").output.contains("\"same\":20"))
    try workspace.scratch.write("agency_id,name,callback_phone\nus-00000,A,+1 555 0199\n", to: "agencies.csv")
    let run = try workspace.run("verify", "--replay", "20", "--json")
    #expect(run.status == 0)
    #expect(run.output.contains("\"other_version\":20"))
  }

  @Test("Score is what-if: the store stays, and the rows are those of a scores file")
  func score() throws {
    let workspace = try workspace()
    #expect(try workspace.run("nightly", "log.jsonl", "--quiet").status == 0)
    let before = try digest(workspace)
    let run = try workspace.run("score", "--log", "log.jsonl", "--quiet")
    #expect(run.status == 0)
    #expect(run.output.split(separator: "\n").count == Self.log?.requests.split(separator: "\n").count)
    #expect(try digest(workspace) == before)
    let broken = try Program.shell(
      "\"$COUNTERSIGN\" score --log log.jsonl --quiet | head -n 1 > /dev/null; echo ${PIPESTATUS[0]}",
      in: workspace.scratch.path)
    #expect(broken.output == "0\n")
  }

  @Test("Explain, report and export of a judged log; an unknown request is 2")
  func desk() throws {
    let workspace = try workspace()
    #expect(try workspace.run("explain", "REQ-00000001").status == 2)
    #expect(try workspace.run("report", "nightly").status == 2)
    #expect(try workspace.run("nightly", "log.jsonl", "--quiet").status == 0)
    let explained = try workspace.run("explain", "REQ-00000001", "--json")
    #expect(explained.status == 0)
    #expect(try JSONSerialization.jsonObject(with: Data(explained.output.utf8)) is [String: Any])
    #expect(try workspace.run("explain", "REQ-99999999").status == 2)
    for kind in ["nightly", "weekly"] {
      let report = try workspace.run("report", kind, "--out", "out-\(kind)")
      #expect(report.status == 0)
      #expect(report.output == "out-\(kind)/report.html\n")
      #expect(try workspace.scratch.read("out-\(kind)/report.html").contains("<html"))
    }
    for form in ["ocsf", "stix", "ecs", "csv", "jsonl"] {
      #expect(try workspace.run("export", form).status == 0, "\(form)")
    }
    #expect(try workspace.run("queue").status == 0)
    #expect(try workspace.run("queue", "--json").output.hasPrefix("["))
  }

  @Test("A verdict takes its alert out of the queue; verdicts on nobody are refused or kept apart")
  func labels() throws {
    let workspace = try workspace()
    #expect(try workspace.run("nightly", "log.jsonl", "--quiet").status == 0)
    #expect(try workspace.run("label", "REQ-99999999", "legitimate").status == 2)
    let one = try workspace.run("label", "REQ-00000001", "legitimate", "--source", "callback", "--json")
    #expect(one.status == 0)
    #expect(one.output.contains("\"new\":1"))
    let file = try workspace.run("label", "--file", "labels.csv")
    #expect(file.status == 0)
    try workspace.scratch.write(
      "request_id,label,labelled_at\nREQ-00000002,perhaps,2024-01-02T00:00:00Z\n", to: "bad.csv")
    #expect(try workspace.run("label", "--file", "bad.csv").status == 1)
    #expect(try workspace.run("label", "--file", "missing.csv").status == 3)
  }

  @Test("A forgotten sender is nowhere in the workspace, and the chain stays whole")
  func forget() throws {
    let workspace = try workspace()
    #expect(try workspace.run("nightly", "log.jsonl", "--quiet").status == 0)
    let score = try #require(
      try Workspace.objects(workspace.run("score", "--log", "log.jsonl", "--quiet").output).first)
    let sender = try #require(score["sender"] as? String)
    #expect(try workspace.run("forget", "--sender", sender).status == 0)
    try FileManager.default.removeItem(atPath: workspace.scratch.path + "/log.jsonl")
    let found = try Program.shell("grep -rl -- '\(sender)' . | grep -v labels.csv", in: workspace.scratch.path)
    #expect(found.output.isEmpty)
    #expect(try workspace.run("verify", "--replay", "1000").status == 0)
    #expect(try workspace.run("retain").status == 0)
    #expect(try workspace.run("verify").status == 0)
  }

  @Test("An alert keeps its sentences when the state of its night is kept no more; other requests keep their bits")
  func oldAlerts() throws {
    let workspace = try workspace()
    try workspace.scratch.write("alert_floor_p: 1\nalert_budget: 1\nlate_days: 0\n", to: "countersign.yaml")
    #expect(try workspace.run("nightly", "log.jsonl", "--quiet", "--scores", "all.jsonl").status == 0)
    let rows = try workspace.lines("all.jsonl")
    let alert = try #require(rows.first { $0["alert"] as? Bool == true })
    let id = try #require(alert["request_id"] as? String)
    let explained = try workspace.run("explain", id, "--json")
    let object = try #require(
      try JSONSerialization.jsonObject(with: Data(explained.output.utf8)) as? [String: Any])
    #expect(object["reasons"] as? NSArray == alert["reasons"] as? NSArray)
    #expect(try workspace.run("verify").status == 0)
  }

  @Test("Alerts do not change the exit status unless that is asked for")
  func failOnAlert() throws {
    let workspace = try workspace()
    try workspace.scratch.write("alert_floor_p: 1\nalert_budget: 1\n", to: "loud.yaml")
    #expect(try workspace.run("nightly", "log.jsonl", "--config", "loud.yaml").status == 0)
    let other = try self.workspace()
    try other.scratch.write("alert_floor_p: 1\nalert_budget: 1\n", to: "loud.yaml")
    #expect(try other.run("nightly", "log.jsonl", "--config", "loud.yaml", "--fail-on-alert").status == 10)
    let bad = try self.workspace()
    try bad.scratch.write("alert_floor_p: 1\nalert_budget: 1\n", to: "loud.yaml")
    try bad.scratch.write("{}\n", to: "bad.jsonl")
    #expect(try bad.run("nightly", "log.jsonl", "bad.jsonl", "--config", "loud.yaml", "--fail-on-alert").status == 10)
  }

  @Test("With --json every command answers in JSON")
  func answersInJSON() throws {
    let workspace = try workspace()
    #expect(try workspace.run("nightly", "log.jsonl", "--quiet").status == 0)
    for arguments in [
      ["init", "other"], ["report", "nightly"], ["report", "weekly"], ["retain"], ["forget", "--sender", "nobody"],
      ["simulate", "--seed", "1", "--days", "2", "--agencies", "2", "--attacks", "0", "--out", "made"], ["status"],
      ["queue"], ["verify"], ["ingest", "log.jsonl"], ["nightly"], ["label", "REQ-00000001", "legitimate"],
    ] {
      let run = try Program.run(arguments + ["--json", "--quiet"], in: workspace.scratch.path)
      #expect(run.status == 0, "\(arguments)")
      #expect(throws: Never.self, "\(arguments)") { try JSONSerialization.jsonObject(with: Data(run.output.utf8)) }
      #expect(run.errors.isEmpty, "\(arguments)")
    }
  }
}
