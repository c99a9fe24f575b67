import Foundation
import Testing

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// What goes wrong around the nights leaves them as they would have been.
@Suite("Nights recover")
struct NightRecoveryTests {
  private let whole: Undisturbed

  init() throws { whole = try Undisturbed.result.get() }

  private func desk() throws -> NightDesk {
    let desk = try NightDesk()
    try desk.scratch.write(TinyLog.text, to: "log.jsonl")
    return desk
  }

  @Test("Killed at random moments and started again: the same state, the same scores, every report there")
  func killed() throws {
    let desk = try desk()
    var generator = Draws(seed: 7)
    // How long an undisturbed run takes on this machine is the scale of the moments; nothing is judged by it.
    let scale = try ContinuousClock().measure {
      let other = try self.desk()
      try other.closeAll("log.jsonl")
    }
    var kills = 0
    for _ in 0..<8 {
      let process = Process()
      process.executableURL = URL(filePath: Program.path)
      process.arguments = ["nightly", "log.jsonl", "--through", TinyLog.lastNight, "--quiet"]
      process.currentDirectoryURL = URL(filePath: desk.scratch.path)
      process.environment = ["PATH": "/usr/bin:/bin"].merging(NightDesk.environment) { $1 }
      try process.run()
      usleep(UInt32(Double.random(in: 0.02..<0.9, using: &generator) * (scale / .microseconds(1))))
      if process.isRunning {
        kill(process.processIdentifier, SIGKILL)
        kills += 1
      }
      process.waitUntilExit()
    }
    try desk.done(desk.run("nightly", "log.jsonl", "--through", TinyLog.lastNight, "--quiet"))
    #expect(kills > 0)
    #expect(try desk.stateDigest() == whole.stateDigest)
    #expect(try desk.scoresOfNights() == whole.scores)
    for (night, _) in TinyLog.nights {
      for name in ["report.html", "report.md", "report.json", "alerts.csv", "scores.jsonl"] {
        let text = try? desk.scratch.read("Reports/\(night)/\(name)")
        #expect(text?.isEmpty == false, "\(night) \(name)")
      }
    }
    #expect(try desk.run("verify").status == 0)
  }

  @Test("Run again, nothing changes and nothing is scored twice")
  func again() throws {
    let desk = try desk()
    #expect(try desk.closeAll("log.jsonl") == whole.scores)
    let page = try desk.scratch.read("Reports/\(TinyLog.lastNight)/report.json")
    #expect(try desk.closeAll("log.jsonl") == whole.scores)
    #expect(try desk.stateDigest() == whole.stateDigest)
    #expect(try desk.scratch.read("Reports/\(TinyLog.lastNight)/report.json") == page)
  }

