import Foundation
import Testing

@Suite("countersign ingest")
struct IngestTests {
  private func counts(_ run: Program.Outcome) throws -> [String: Int] {
    let object = try #require(try Workspace.objects(run.output).first)
    return object.compactMapValues { ($0 as? NSNumber)?.intValue }
  }

  @Test("New rows are counted, the same rows again are duplicates, and neither is a loss")
  func idempotent() throws {
    let workspace = try Workspace()
    try workspace.scratch.write(Rows.log(0..<50), to: "a.jsonl")
    let first = try workspace.run("ingest", "a.jsonl", "--json")
    #expect(first.status == 0)
    #expect(first.errors.contains("50 read, 50 new, 0 duplicate"))
    #expect(try counts(first)["new"] == 50)
    let second = try workspace.run("ingest", "a.jsonl", "--json", "--quiet")
    #expect(second.status == 0)
    #expect(second.errors.isEmpty)
    #expect(try counts(second)["new"] == 0)
    #expect(try counts(second)["duplicate"] == 50)
    #expect(try workspace.rejectsFiles().isEmpty)
  }

  @Test("A packed file and standard input hold the same rows as the plain one")
  func packings() throws {
    let workspace = try Workspace()
    try workspace.scratch.write(Rows.log(0..<50), to: "a.jsonl")
    _ = try Program.shell("gzip -k a.jsonl", in: workspace.scratch.path)
    #expect(try counts(workspace.run("ingest", "a.jsonl.gz", "--json"))["new"] == 50)
    let piped = try Program.shell("cat a.jsonl.gz | \"$COUNTERSIGN\" ingest - --json", in: workspace.scratch.path)
    #expect(piped.status == 0)
    #expect(try counts(piped)["duplicate"] == 50)
  }

  @Test("Rejected rows exit 1 and stand in a private file with line, field, reason and remedy, the row itself nowhere")
  func rejects() throws {
    let workspace = try Workspace()
    let log =
      Rows.row(0) + "{\"request_id\": \"secret-person\n"
      + Rows.row(1, changing: ["received_at": "\"2024-03-01T10:00:00\""])
      + Rows.row(2, changing: ["channel": "\"\""]) + Rows.row(3)
    try workspace.scratch.write(log, to: "a.jsonl")
    let run = try workspace.run("ingest", "a.jsonl", "--json")
    #expect(run.status == 1)
    #expect(try counts(run)["rejected"] == 3)
    #expect(try counts(run)["new"] == 2)
    let name = try #require(try workspace.rejectsFiles().first)
    #expect(try workspace.scratch.mode(name) == 0o600)
    let entries = try workspace.lines(name)
    #expect(entries.map { $0["line"] as? Int } == [2, 3, 4])
    #expect(entries.map { $0["field"] as? String } == ["row", "received_at", "channel"])
    for entry in entries {
      #expect(entry["file"] as? String == "a.jsonl")
      #expect((entry["reason"] as? String)?.isEmpty == false)
      #expect((entry["remedy"] as? String)?.isEmpty == false)
    }
    #expect(try !workspace.scratch.read(name).contains("secret-person"))
    #expect(!run.errors.contains("secret-person"))
  }

  @Test("--rejects names the file, which is written though nothing was rejected")
  func namedRejects() throws {
    let workspace = try Workspace()
    try workspace.scratch.write(Rows.log(0..<3), to: "a.jsonl")
    #expect(try workspace.run("ingest", "a.jsonl", "--rejects", "bad.jsonl").status == 0)
    #expect(try workspace.scratch.read("bad.jsonl").isEmpty)
    #expect(try workspace.run("ingest", "-", "--rejects", "bad.jsonl", input: "{nonsense\n{}\n").status == 1)
    #expect(try workspace.lines("bad.jsonl").count == 2)
    #expect(try workspace.rejectsFiles().isEmpty)
  }

  @Test("A repaired row is kept, counted, and no loss")
  func repairs() throws {
    let workspace = try Workspace()
    let run = try workspace.run(
      "ingest", "-", "--json", input: Rows.row(0, changing: ["deadline_minutes": "-5", "made_up": "1"]))
    #expect(run.status == 0)
    #expect(try counts(run)["repaired"] == 1)
    #expect(run.errors.contains("deadline_minutes"))
    #expect(run.errors.contains("made_up (1)"))
  }

