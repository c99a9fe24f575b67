import GRDB
import RequestModel
import Statistics
import Testing

@testable import Storage

@Suite("Seals of rows")
struct SealTests {
  private static let seal = RowSeal(high: SipHash(k0: 1, k1: 2), low: SipHash(k0: 3, k1: 4))

  private static func filled(_ seal: RowSeal?) throws -> Store {
    let store = try Store.inMemory()
    if let seal { try store.seal(with: seal) }
    let run = try store.beginRun(command: "ingest", startedAt: Instant(seconds: 1), host: "h", version: "1")
    var builder = RequestBatchBuilder()
    for id in ["a", "b", "c"] {
      builder.append(
        request(id, at: 4, sender: id + "@x.example"), night: Night(day: 0),
        disposition: StoredDisposition(.rejected, at: Instant(seconds: 9)), text: [1, 2, 3])
    }
    _ = try store.append([builder.finish()], run: run)
    _ = try store.append([dated("a", at: 7)], run: run)
    let note = StoredVerdict(requestID: "b", label: .legitimate, labelledAt: Instant(seconds: 5), note: "called")
    _ = try store.record([note])
    try store.set("threshold_bits", to: "3.5")
    try store.endRun(run, endedAt: Instant(seconds: 2), exitStatus: 0, counts: "{}")
    try store.close(Night(day: 0))
    return store
  }

  private static func broken(_ store: Store) throws -> [String] {
    try store.sealChecks().filter { $0.broken > 0 }.map(\.table)
  }

  @Test("What was written under the key is whole, after an erasure too; under another key it is not")
  func whole() throws {
    let store = try Self.filled(Self.seal)
    #expect(try store.sealChecks().allSatisfy { $0.broken == 0 && $0.bare == 0 })
    _ = try store.forget(sender: "b@x.example")
    _ = try store.dropFeatures(before: Night(day: 1))
    #expect(try store.sealChecks().allSatisfy { $0.broken == 0 && $0.bare == 0 })
    try store.seal(with: RowSeal(high: SipHash(k0: 5, k1: 2), low: SipHash(k0: 3, k1: 4)))
    // Every text went with its request.
    #expect(try Self.broken(store) == ["conflicts", "dispositions", "requests", "runs", "settings", "verdicts"])
  }

  @Test("Without a key rows bear no seal, and are counted")
  func bare() throws {
    let store = try Self.filled(nil)
    try store.seal(with: Self.seal)
    let checks = try store.sealChecks()
    #expect(checks.allSatisfy { $0.broken == 0 })
    #expect(checks.filter { $0.bare > 0 }.map(\.table).count == 7)
  }

  @Test(
    "A row that was changed beside the program is found",
    arguments: [
      "requests|UPDATE requests SET features = NULL, erasure = 1 WHERE id = 'a'",
      "requests|UPDATE requests SET run = 9 WHERE id = 'a'", "texts|UPDATE texts SET text = x'' WHERE seq = 2",
      "verdicts|UPDATE verdicts SET note = 'not called'", "conflicts|UPDATE conflicts SET received_at = 1",
      "dispositions|UPDATE dispositions SET disposition = 1 WHERE seq = 1", "settings|UPDATE settings SET value = '9'",
      "runs|UPDATE runs SET host = 'other'", "runs|UPDATE runs SET counts = '{\"new\":1}'",
    ])
  func changed(_ row: String) throws {
    let parts = row.split(separator: "|").map(String.init)
    let store = try Self.filled(Self.seal)
    try store.write { try $0.execute(sql: parts[1]) }
    #expect(try Self.broken(store) == [parts[0]])
  }

  @Test("Runs and verdicts that were taken out leave a gap")
  func gaps() throws {
    let store = try Self.filled(Self.seal)
    for n in 0..<3 {
      _ = try store.beginRun(command: "status", startedAt: Instant(seconds: Int64(n)), host: "h", version: "1")
    }
    #expect(try store.bookkeepingProblems() == [])
    try store.write { try $0.execute(sql: "DELETE FROM runs WHERE run = 3") }
    #expect(try store.bookkeepingProblems().count == 1)
    #expect(try Self.broken(store) == ["runs"])
  }

  @Test("The function tells values apart by type and length, and is nothing to what stands in the file")
  func function() throws {
    let store = try Store.inMemory()
    try store.seal(with: Self.seal)
    let values = ["'ab', 'c'", "'a', 'bc'", "'a', x'6263'", "'a', NULL", "'a'", "1", "'1'", "1.0", "x''", "''"]
    let seals = try store.read { database in
      try values.map { try String.fetchOne(database, sql: "SELECT hex(countersign_seal(\($0)))") }
    }
    #expect(Set(seals).count == values.count)
    try store.write { try $0.execute(sql: "CREATE VIEW v AS SELECT countersign_seal('a') AS s") }
    #expect(throws: (any Error).self) { try store.read { try $0.execute(sql: "SELECT s FROM v") } }
  }
}
