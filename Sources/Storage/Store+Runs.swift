import GRDB
package import RequestModel

/// Names one run of the program on this store.
package struct RunID: Hashable, Sendable {
  package var rawValue: Int64
  package init(rawValue: Int64) { self.rawValue = rawValue }
}

/// A line of the journal.
///
/// It stands outside the chain of nights: times and hosts are no part of a result.
package struct StoredRun: Hashable, Sendable {
  package var id: RunID
  package var command: String
  package var startedAt: Instant
  /// Nil while it runs, and for ever where it was killed.
  package var endedAt: Instant?
  package var exitStatus: Int?
  package var host: String
  package var version: String
  /// As JSON.
  package var counts: String?
}

extension Store {
  package func beginRun(command: String, startedAt: Instant, host: String, version: String) throws(StoreError) -> RunID
  {
    try write { database in
      let insertion = try Statement(
        database, "INSERT INTO runs(command, started_at, host, version) VALUES (?, ?, ?, ?)")
      insertion.bind(1, command)
      insertion.bind(2, startedAt)
      insertion.bind(3, host)
      insertion.bind(4, version)
      try insertion.run()
      let id = RunID(rawValue: database.lastInsertedRowID)
      let seal = try Statement(database, SealedTable.runs.sealing(where: "run = ?"))
      seal.bind(1, id.rawValue)
      try seal.run()
      return id
    }
  }

  package func endRun(_ run: RunID, endedAt: Instant, exitStatus: Int, counts: String?) throws(StoreError) {
    try write { database in
      let update = try Statement(database, "UPDATE runs SET ended_at = ?, exit_status = ?, counts = ? WHERE run = ?")
      update.bind(1, endedAt)
      update.bind(2, exitStatus)
      if let counts { update.bind(3, counts) } else { update.bindNull(3) }
      update.bind(4, run.rawValue)
      try update.run()
      let seal = try Statement(database, "UPDATE runs SET end_seal = \(SealedTable.end) WHERE run = ?")
      seal.bind(1, run.rawValue)
      try seal.run()
    }
  }

  /// The last runs, the latest first.
  package func lastRuns(_ limit: Int) throws(StoreError) -> [StoredRun] {
    try read { database in
      let query = try Statement(
        database,
        """
        SELECT run, command, started_at, ended_at, exit_status, host, version, counts FROM runs
        ORDER BY run DESC LIMIT ?
        """)
      query.bind(1, limit)
      var runs: [StoredRun] = []
      while try query.step() {
        runs.append(
          StoredRun(
            id: RunID(rawValue: query.integer(0)), command: query.text(1), startedAt: query.instant(2),
            endedAt: query.isNull(3) ? nil : query.instant(3),
            exitStatus: query.isNull(4) ? nil : Int(query.integer(4)),
            host: query.text(5), version: query.text(6), counts: query.optionalText(7)))
      }
      return runs
    }
  }
}
