import GRDB
import RequestModel
import Testing

@testable import Storage

@Suite("What an analyst reads with SQL")
struct ViewTests {
  private func columns(_ view: String) throws -> [String] {
    try Store.inMemory().read {
      try String.fetchAll($0, sql: "SELECT name FROM pragma_table_info(?)", arguments: [view])
    }
  }

  @Test("The views have the documented columns, no more and no fewer")
  func documentedColumns() throws {
    #expect(
      try columns("v_scores") == [
        "request_id", "night", "received_at", "agency_id", "sender", "score", "evidence_bits", "p_value",
        "probability", "rank", "alert", "held", "campaign_id", "model",
      ])
    #expect(
      try columns("v_alerts") == [
        "request_id", "night", "received_at", "agency_id", "sender", "score", "evidence_bits", "p_value",
        "probability", "rank", "campaign_id", "model", "verdict", "labelled_at", "reasons",
      ])
    #expect(try columns("v_reasons") == ["request_id", "night", "received_at", "detector", "bits"])
    #expect(
      try columns("v_nights") == [
        "night", "skipped", "requests", "late", "alerts", "held", "requests_digest", "scores_digest", "state_digest",
        "model_digest", "configuration_digest", "previous_chain", "chain", "ledger_digest",
      ])
  }

  @Test("Nights are dates, instants are RFC 3339, bits are bits")
  func values() throws {
    let store = try Store.inMemory()
    // 2024-02-29 is day 19,782; the second row has microseconds.
    var rows = [dated("a", at: 19_782 * 86_400 + 3_661), dated("b", at: 19_782 * 86_400 + 3_662)]
    rows[1].request.receivedAt.microseconds += 42
    _ = try store.append(rows)
    var commit = try store.commit(Night(day: 19_782), isAlert: true)
    commit.scores[0].evidence = 3 << 19
    commit.scores[0].contributions = [.init("hour_of_week", units: 2 << 20), .init("base_rate", units: -(1 << 19))]
    commit.scores[0].reasons = "[]"
    try store.commitNight(commit)
    _ = try store.record([
      StoredVerdict(requestID: "a", label: .legitimate, labelledAt: Instant(seconds: 0)),
      StoredVerdict(requestID: "a", label: .fraudulent, labelledAt: Instant(microseconds: -1)),
    ])
    try store.read { database in
      let scores = try Row.fetchAll(database, sql: "SELECT * FROM v_scores ORDER BY received_at, request_id")
      #expect(scores.map { $0["received_at"] as String } == ["2024-02-29T01:01:01Z", "2024-02-29T01:01:02.000042Z"])
      #expect(scores.allSatisfy { $0["night"] == "2024-02-29" })
      #expect(scores[0]["evidence_bits"] == 1.5)
      #expect(scores[0]["probability"] as Double? == nil)
      let reasons = try Row.fetchAll(database, sql: "SELECT * FROM v_reasons WHERE request_id = 'a'")
      #expect(reasons.map { $0["detector"] as String } == ["hour_of_week", "base_rate"])
      #expect(reasons.map { $0["bits"] as Double } == [2, -0.5])
      let alerts = try Row.fetchAll(database, sql: "SELECT * FROM v_alerts ORDER BY request_id")
      #expect(alerts.map { $0["verdict"] as String? } == ["legitimate", nil])
      #expect(alerts[0]["labelled_at"] == "1970-01-01T00:00:00Z")
      let nights = try Row.fetchAll(database, sql: "SELECT * FROM v_nights")
      #expect(nights.map { $0["requests_digest"] as String } == ["01"])
    }
  }

  @Test("Instants before 1970 are right too")
  func earlyInstants() throws {
    let store = try Store.inMemory()
    _ = try store.record([StoredVerdict(requestID: "a", label: .fraudulent, labelledAt: Instant(microseconds: -1))])
    var row = dated("a")
    row.request.receivedAt = Instant(microseconds: -1_500_000)
    _ = try store.append([row])
    try store.close(Night(day: 0), isAlert: true)
    try store.read { database in
      let alert = try #require(try Row.fetchOne(database, sql: "SELECT * FROM v_alerts"))
      #expect(alert["received_at"] == "1969-12-31T23:59:58.500Z")
      #expect(alert["labelled_at"] == "1969-12-31T23:59:59.999999Z")
    }
  }

  @Test("Texts that look like SQL or break off come back verbatim from every field")
  func hostileTextsComeBack() throws {
    let store = try Store.inMemory()
    let rows = hostileTexts.map { text in dated(text, sender: text) }
    _ = try store.append(rows)
    #expect(Set(try store.requests(of: Night(day: 0))) == Set(rows.map(\.request)))
    var commit = try store.commit(Night(day: 0), isAlert: true)
    for i in commit.scores.indices {
      let text = commit.scores[i].requestID
      commit.scores[i].agencyID = text
      commit.scores[i].model = text
      commit.scores[i].campaignID = text
      commit.scores[i].reasons = text
      commit.scores[i].contributions = [.init(text, units: .min), .init(text, units: .max)]
      commit.state.append(StateChange(key: text, bytes: Array(text.utf8)))
    }
    try store.commitNight(commit)
    #expect(try store.scores(of: Night(day: 0)) == commit.scores)
    for text in hostileTexts {
      #expect(try store.score(of: text)?.sender == text)
      #expect(try store.stateValue(text, before: Night(day: 1))?.bytes == Array(text.utf8))
      let verdict = StoredVerdict(
        requestID: text, label: .fraudulent, labelledAt: Instant(seconds: 1), source: text, scenario: text, note: text)
      _ = try store.record([verdict])
      let stored = try #require(try store.verdictHistory(of: text).first)
      #expect([stored.requestID, stored.source, stored.scenario, stored.note] == [text, text, text, text])
      try store.set(text, to: text)
      #expect(try store.setting(text) == text)
    }
    let detectors = try store.read { try String.fetchSet($0, sql: "SELECT detector FROM v_reasons") }
    #expect(detectors.isSuperset(of: hostileTexts.filter { !$0.contains("\0") }))
    try store.checkIntegrity()
  }
}