  @Test("A packed file that was cut keeps the rows before the cut and exits 1; the whole file makes it good")
  func truncated() throws {
    let workspace = try Workspace()
    try workspace.scratch.write(Rows.log(0..<2_000), to: "a.jsonl")
    _ = try Program.shell(
      "gzip -k a.jsonl && head -c $(($(stat -c %s a.jsonl.gz) / 2)) a.jsonl.gz > cut.jsonl.gz",
      in: workspace.scratch.path)
    let cut = try workspace.run("ingest", "cut.jsonl.gz", "--json")
    #expect(cut.status == 1)
    let kept = try #require(try counts(cut)["new"])
    #expect(kept > 0 && kept < 2_000)
    #expect(try counts(cut)["damaged_files"] == 1)
    let whole = try workspace.run("ingest", "a.jsonl.gz", "--json")
    #expect(whole.status == 0)
    #expect(try counts(whole)["new"] == 2_000 - kept)
  }

  @Test("A packed file that was cut before it gives a row is cut too: nothing is kept, and it exits 1")
  func truncatedAtOnce() throws {
    let workspace = try Workspace()
    try workspace.scratch.write(Rows.log(0..<50), to: "a.jsonl")
    // A Zstandard block gives nothing before it is whole, and these rows are one block.
    _ = try Program.shell(
      "zstd -q a.jsonl && head -c $(($(stat -c %s a.jsonl.zst) / 2)) a.jsonl.zst > cut.jsonl.zst && "
        + "gzip -c a.jsonl | head -c 30 > cut.jsonl.gz",
      in: workspace.scratch.path)
    for name in ["cut.jsonl.zst", "cut.jsonl.gz"] {
      let cut = try workspace.run("ingest", name, "--json")
      #expect(cut.status == 1, "\(name)")
      #expect(try counts(cut)["new"] == 0)
      #expect(try counts(cut)["damaged_files"] == 1)
    }
    #expect(try workspace.run("ingest", "a.jsonl.zst").status == 0)
  }

  @Test("A missing file, a directory, and a file that unpacks to nothing exit 3 and change nothing")
  func unreadable() throws {
    let workspace = try Workspace()
    try workspace.scratch.write(Rows.log(0..<5), to: "a.jsonl")
    _ = try Program.shell("gzip -c a.jsonl | head -c 5 > stump.gz", in: workspace.scratch.path)
    for name in ["missing.jsonl", "."] {
      let run = try workspace.run("ingest", "a.jsonl", name)
      #expect(run.status == 3, "\(name)")
      #expect(run.errors.contains(name))
    }
    #expect(try workspace.run("ingest", "stump.gz").status == 3)
    #expect(try counts(workspace.run("ingest", "a.jsonl", "--json"))["new"] == 5)
  }

  @Test("An empty file is no error", arguments: ["", "\n\n"])
  func empty(text: String) throws {
    let workspace = try Workspace()
    try workspace.scratch.write(text, to: "a.jsonl")
    #expect(try workspace.run("ingest", "a.jsonl").status == 0)
  }

  @Test("One thread or four, one file or two: the same counts", arguments: ["1", "4"])
  func threads(count: String) throws {
    let workspace = try Workspace()
    try workspace.scratch.write(Rows.log(0..<300), to: "a.jsonl")
    try workspace.scratch.write(Rows.log(200..<400), to: "b.jsonl")
    let run = try workspace.run("ingest", "a.jsonl", "b.jsonl", "--threads", count, "--json")
    #expect(try counts(run)["new"] == 400)
    #expect(try counts(run)["duplicate"] == 100)
  }

  @Test("The same id with other content is a conflict, named in the summary")
  func conflict() throws {
    let workspace = try Workspace()
    _ = try workspace.run("ingest", "-", input: Rows.row(0))
    let run = try workspace.run("ingest", "-", "--json", input: Rows.row(0, changing: ["case_number": "\"A-1\""]))
    #expect(run.status == 0)
    #expect(try counts(run)["conflicting"] == 1)
    #expect(run.errors.contains("r0"))
  }
}