  @Test(
    "Cut short while one file takes all scores: the next run goes on with it, though the state of its nights is gone",
    arguments: ["TERM", "KILL"])
  func cutShort(signal: String) throws {
    let desk = try desk()
    let environment = "export COUNTERSIGN_ALERT_FLOOR_P=0.05 COUNTERSIGN_LATE_DAYS=1"
    let command =
      "\"$COUNTERSIGN\" nightly log.jsonl --through \(TinyLog.lastNight) --scores scores.jsonl --threads 1 --quiet"
    let run = try Program.shell(
      """
      \(environment); \(command) & process=$!
      until [ -e Reports/\(TinyLog.nights[6].night)/report.html ]; do sleep 0.01; done
      kill -\(signal) $process; wait $process
      """, in: desk.scratch.path)
    if run.status != 0 { #expect((try? desk.scratch.read("scores.jsonl")) == nil) }
    try desk.done(Program.shell("\(environment); \(command)", in: desk.scratch.path))
    let (scores, known) = (try desk.scratch.read("scores.jsonl"), whole.scores)
    #expect(scores.split(separator: "\n").count == known.split(separator: "\n").count)
    // What the killed process had not yet handed to the system is found again, and its sentences with the state.
    let same = zip(scores.split(separator: "\n"), known.split(separator: "\n")).count { $0 == $1 }
    #expect(signal == "KILL" || same == known.split(separator: "\n").count)
    let left = try FileManager.default.contentsOfDirectory(atPath: desk.scratch.path)
    #expect(!left.contains { $0.contains("partial") })
  }

  @Test("Reports that are gone are made again by the next run")
  func lostReports() throws {
    let desk = try desk()
    try desk.done(desk.run("nightly", "log.jsonl", "--through", TinyLog.lastNight, "--quiet"))
    try FileManager.default.removeItem(atPath: desk.scratch.path + "/Reports")
    let run = try desk.done(desk.run("nightly", "--json"))
    #expect(try desk.object(run.output)["reports_made_again"] as? [String] == TinyLog.nights.map(\.night))
    #expect(try desk.scoresOfNights() == whole.scores)
    let again = try desk.done(desk.run("nightly", "--json"))
    #expect(try (desk.object(again.output)["reports_made_again"] as? [String])?.isEmpty == true)
  }

  @Test("A row that comes late is scored against its own night, marked, and closed scores stay")
  func late() throws {
    let desk = try NightDesk()
    let place = 180
    let row = TinyLog.rows[place]
    var rest = TinyLog.rows
    rest.remove(at: place)
    let night = TinyLog.night(of: row)
    let split = rest.firstIndex { TinyLog.night(of: $0) > night } ?? rest.count
    try desk.scratch.write(rest[..<split].joined(), to: "first.jsonl")
    try desk.scratch.write(row + rest[split...].joined(), to: "second.jsonl")
    try desk.done(desk.run("nightly", "first.jsonl", "--through", night, "--quiet"))
    let before = try desk.scratch.read("Reports/\(night)/scores.jsonl")
    let later = try Workspace.objects(desk.closeAll("second.jsonl"))
    #expect(try desk.scratch.read("Reports/\(night)/scores.jsonl") == before)
    #expect(later.count == TinyLog.rows.count - split)
    let id = try #require(TinyLog.object(row)["request_id"] as? String)
    let lateScore = try #require(later.first { $0["request_id"] as? String == id })
    let onTime = try #require(try Workspace.objects(whole.scores).first { $0["request_id"] as? String == id })
    // Its own night's baselines judge it, though that night is closed.
    #expect(lateScore["baseline_night"] as? String == onTime["baseline_night"] as? String)
    #expect(lateScore["evidence_bits"] as? Double != nil)
  }

  @Test("What comes when its night is closed raises its alert with the next one, in its report and in the queue")
  func lateAlert() throws {
    let alerts = try Workspace.objects(whole.scores).filter {
      $0["alert"] as? Bool == true && ($0["night"] as? String ?? "") < TinyLog.nights[TinyLog.nights.count - 2].night
    }
    let odd = try #require(alerts.max { ($0["score"] as? Double ?? 0) < ($1["score"] as? Double ?? 0) })
    let (id, night) = (try #require(odd["request_id"] as? String), try #require(odd["night"] as? String))
    let desk = try NightDesk()
    let others = TinyLog.rows.filter { !$0.contains("\"\(id)\"") }
    try desk.scratch.write(others.filter { TinyLog.night(of: $0) <= night }.joined(), to: "first.jsonl")
    let later = TinyLog.rows.filter { TinyLog.night(of: $0) > night || $0.contains("\"\(id)\"") }
    try desk.scratch.write(later.joined(), to: "second.jsonl")
    try desk.done(desk.run("nightly", "first.jsonl", "--through", night, "--quiet"))
    let next = try #require(TinyLog.nights.first { $0.night > night }?.night)
    try desk.done(desk.run("nightly", "second.jsonl", "--through", next, "--scores", "next.jsonl", "--quiet"))
    let rows = try Workspace.objects(desk.scratch.read("next.jsonl"))
    let late = try #require(rows.first { $0["late"] as? Bool == true })
    #expect(late["request_id"] as? String == id)
    #expect(late["rank"] as? Int == 0)
    #expect(late["alert"] as? Bool == ((late["p_value"] as? Double ?? 1) <= 0.05))
    let isAlert = late["alert"] as? Bool == true
    #expect(try desk.run("queue", "--json").output.contains(id) == isAlert)
    #expect(try desk.scratch.read("Reports/\(next)/report.md").contains(id) == isAlert)
    #expect(try desk.run("verify").status == 0)
  }

  @Test("Another content under a known id is a conflict: before its night closes the order of arrival decides nothing")
  func conflict() throws {
    let place = 200
    let other = try TinyLog.changing(TinyLog.rows[place], ["case_number": "K 1/24", "scope": 7])
    let closed = try [[TinyLog.rows[place], other], [other, TinyLog.rows[place]]].map { pair in
      let desk = try NightDesk()
      var rows = TinyLog.rows
      rows[place] = pair[0]
      try desk.scratch.write(rows.joined(), to: "log.jsonl")
      try desk.scratch.write(pair[1], to: "other.jsonl")
      let scores = try desk.closeAll("log.jsonl", "other.jsonl")
      return [scores, try desk.stateDigest()]
    }
    #expect(closed[0] == closed[1])
  }

  @Test("After its night is closed, other content under a known id changes nothing")
  func conflictAfterwards() throws {
    let desk = try desk()
    try desk.closeAll("log.jsonl")
    let other = try TinyLog.changing(TinyLog.rows[0], ["received_at": "2024-01-01T00:00:01Z", "scope": 7])
    try desk.scratch.write(other, to: "other.jsonl")
    let run = try desk.done(desk.run("ingest", "other.jsonl", "--json"))
    #expect(try desk.object(run.output)["conflicting"] as? Int == 1)
    #expect(try desk.closeAll() == whole.scores)
    #expect(try desk.stateDigest() == whole.stateDigest)
  }

  @Test("While another run holds the lock: 4, and the nights stay as they are")
  func locked() throws {
    let desk = try desk()
    let held = open(desk.scratch.path + "/countersign.sqlite.lock", O_RDWR | O_CREAT, 0o600)
    #expect(flock(held, LOCK_EX | LOCK_NB) == 0)
    #expect(try desk.run("nightly", "log.jsonl", "--through", TinyLog.lastNight).status == 4)
    close(held)
    #expect(try desk.closeAll("log.jsonl") == whole.scores)
  }
}
