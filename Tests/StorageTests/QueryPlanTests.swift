import GRDB
import RequestModel
import Testing

@testable import Storage

@Suite("The cost of a night")
struct QueryPlanTests {
  private final class Trace {
    var statements: Set<String> = []
  }

  @Test("No step of a night scans a table that grows with the history")
  func nothingScansTheHistory() throws {
    let store = try Store.inMemory()
    let trace = Trace()
    try store.write { database in
      database.trace(options: .statement) { event in
        if case .statement(let statement) = event { trace.statements.insert(statement.sql) }
      }
    }
    _ = try store.append([dated("a"), dated("b", at: 86_400)])
    _ = try store.append([dated("a", at: -1), dated("a", at: 1, content: 9), dated("a", at: 0, content: 0)])
    _ = try store.record([StoredVerdict(requestID: "a", label: .legitimate, labelledAt: Instant(seconds: 1))])
    try store.close(Night(day: 0), isAlert: true)
    _ = try store.append([dated("late", at: 3)])
    _ = try (store.firstPendingNight(), store.lastReadNight(), store.pendingNights(through: Night(day: 3)))
    _ = try (store.lateRequests(), store.requests(of: Night(day: 1)), store.request("a"))
    _ = try (store.stateValues(["k"], before: Night(day: 1)), store.stateValues(withPrefix: "k", before: Night(day: 1)))
    var commit = try store.commit(Night(day: 1))
    commit.lateRequestIDs = ["late"]
    commit.scores.append(judgement(of: request("late"), night: Night(day: 0)))
    commit.state = [.init(key: "k", bytes: [1])]
    commit.keepStateFrom = Night(day: 0)
    commit.expiredState = [("k", Night(day: -9))]
    commit.lessons = [StoredLesson(requestID: "a", night: Night(day: 1), own: 1, shared: 1, common: 1)]
    commit.takenVerdicts = try store.pendingVerdicts(before: Instant(seconds: 1 << 40)).compactMap(\.id)
    try store.commitNight(commit)
    _ = try (store.scores(of: Night(day: 1)), store.scores(closedWith: Night(day: 1)), store.score(of: "a"))
    _ = try (store.openAlerts(), store.alerts(in: Night(day: 0)...Night(day: 1)))
    _ = try store.verdicts(betweenCloses: Night(day: 1)...Night(day: 1))
    _ = try (store.restatements(in: Night(day: 1)...Night(day: 1)), store.campaigns(in: Night(day: 1)...Night(day: 1)))
    _ = try (store.openAlertCount(before: Night(day: 1)), store.dispositions(of: "a"), store.lessons(of: "a"))
    _ = try (store.restatements(of: "a"), store.text(of: "a"))
    _ = try store.scores(ofSender: "officer@police.example", agency: "a", in: Night(day: 0)...Night(day: 1))
    try store.forEachScoreMark(from: Night(day: 0), to: Night(day: 1)) { _ in }
    _ = try store.requestDigests(closedWith: Night(day: 1))
    try store.forEachRequest(from: Night(day: 0), to: Night(day: 1)) { _ in }

    try store.write { database in
      database.trace(nil)
      let plans = trace.statements.filter { $0.hasPrefix("SELECT") || $0.hasPrefix("UPDATE") || $0.hasPrefix("DELETE") }
      #expect(plans.count > 20)
      for sql in plans.sorted() {
        let plan = try Statement(database, "EXPLAIN QUERY PLAN " + sql)
        while try plan.step() {
          let detail = plan.text(3)
          // A covering look at one end of an index reads a row; open alerts are read through their own small index.
          let isScan =
            detail.hasPrefix("SCAN") && !detail.contains("open_alerts") && !detail.contains("scores_alerts")
            && !detail.hasPrefix("SCAN CONSTANT")
          let isEnd = sql.hasPrefix("SELECT max(") || sql.contains("LIMIT 1")
          #expect(!isScan || isEnd, "\(sql)\n\(detail)")
        }
      }
    }
  }
}
