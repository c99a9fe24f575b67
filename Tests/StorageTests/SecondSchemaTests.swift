import Foundation
import GRDB
import RequestModel
import Testing

@testable import Storage

@Suite("The second schema")
struct SecondSchemaTests {
  @Test("A store of the first schema is brought up: open alerts and the nights of scores are found again")
  func migration() throws {
    let queue = try DatabaseQueue()
    try Schema.migrator.migrate(queue, upTo: "1: requests, nights, scores, state, verdicts, runs")
    try queue.write { database in
      for (seq, id, alert) in [(1, "open", 1), (2, "answered", 1), (3, "quiet", 0)] {
        try database.execute(
          sql: "INSERT INTO requests VALUES (?, ?, 5, 0, zeroblob(16), 0, NULL, 0, NULL, x'00')", arguments: [seq, id])
        try database.execute(
          sql: """
            INSERT INTO scores VALUES (?, 'a', 's', 0, 50, 0.5, 1, 0, NULL, 1, ?, 0, NULL, 'm', NULL, x'', '{}', NULL)
            """, arguments: [seq, alert])
      }
      try database.execute(sql: "INSERT INTO verdicts VALUES (1, 'answered', 'legitimate', 0, '', '', '', NULL)")
    }
    try Schema.migrator.migrate(queue)
    let store = Store(queue: queue)
    #expect(try store.openAlerts().map(\.requestID) == ["open"])
    #expect(try store.openAlertCount(before: Night(day: 5)) == 0)
    #expect(try store.openAlertCount(before: Night(day: 6)) == 1)
    let nights = Night(day: 5)...Night(day: 5)
    #expect(try store.scores(ofSender: "s", agency: "a", in: nights).count == 3)
    #expect(try store.score(of: "open")?.seal == [])
    #expect(try queue.read { try Int64.fetchOne($0, sql: "PRAGMA user_version") } == Schema.version)
  }

  @Test("An alert is open until a verdict on it comes, whichever is stored first")
  func openAlerts() throws {
    let store = try Store.inMemory()
    func verdict(_ id: String) throws {
      _ = try store.record([StoredVerdict(requestID: id, label: .legitimate, labelledAt: Instant(seconds: 1))])
    }
    _ = try store.append([dated("a"), dated("b", at: 2), dated("c", at: 3)])
    try verdict("b")
    try store.close(Night(day: 0), isAlert: true)
    #expect(try store.openAlerts().map(\.requestID) == ["a", "c"])
    try verdict("a")
    try verdict("a")
    try verdict("nobody")
    #expect(try store.openAlerts().map(\.requestID) == ["c"])
    #expect(try store.openAlertCount(before: Night(day: 1)) == 1)
    #expect(try store.openAlertCount(before: Night(day: 0)) == 0)
  }

  @Test("A late alert is one of the night that it came with, not one that was open before")
  func lateAlert() throws {
    let store = try Store.inMemory()
    _ = try store.append([dated("a"), dated("b", at: 86_400)])
    try store.close(Night(day: 0))
    _ = try store.append([dated("late", at: 3)])
    var commit = try store.commit(Night(day: 1))
    commit.lateRequestIDs = ["late"]
    commit.scores.append(judgement(of: request("late"), night: Night(day: 0), isAlert: true))
    try store.commitNight(commit)
    #expect(try store.openAlertCount(before: Night(day: 1)) == 0)
    #expect(try store.openAlertCount(before: Night(day: 2)) == 1)
  }

  @Test("Marks of scores are those of the scores, night by night")
  func marks() throws {
    let store = try Store.inMemory()
    _ = try store.append((0..<6).map { dated("r\($0)", at: Int64($0) * 43_200) })
    for day in 0..<3 { try store.close(Night(day: Int32(day)), isAlert: day == 1) }
    var marks: [ScoreMark] = []
    try store.forEachScoreMark(from: Night(day: 1), to: Night(day: 2)) { marks.append($0) }
    #expect(marks.map(\.night.day) == [1, 1, 2, 2])
    #expect(Set(marks.map(\.requestID)) == ["r2", "r3", "r4", "r5"])
    #expect(marks.map(\.isAlert) == [true, true, false, false])
    #expect(marks.allSatisfy { $0.agencyID == "police.example" && $0.pValue == 0.5 && !$0.isHeld })
  }

