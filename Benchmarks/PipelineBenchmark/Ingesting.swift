import Foundation
import GRDB
import RequestModel
import Storage
import Workflow

private let columns = "seq, id, night, received_at, content_digest, late, late_for, erasure, run, features"

/// A log into the durable store, beside bare prepared INSERTs of the rows that came of it, into the same tables.
func measureIngest(_ sizes: Sizes, _ scratch: Scratch) throws {
  let log = try makeLog(scratch.file("ingest.jsonl"), requests: sizes.requests, lastDay: lastDay)
  heading("Ingest to the durable store: \(log.requests) requests")
  let path = scratch.file("ingest.sqlite")
  let whole = try timed { try ingest([log.path], into: Store.open(path: path)) }
  let rows = try storedRows(path)
  let bare = scratch.file("bare.sqlite")
  try Store.open(path: bare).close()
  let inserts = try timed { try insert(rows, into: bare) }
  report("ingest, file to store", perSecond(rows.count, whole.seconds))
  report("bare INSERTs of the same rows", perSecond(rows.count, inserts.seconds))
  report("ratio", rounded(inserts.seconds / whole.seconds), aim: "≥ 0.6")
}

/// Takes logs into a store as `countersign ingest` does.
func ingest(_ files: [String], into store: Store) throws {
  var options = RunOptions()
  options.command = "benchmark"
  let configuration = try options.configuration()
  _ = try IngestRun.take(
    files, rejects: nil, into: store, run: nil, configuration: configuration,
    key: [UInt8](repeating: 0, count: WorkspaceKey.byteCount), options: options)
}

private func storedRows(_ path: String) throws -> [[DatabaseValue]] {
  try DatabaseQueue(path: path).read { database in
    try Row.fetchAll(database, sql: "SELECT \(columns) FROM requests ORDER BY seq").map { Array($0.databaseValues) }
  }
}

private func insert(_ rows: [[DatabaseValue]], into path: String) throws {
  var configuration = GRDB.Configuration()
  configuration.prepareDatabase { database in
    try database.execute(sql: "PRAGMA synchronous = FULL; PRAGMA cache_size = -32768")
  }
  let queue = try DatabaseQueue(path: path, configuration: configuration)
  let places = Array(repeating: "?", count: rows.first?.count ?? 0).joined(separator: ", ")
  for start in stride(from: 0, to: rows.count, by: 10_000) {
    try queue.write { database in
      let statement = try database.makeStatement(sql: "INSERT INTO requests(\(columns)) VALUES (\(places))")
      for row in rows[start..<min(rows.count, start + 10_000)] {
        statement.setUncheckedArguments(StatementArguments(row))
        try statement.execute()
      }
    }
  }
}
