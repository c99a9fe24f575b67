import GRDB
package import RequestModel

/// How much an erasure or a retention rule took away.
package struct ErasureOutcome: Hashable, Sendable {
  /// Requests whose features are gone.
  package var requests = 0
  /// Scores whose sender, reasons or contributions are gone.
  package var scores = 0
  /// Versions of state values that are gone.
  package var stateVersions = 0
  /// Texts that are gone.
  package var texts = 0

  package init() {}
}

extension Store {
  /// Erases a sender: features of its requests, its name in their scores, the reasons, the notes of verdicts.
  ///
  /// Ids, times, digests and evidence stay, so that the chain of nights stays whole; a request that no night has judged
  /// yet will not be judged. `stateKeys` are the values of the state that speak of the sender.
  /// Call `compact` afterwards, so that the bytes leave the file too. O(store).
  package func forget(sender: String, stateKeys: [String] = []) throws(StoreError) -> ErasureOutcome {
    try forget(stateKeys, matching: { $0.sender == sender }) { database in
      let query = try Statement(database, "SELECT seq FROM scores WHERE sender = ?")
      query.bind(1, sender)
      return try Store.integers(query)
    }
  }

  /// Erases every request that asks about `target`, as `forget(sender:)` does.
  ///
  /// A request whose features retention has dropped holds no target any more. O(store).
  package func forget(target: Pseudonym, stateKeys: [String] = []) throws(StoreError) -> ErasureOutcome {
    try forget(stateKeys, matching: { $0.targets.contains { $0.value == target } }) { _ in [] }
  }

  /// Drops the features, and the texts, of requests of nights before `night` that have been taught; their scores stay.
  ///
  /// O(rows dropped).
  package func dropFeatures(before night: Night) throws(StoreError) -> ErasureOutcome {
    try write { database in
      try Store.overwriteWhatIsFreed(database)
      var outcome = ErasureOutcome()
      let isTaught =
        "night < ?1 AND night <= (SELECT max(night) FROM nights) AND erasure = 0 AND (late = 0 OR late_for IS NOT NULL)"
      let text = try Statement(
        database, "DELETE FROM texts WHERE seq IN (SELECT seq FROM requests WHERE \(isTaught))")
      text.bind(1, night)
      try text.run()
      outcome.texts = text.changes
      let update = try Statement(
        database,
        """
        UPDATE requests SET features = NULL, erasure = 1,
          seal = \(SealedTable.requests.seal(over: "id, night, received_at, content_digest, run, 1, NULL"))
        WHERE \(isTaught)
        """)
      update.bind(1, night)
      try update.run()
      outcome.requests = update.changes
      return outcome
    }
  }

  /// Drops reasons and contributions of the scores of nights before `night`; evidence and rank stay.
  ///
  /// O(nights before it).
  package func dropScoreDetails(before night: Night) throws(StoreError) -> ErasureOutcome {
    try write { database in
      try Store.overwriteWhatIsFreed(database)
      var outcome = ErasureOutcome()
      let update = try Statement(
        database,
        """
        UPDATE scores SET reasons = NULL, contributions = '{}'
        WHERE seq IN (SELECT seq FROM requests WHERE night < ?) AND (reasons IS NOT NULL OR contributions <> '{}')
        """)
      update.bind(1, night)
      try update.run()
      outcome.scores = update.changes
      return outcome
    }
  }

  /// Deletes all state versions that no score of a night from `first` on needs, of every key.
  ///
  /// O(state). A night's commit prunes the keys it writes; this is for keys that fell silent.
  package func sweepState(keepingNightsFrom first: Night) throws(StoreError) -> ErasureOutcome {
    try write { database in
      var outcome = ErasureOutcome()
      let deletion = try Statement(
        database,
        """
        DELETE FROM state WHERE night < ?1 AND EXISTS (
          SELECT 1 FROM state newer
          WHERE newer.key = state.key AND newer.night > state.night AND newer.night < ?1)
        """)
      deletion.bind(1, first)
      try deletion.run()
      outcome.stateVersions = deletion.changes
      let silent = try Statement(database, "DELETE FROM state WHERE night < ? AND value IS NULL")
      silent.bind(1, first)
      try silent.run()
      outcome.stateVersions += silent.changes
      try Store.noteStateKept(database, from: first)
      return outcome
    }
  }

