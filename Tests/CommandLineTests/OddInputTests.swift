import Foundation
import Testing

/// Logs that come another way than they should: nothing is lost in silence, and nobody is named for it.
@Suite("Odd inputs")
struct OddInputTests {
  private static let header = "request_id,received_at,channel,request_type,agency_id,sender_email,targets"

  private static func row(_ number: Int) -> String {
    "R\(number),2024-03-01T10:00:00Z,email,subpoena,agency,officer@pd.example,email:jane.doe@mail.example"
  }

  private func counts(_ run: Program.Outcome) throws -> [String: Any] {
    try #require(try Workspace.objects(run.output).first)
  }

  @Test("A named pipe is read once, to its end")
  func pipe() throws {
    let workspace = try Workspace()
    try workspace.scratch.write(Rows.log(0..<50), to: "a.jsonl")
    let run = try Program.shell(
      "mkfifo pipe.jsonl && { cat a.jsonl > pipe.jsonl & \"$COUNTERSIGN\" ingest pipe.jsonl --json; }",
      in: workspace.scratch.path)
    #expect(run.status == 0, "\(run.errors)")
    #expect(try counts(run)["new"] as? Int == 50)
  }

  @Test("A table whose lines end in a carriage return alone is not taken for an empty one")
  func bareReturns() throws {
    let workspace = try Workspace()
    let text = ([Self.header] + (0..<5).map(Self.row)).joined(separator: "\r")
    try workspace.scratch.write(text, to: "a.csv")
    let run = try workspace.run("ingest", "a.csv", "--json")
    #expect(run.status == 1)
    #expect(run.errors.contains("carriage return"))
    try workspace.scratch.write(text.replacing("\r", with: "\r\n"), to: "b.csv")
    let mended = try workspace.run("ingest", "b.csv", "--json")
    #expect(mended.status == 0)
    #expect(try counts(mended)["new"] as? Int == 5)
  }

  @Test("In a table without a header row the first row is no list of names, and none of it is shown")
  func headless() throws {
    let workspace = try Workspace()
    try workspace.scratch.write((0..<5).map(Self.row).joined(separator: "\n"), to: "a.csv")
    let run = try workspace.run("ingest", "a.csv", "--json")
    #expect(run.status == 1)
    for said in [run.errors, run.output] {
      #expect(!said.contains("jane.doe") && !said.contains("officer") && !said.contains("R0"), "\(said)")
    }
    #expect(try counts(run)["unknown_fields"] as? [String: Int] == ["(not a name)": 28])
  }

  @Test("A mapping that names a column which the table lacks is an error that names both, and nothing is taken")
  func lackingColumn() throws {
    let workspace = try Workspace()
    try workspace.scratch.write("id,when\n1,2024-03-01T10:00:00Z\n", to: "a.csv")
    try workspace.scratch.write(
      "fields: {request_id: id, received_at: wann}\nconstants: {channel: fax, request_type: other, agency_id: a}\n",
      to: "m.yaml")
    let run = try workspace.run("ingest", "a.csv", "--mapping", "m.yaml")
    #expect(run.status == 2)
    #expect(run.errors.contains("m.yaml") && run.errors.contains("wann"), "\(run.errors)")
    try workspace.scratch.write("{\"id\":\"1\",\"when\":\"2024-03-01T10:00:00Z\"}\n", to: "a.jsonl")
    let lines = try workspace.run("ingest", "a.jsonl", "--mapping", "m.yaml")
    #expect(lines.status == 1)
    #expect(lines.errors.contains("wann"))
    #expect(try workspace.run("ingest", "a.csv", "--mapping", "none.yaml").errors.contains("--mapping"))
  }

  @Test("A result for - goes to standard output, whole")
  func standardOutput() throws {
    let workspace = try Workspace()
    try workspace.scratch.write(Rows.log(0..<5), to: "a.jsonl")
    let before = try workspace.scratch.names()
    let run = try workspace.run("backtest", "--log", "a.jsonl", "--scores", "-", "--quiet")
    #expect(run.status == 0)
    #expect(try Workspace.objects(run.output).count == 5)
    #expect(try workspace.run("ingest", "a.jsonl", "--rejects", "-").status == 0)
    #expect(try workspace.scratch.names().subtracting(before).allSatisfy { $0.hasPrefix("countersign.sqlite") })
  }

  @Test("What was repaired stands in a private file with line, field, reason and what was done, the value nowhere")
  func repairs() throws {
    let workspace = try Workspace()
    let log =
      Rows.row(0) + Rows.row(1, changing: ["deadline_minutes": "-5", "reply_to": "\"no address\""])
      + Rows.row(2, changing: ["channel": "\"pigeon\""])
    try workspace.scratch.write(log, to: "a.jsonl")
    let run = try workspace.run("ingest", "a.jsonl", "--json")
    #expect(run.status == 0)
    let name = try #require(try counts(run)["repairs_file"] as? String)
    #expect(try workspace.scratch.mode(name) == 0o600)
    let entries = try workspace.lines(name)
    let said = entries.map { "\($0["line"] ?? "") \($0["field"] ?? "") \($0["action"] ?? "")" }
    #expect(said.sorted() == ["2 deadline_minutes dropped", "2 reply_to dropped", "3 channel other"])
    #expect(try !workspace.scratch.read(name).contains("pigeon"))
    #expect(try workspace.rejectsFiles().isEmpty)
    let named = try workspace.run("ingest", "a.jsonl", "--rejects", "out.jsonl", "--json")
    #expect(try counts(named)["repairs_file"] as? String == "out.repairs.jsonl")
    #expect(!named.errors.contains("What was rejected"))
  }
}