  @Test("Every version that a night wrote can be read back; what was pruned or erased is known to be gone")
  func versions() throws {
    let store = try Store.inMemory()
    _ = try store.append((0..<3).map { dated("r\($0)", at: Int64($0) * 86_400) })
    for day in 0..<3 {
      var commit = try store.commit(Night(day: Int32(day)))
      commit.state = [.init(key: "k", bytes: [UInt8(day)]), .init(key: "sender", bytes: [9])]
      commit.keepStateFrom = Night(day: Int32(day) - 1)
      try store.commitNight(commit)
    }
    #expect(try store.stateKeptFrom() == Night(day: 1))
    func kept() throws -> Set<[String]> {
      var found: Set<[String]> = []
      try store.forEachStateVersion(from: Night(day: 1)) { found.insert(["\($0.day)", $1, "\(Array($2))"]) }
      return found
    }
    #expect(try kept() == [["1", "k", "[1]"], ["2", "k", "[2]"], ["1", "sender", "[9]"], ["2", "sender", "[9]"]])
    #expect(try store.nightsWithErasedState().isEmpty)
    _ = try store.forget(sender: "someone", stateKeys: ["sender"])
    #expect(try kept() == [["1", "k", "[1]"], ["2", "k", "[2]"]])
    #expect(try store.nightsWithErasedState() == [Night(day: 0), Night(day: 1), Night(day: 2)])
    // A longer memory that is asked for later brings nothing back.
    _ = try store.sweepState(keepingNightsFrom: Night(day: 0))
    #expect(try store.stateKeptFrom() == Night(day: 1))
  }

  @Test("What was restated is read with its scores on the scale of the scores file")
  func restatements() throws {
    let store = try Store.inMemory()
    _ = try store.append([dated("a"), dated("b", at: 86_400)])
    try store.close(Night(day: 0))
    var commit = try store.commit(Night(day: 1))
    commit.restatements = [
      StoredRestatement(requestID: "a", night: Night(day: 1), oldEvidence: -20 << 20, newEvidence: 0, why: "Because.")
    ]
    commit.lessons = [StoredLesson(requestID: "a", night: Night(day: 1), own: -3, shared: -2, common: -1)]
    try store.commitNight(commit)
    #expect(try store.lessons(of: "a") == commit.lessons)
    #expect(try store.restatements(of: "a") == commit.restatements)
    try store.read { database in
      let row = try #require(try Row.fetchOne(database, sql: "SELECT * FROM v_restatements"))
      #expect(row["night"] == "1970-01-01")
      #expect(row["restated_night"] == "1970-01-02")
      #expect(row["bits_then"] == -20.0)
      // 50 · (1 − 20 / 40) and 50 · (1 + 0).
      #expect(row["score_then"] == 25.0)
      #expect(row["score_now"] == 50.0)
    }
  }

  @Test("The new views have the documented columns, and a disposition without a time has none there")
  func newViews() throws {
    let store = try Store.inMemory()
    var builder = RequestBatchBuilder()
    for (id, at) in [("a", nil), ("b", Instant(seconds: 86_400))] {
      builder.append(
        request(id), night: Night(day: 0), disposition: StoredDisposition(.partiallyDisclosed, at: at))
    }
    _ = try store.append([builder.finish()])
    try store.read { database in
      for (view, columns) in [
        ("v_dispositions", ["request_id", "night", "disposition", "disposition_at"]),
        (
          "v_restatements",
          [
            "request_id", "night", "agency_id", "restated_night", "bits_then", "bits_now", "score_then", "score_now",
            "why",
          ]
        ),
      ] {
        let found = try String.fetchAll(database, sql: "SELECT name FROM pragma_table_info(?)", arguments: [view])
        #expect(found == columns)
      }
      let rows = try Row.fetchAll(database, sql: "SELECT * FROM v_dispositions ORDER BY request_id")
      #expect(rows.map { $0["disposition"] as String } == ["partially_disclosed", "partially_disclosed"])
      #expect(rows.map { $0["disposition_at"] as String? } == [nil, "1970-01-02T00:00:00Z"])
    }
  }
}
