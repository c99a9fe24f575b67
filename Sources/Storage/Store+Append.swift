import GRDB
package import RequestModel

extension Store {
  /// Takes in a batch of requests, all or none.
  ///
  /// - The same id with the same content digest is a duplicate and changes nothing.
  /// - The same id with another digest is a conflict. Until the stored row has been taught (its night is closed; for a
  ///   late row, it was taught with a later night) the earlier `receivedAt` wins, then the smaller digest, so that every
  ///   order of arrival leaves the same row. Afterwards the stored row stays. The digest of the row that lost is kept.
  /// - A row of a closed night is late: stored with its own night, and pending until a later night teaches it.
  /// - A row that was erased stays erased.
  ///
  /// O(batch · log store).
  package func append(_ batch: [DatedRequest], run: RunID? = nil) throws(StoreError) -> AppendOutcome {
    try write { database in
      var outcome = AppendOutcome()
      let closed = try Store.closedThrough(database)
      let statements = try AppendStatements(database)
      var writer = ByteWriter()
      for dated in batch {
        writer.removeAll()
        RequestCodec.encode(dated.request, into: &writer)
        let isLate = closed.map { dated.night <= $0 } ?? false
        if try statements.insert(dated, isLate: isLate, run: run, features: writer.bytes) {
          outcome.new += 1
          outcome.late += isLate ? 1 : 0
          continue
        }
        guard let stored = try statements.stored(dated.request.id) else { throw StoreError.damaged }
        if stored.digest == dated.request.contentDigest {
          outcome.duplicate += 1
          continue
        }
        outcome.conflicting += 1
        outcome.note(dated.request.id)
        let isTaught = stored.isLate ? stored.lateFor != nil : closed.map { stored.night <= $0 } ?? false
        let arrived = (
          dated.request.receivedAt.microseconds, dated.request.contentDigest.high, dated.request.contentDigest.low
        )
        let held = (stored.receivedAt.microseconds, stored.digest.high, stored.digest.low)
        if !isTaught && !stored.isErased && arrived < held {
          try statements.recordConflict(dated.request.id, stored.digest, stored.night, stored.receivedAt)
          try statements.replace(stored.seq, dated, isLate: isLate, run: run, features: writer.bytes)
        } else {
          try statements.recordConflict(
            dated.request.id, dated.request.contentDigest, dated.night, dated.request.receivedAt)
        }
      }
      return outcome
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

/// The statements of one batch, prepared once.
private struct AppendStatements: ~Copyable {
  struct Stored {
    var seq: Int64
    var night: Night
    var receivedAt: Instant
    var digest: Pseudonym
    var isLate: Bool
    var lateFor: Night?
    var isErased: Bool
  }

  private let insertion: Statement
  private let selection: Statement
  private let replacement: Statement
  private let conflict: Statement

  init(_ database: Database) throws(StoreError) {
    let insertion = try Statement(
      database,
      """
      INSERT INTO requests(id, night, received_at, content_digest, late, run, features) VALUES (?, ?, ?, ?, ?, ?, ?)
      ON CONFLICT(id) DO NOTHING
      """)
    let selection = try Statement(
      database,
      "SELECT seq, night, received_at, content_digest, late, late_for, erasure FROM requests WHERE id = ?")
    let replacement = try Statement(
      database,
      """
      UPDATE requests SET night = ?2, received_at = ?3, content_digest = ?4, late = ?5, run = ?6, features = ?7
      WHERE seq = ?1
      """)
    let conflict = try Statement(database, "INSERT OR IGNORE INTO conflicts VALUES (?, ?, ?, ?)")
    self.insertion = insertion
    self.selection = selection
    self.replacement = replacement
    self.conflict = conflict
  }

  /// False where the id is there already.
  borrowing func insert(
    _ dated: DatedRequest, isLate: Bool, run: RunID?, features: UnsafeRawBufferPointer
  ) throws(StoreError) -> Bool {
    insertion.bind(1, dated.request.id)
    insertion.bind(2, dated.night)
    insertion.bind(3, dated.request.receivedAt)
    insertion.bind(4, digest: dated.request.contentDigest)
    insertion.bind(5, isLate)
    if let run { insertion.bind(6, run.rawValue) } else { insertion.bindNull(6) }
    insertion.bind(7, borrowed: features)
    try insertion.run()
    return insertion.changes == 1
  }

  borrowing func replace(
    _ seq: Int64, _ dated: DatedRequest, isLate: Bool, run: RunID?, features: UnsafeRawBufferPointer
  ) throws(StoreError) {
    replacement.bind(1, seq)
    replacement.bind(2, dated.night)
    replacement.bind(3, dated.request.receivedAt)
    replacement.bind(4, digest: dated.request.contentDigest)
    replacement.bind(5, isLate)
    if let run { replacement.bind(6, run.rawValue) } else { replacement.bindNull(6) }
    replacement.bind(7, borrowed: features)
    try replacement.run()
  }

  borrowing func stored(_ id: String) throws(StoreError) -> Stored? {
    selection.bind(1, id)
    guard try selection.step() else { return nil }
    let stored = Stored(
      seq: selection.integer(0), night: selection.night(1), receivedAt: selection.instant(2),
      digest: try selection.digest(3), isLate: selection.flag(4), lateFor: selection.optionalNight(5),
      isErased: selection.flag(6))
    selection.reset()
    return stored
  }

  borrowing func recordConflict(
    _ id: String, _ digest: Pseudonym, _ night: Night, _ receivedAt: Instant
  ) throws(StoreError) {
    conflict.bind(1, id)
    conflict.bind(2, digest: digest)
    conflict.bind(3, night)
    conflict.bind(4, receivedAt)
    try conflict.run()
  }
}
