import Foundation
import GRDB
package import RequestModel

/// The memory of Countersign: one SQLite file with requests, baselines by night, scores, verdicts and the chain of nights.
///
/// - A method is one transaction: after an error, or a kill at any instant, it has happened whole or not at all.
/// - A store serves several readers; writers wait for each other for some seconds, then `StoreError.busy` is thrown.
/// - Rows are read back as they were stored, in an order that does not depend on the order of arrival.
package final class Store: Sendable {
  let queue: DatabaseQueue
  /// Bytes of rows that an append had better hold: where a transaction waits for the disk, enough that it waits seldom;
  /// few enough that memory stays small, and that whoever makes the rows seldom waits for the last of them.
  package let appendBytes: Int

  init(queue: DatabaseQueue, waitsForDisk: Bool = true) {
    self.queue = queue
    appendBytes = waitsForDisk ? 8 << 20 : 1 << 20
  }

  func read<Value>(_ body: (Database) throws -> Value) throws(StoreError) -> Value {
    do { return try queue.read(body) } catch { throw StoreError(error) }
  }

  func write<Value>(_ body: (Database) throws -> Value) throws(StoreError) -> Value {
    do { return try queue.write(body) } catch { throw failure(error) }
  }

  /// What an error of a change comes to: SQLite takes some damaged pages for a full disk, and is believed where there is
  /// no room, or where it finds nothing wrong.
  private func failure(_ error: any Error) -> StoreError {
    let failure = StoreError(error)
    let system = try? FileManager.default.attributesOfFileSystem(forPath: folder.isEmpty ? "." : folder)
    let free = (system?[.systemFreeSize] as? NSNumber)?.int64Value ?? 0
    guard failure == .diskFull, free > 16 << 20 else { return failure }
    return (try? checkIntegrity()) == nil ? .damaged : failure
  }

  /// Where the file stands; empty for the current folder.
  private var folder: String { (queue.path as NSString).deletingLastPathComponent }

  /// Ends the connection; every later call throws.
  ///
  /// A store that is let go closes by itself.
  package func close() throws(StoreError) {
    do { try queue.close() } catch { throw StoreError(error) }
  }

  /// Whether SQLite finds every page, index and reference of the store whole; O(store).
  ///
  /// - Throws: `StoreError.damaged` where it does not.
  package func checkIntegrity() throws(StoreError) {
    try read { database in
      guard try String.fetchAll(database, sql: "PRAGMA integrity_check(1)") == ["ok"] else { throw StoreError.damaged }
      guard try Row.fetchOne(database, sql: "PRAGMA foreign_key_check") == nil else { throw StoreError.damaged }
    }
  }

  /// What tables that are derived from others say otherwise than those, a sentence each; O(scores).
  package func bookkeepingProblems() throws(StoreError) -> [String] {
    let isOpen = "s.alert = 1 AND NOT EXISTS (SELECT 1 FROM verdicts v WHERE v.request_id = r.id)"
    let checks = [
      (
        "The list of open alerts is not that of the alerts without a verdict.",
        """
        SELECT EXISTS (
          SELECT 1 FROM scores s JOIN requests r ON r.seq = s.seq
          WHERE \(isOpen) AND (r.night, r.seq) NOT IN (SELECT night, seq FROM open_alerts))
        OR EXISTS (
          SELECT 1 FROM open_alerts o LEFT JOIN scores s ON s.seq = o.seq LEFT JOIN requests r ON r.seq = o.seq
          WHERE NOT (\(isOpen) AND r.night = o.night))
        """
      ),
      (
        "Scores stand under other nights than their requests.",
        "SELECT EXISTS (SELECT 1 FROM scores s JOIN requests r ON r.seq = s.seq WHERE s.night IS NOT r.night)"
      ),
      ("Verdicts were taken out.", "SELECT count(*) <> coalesce(max(seq), 0) FROM verdicts"),
      (
        "Runs were taken out of the journal.",
        "SELECT count(*) <> coalesce((SELECT seq FROM sqlite_sequence WHERE name = 'runs'), 0) FROM runs"
      ),
    ]
    return try read { database in
      try checks.filter { try Bool.fetchOne(database, sql: $0.1) == true }.map(\.0)
    }
  }

  /// Writes the file anew without what was erased, and empties the write-ahead log; O(store).
  ///
  /// What it puts together meanwhile stands in a nameless file beside the store, not in memory, as large as the store.
  ///
  /// - Throws: `damaged` where a page is; SQLite takes some of those for a full disk.
  package func compact() throws(StoreError) {
    do {
      try queue.writeWithoutTransaction { database in
        if !folder.isEmpty, FileManager.default.isWritableFile(atPath: folder) {
          try database.execute(sql: "PRAGMA temp_store_directory = '\(folder.replacing("'", with: "''"))'")
        }
        try database.execute(sql: "PRAGMA temp_store = FILE")
        defer { try? database.execute(sql: "PRAGMA temp_store = MEMORY; PRAGMA temp_store_directory = ''") }
        try database.execute(sql: "VACUUM")
        _ = try database.checkpoint(.truncate)
      }
    } catch { throw failure(error) }
  }
}

/// A request and the night that it belongs to, by the configured boundary.
package struct DatedRequest: Hashable, Sendable {
  package var request: Request
  package var night: Night

  package init(_ request: Request, night: Night) {
    self.request = request
    self.night = night
  }
}