  /// The content digests of the on-time requests of `night` and of the late ones taught with it, by (`receivedAt`, bytes
  /// of the id): what the chain of nights was made of, erased ones included.
  package func requestDigests(
    closedWith night: Night
  ) throws(StoreError) -> [(requestID: String, digest: Pseudonym, isErased: Bool)] {
    try read { database in
      let query = try Statement(
        database,
        """
        SELECT id, content_digest, erasure FROM requests WHERE seq IN (
          SELECT seq FROM requests WHERE night = ?1 AND late = 0 AND erasure <> 2
          UNION ALL SELECT seq FROM requests WHERE late = 1 AND late_for = ?1)
        ORDER BY received_at, id
        """)
      query.bind(1, night)
      var found: [(requestID: String, digest: Pseudonym, isErased: Bool)] = []
      while try query.step() { found.append((query.text(0), try query.digest(1), query.flag(2))) }
      return found
    }
  }

  private func forget(
    _ stateKeys: [String], matching: (Request) -> Bool, alsoScored: (Database) throws -> [Int64]
  ) throws(StoreError) -> ErasureOutcome {
    try write { database in
      try Store.overwriteWhatIsFreed(database)
      var rows = Set(try alsoScored(database))
      let scan = try Statement(database, "SELECT seq, features FROM requests WHERE features IS NOT NULL")
      while try scan.step() {
        if matching(try RequestCodec.decode(scan.bytes(1))) { rows.insert(scan.integer(0)) }
      }
      var outcome = ErasureOutcome()
      try Store.erase(database, rows.sorted(), &outcome)
      let count = try Statement(
        database,
        """
        INSERT INTO state_erasures SELECT night, 1, \(SealedTable.stateErasures.seal(over: "night, 1")) FROM state WHERE key = ?
        ON CONFLICT(night) DO UPDATE SET versions = versions + 1,
          seal = \(SealedTable.stateErasures.seal(over: "night, versions + 1"))
        """)
      let deletion = try Statement(database, "DELETE FROM state WHERE key = ?")
      for key in stateKeys {
        count.bind(1, key)
        try count.run()
        deletion.bind(1, key)
        try deletion.run()
        outcome.stateVersions += deletion.changes
      }
      return outcome
    }
  }

  /// From now on this connection writes zeros over what it deletes.
  static func overwriteWhatIsFreed(_ database: Database) throws {
    _ = try Int64.fetchOne(database, sql: "PRAGMA secure_delete = ON")
  }

  private static func erase(
    _ database: Database, _ rows: [Int64], _ outcome: inout ErasureOutcome
  ) throws(StoreError) {
    let request = try Statement(
      database,
      """
      UPDATE requests SET features = NULL, run = NULL, erasure = CASE
        WHEN late_for IS NOT NULL THEN 1
        WHEN late = 0 AND night <= (SELECT max(night) FROM nights) THEN 1 ELSE 2 END
      WHERE seq = ? AND erasure = 0
      """)
    let text = try Statement(database, "DELETE FROM texts WHERE seq = ?")
    let score = try Statement(database, "UPDATE scores SET sender = '', reasons = NULL WHERE seq = ?")
    // Verdicts that differ in their notes alone stay as many as they were: the chain of nights counts them.
    let verdict = try Statement(
      database,
      """
      UPDATE verdicts SET note = CASE WHEN EXISTS (
        SELECT 1 FROM verdicts v WHERE v.seq < verdicts.seq AND (v.request_id, v.labelled_at, v.label, v.source, v.scenario)
          = (verdicts.request_id, verdicts.labelled_at, verdicts.label, verdicts.source, verdicts.scenario))
        THEN 'erased ' || seq ELSE '' END
      WHERE request_id = (SELECT id FROM requests WHERE seq = ?)
      """)
    let requestSeal = try Statement(database, SealedTable.requests.sealing(where: "seq = ?"))
    let verdictSeal = try Statement(
      database, SealedTable.verdicts.sealing(where: "request_id = (SELECT id FROM requests WHERE seq = ?)"))
    for row in rows {
      request.bind(1, row)
      try request.run()
      if request.changes > 0 {
        outcome.requests += request.changes
        requestSeal.bind(1, row)
        try requestSeal.run()
      }
      text.bind(1, row)
      try text.run()
      outcome.texts += text.changes
      score.bind(1, row)
      try score.run()
      outcome.scores += score.changes
      verdict.bind(1, row)
      try verdict.run()
      if verdict.changes > 0 {
        verdictSeal.bind(1, row)
        try verdictSeal.run()
      }
    }
  }

  private static func integers(_ query: borrowing Statement) throws(StoreError) -> [Int64] {
    var found: [Int64] = []
    while try query.step() { found.append(query.integer(0)) }
    return found
  }
}
