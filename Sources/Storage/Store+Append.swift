import GRDB
package import RequestModel

extension Store {
  /// Takes in batches of requests, all or none.
  ///
  /// - The same id with the same content digest is a duplicate and changes nothing.
  /// - The same id with another digest is a conflict. Until the stored row has been taught (its night is closed; for a
  ///   late row, it was taught with a later night) the earlier `receivedAt` wins, then the smaller digest, so that every
  ///   order of arrival leaves the same row. Afterwards the stored row stays. The digest of the row that lost is kept.
  /// - A row of a closed night is late: stored with its own night, and pending until a later night teaches it.
  /// - A row that was erased stays erased.
  /// - What a row says was done with its request is noted, whichever content wins: it is no part of the content.
  ///
  /// O(rows · log store).
  package func append(_ batches: [RequestBatch], run: RunID? = nil) throws(StoreError) -> AppendOutcome {
    try write { database in
      var outcome = AppendOutcome()
      let closed = try Store.closedThrough(database)
      let statements = try AppendStatements(database, run: run)
      for batch in batches {
        try batch.bytes.withUnsafeBytes { bytes in
          for row in batch.rows {
            let isLate = closed.map { row.night <= $0 } ?? false
            if try statements.insert(row, of: bytes, isLate: isLate) {
              outcome.new += 1
              outcome.late += isLate ? 1 : 0
              try statements.keep(row, seq: database.lastInsertedRowID)
            } else {
              try Store.settle(row, of: batch, closed: closed, isLate: isLate, statements, &outcome)
            }
          }
        }
      }
      return outcome
    }
  }

  /// The same for requests that are not encoded yet.
  package func append(_ requests: [DatedRequest], run: RunID? = nil) throws(StoreError) -> AppendOutcome {
    try append([RequestBatch(requests)], run: run)
  }

  /// Decides between a row and the one that is stored under its id.
  private static func settle(
    _ row: RequestBatch.Row, of batch: RequestBatch, closed: Night?, isLate: Bool,
    _ statements: borrowing AppendStatements, _ outcome: inout AppendOutcome
  ) throws(StoreError) {
    let id = batch.id(of: row)
    guard let stored = try statements.stored(id) else { throw .damaged }
    if stored.digest == row.digest {
      outcome.duplicate += 1
      if !stored.isErased { try statements.note(row.disposition, seq: stored.seq) }
      return
    }
    outcome.conflicting += 1
    outcome.note(id)
    let isTaught = stored.isLate ? stored.lateFor != nil : closed.map { stored.night <= $0 } ?? false
    let arrived = (row.receivedAt.microseconds, row.digest.high, row.digest.low)
    let held = (stored.receivedAt.microseconds, stored.digest.high, stored.digest.low)
    if !isTaught && !stored.isErased && arrived < held {
      try statements.recordConflict(id, stored.digest, stored.night, stored.receivedAt)
      do {
        try batch.bytes.withUnsafeBytes { try statements.replace(stored.seq, row, of: $0, isLate: isLate) }
      } catch { throw StoreError(error) }
      try statements.keep(row, seq: stored.seq)
    } else {
      try statements.recordConflict(id, row.digest, row.night, row.receivedAt)
      if !stored.isErased { try statements.note(row.disposition, seq: stored.seq) }
    }
  }

  /// The contents of these nights that lost a conflict, by id and digest.
  package func conflicts(in nights: ClosedRange<Night>) throws(StoreError) -> [StoredConflict] {
    try read { database in
      let query = try Statement(
        database,
        """
        SELECT request_id, content_digest, night, received_at FROM conflicts WHERE night BETWEEN ? AND ?
        ORDER BY request_id, content_digest
        """)
      query.bind(1, nights.lowerBound)
      query.bind(2, nights.upperBound)
      var found: [StoredConflict] = []
      while try query.step() {
        found.append(
          StoredConflict(
            requestID: query.text(0), contentDigest: try query.digest(1), night: query.night(2),
            receivedAt: query.instant(3)))
      }
      return found
    }
  }
}
