import Foundation
import Testing

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

@Suite("Exit statuses that every command shares")
struct ExitStatusTests {
  @Test("While another run holds the lock: 4 at once, with who holds it; afterwards it works")
  func locked() throws {
    let workspace = try Workspace()
    let path = workspace.scratch.path + "/countersign.sqlite.lock"
    let held = open(path, O_RDWR | O_CREAT, 0o600)
    #expect(flock(held, LOCK_EX | LOCK_NB) == 0)
    let note = Array(#"{"pid":4711,"command":"countersign nightly","since":"2024-03-01T02:00:00Z"}"#.utf8)
    #expect(write(held, note, note.count) == note.count)
    let run = try workspace.run("ingest", "-", input: Rows.row(0))
    #expect(run.status == 4)
    for word in ["4711", "countersign nightly", "2024-03-01T02:00:00Z"] { #expect(run.errors.contains(word)) }
    close(held)
    #expect(try workspace.run("ingest", "-", input: Rows.row(0)).status == 0)
  }

  @Test("A damaged store, or another program's file, is 5")
  func damaged() throws {
    let workspace = try Workspace()
    #expect(try workspace.run("ingest", "-", input: Rows.log(0..<200)).status == 0)
    let path = workspace.scratch.path + "/countersign.sqlite"
    try Data(repeating: 0x41, count: 100_000).write(to: URL(filePath: path))
    let run = try workspace.run("ingest", "-", input: Rows.row(1))
    #expect(run.status == 5)
    #expect(run.errors.contains("countersign.sqlite"))
  }

  @Test("A configuration that cannot be used is 2 and names file, line and remedy")
  func configuration() throws {
    let workspace = try Workspace()
    try workspace.scratch.write("alert_budget: 3\nalert_flor_p: 0.1\n", to: "countersign.yaml")
    let run = try workspace.run("ingest", "-")
    #expect(run.status == 2)
    for word in ["countersign.yaml:2", "alert_flor_p", "alert_floor_p"] { #expect(run.errors.contains(word)) }
    #expect(try workspace.run("ingest", "-", "--config", "missing.yaml").status == 2)
    let variable = try Workspace().run("ingest", "-", environment: ["COUNTERSIGN_TREADS": "1"])
    #expect(variable.status == 2)
    #expect(variable.errors.contains("COUNTERSIGN_THREADS"))
  }

  @Test("Without a key, or with one that others can read, nothing is read: 2")
  func key() throws {
    let workspace = try Workspace()
    let key = workspace.scratch.path + "/countersign.key"
    try FileManager.default.setAttributes([.posixPermissions: 0o644], ofItemAtPath: key)
    #expect(try workspace.run("ingest", "-", input: Rows.row(0)).status == 2)
    try FileManager.default.removeItem(atPath: key)
    let run = try workspace.run("ingest", "-", input: Rows.row(0))
    #expect(run.status == 2)
    #expect(run.errors.contains("countersign.key"))
  }

  @Test("A configuration elsewhere: its paths are relative to its own folder")
  func elsewhere() throws {
    let scratch = try Scratch()
    #expect(try Program.run(["init", "ws", "--quiet"], in: scratch.path).status == 0)
    let run = try Program.run(["ingest", "-", "--config", "ws/countersign.yaml"], in: scratch.path, input: Rows.row(0))
    #expect(run.status == 0)
    #expect(try scratch.names() == ["ws"])
  }

  @Test("A reader that goes away is no error", arguments: ["--help", "--generate-completion-script bash"])
  func brokenPipe(arguments: String) throws {
    let scratch = try Scratch()
    let run = try Program.shell(
      "set -o pipefail; \"$COUNTERSIGN\" \(arguments) | true; echo ${PIPESTATUS[0]}", in: scratch.path)
    #expect(run.output == "0\n")
    #expect(run.errors.isEmpty)
  }

  @Test("No escape sequence and no progress bar where standard error is no terminal")
  func noTerminal() throws {
    let workspace = try Workspace()
    let run = try workspace.run("ingest", "-", input: Rows.log(0..<100))
    #expect(!run.errors.contains("\u{1B}"))
    #expect(!run.errors.contains("\r"))
  }

  @Test("An interrupt ends the run with 130 after what is under way, and the store stays whole")
  func interrupted() async throws {
    let workspace = try Workspace()
    let process = Process()
    process.executableURL = URL(filePath: Program.path)
    process.arguments = ["ingest", "-", "--quiet"]
    process.currentDirectoryURL = URL(filePath: workspace.scratch.path)
    let input = Pipe()
    process.standardInput = input
    process.standardError = FileHandle.nullDevice
    try process.run()
    // The input never ends: the run waits for more when the signal comes.
    try input.fileHandleForWriting.write(contentsOf: Data(Rows.log(0..<100).utf8))
    let lock = workspace.scratch.path + "/countersign.sqlite.lock"
    for _ in 0..<300 where (FileManager.default.contents(atPath: lock) ?? Data()).isEmpty {
      try await Task.sleep(for: .milliseconds(100))
    }
    process.interrupt()
    // Where the signal does nothing, the end of the input ends the run, with another status.
    try await Task.sleep(for: .seconds(1))
    try input.fileHandleForWriting.close()
    process.waitUntilExit()
    #expect(process.terminationStatus == 130)
    #expect(try workspace.run("ingest", "-", input: Rows.log(0..<100)).status == 0)
  }
}
