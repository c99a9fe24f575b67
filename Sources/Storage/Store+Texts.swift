import GRDB
package import RequestModel

extension Store {
  /// The packed wording of a request; nil where it is not kept.
  package func text(of requestID: String) throws(StoreError) -> [UInt8]? {
    try read { database in
      let query = try Statement(
        database, "SELECT text FROM texts WHERE seq = (SELECT seq FROM requests WHERE id = ?)")
      query.bind(1, requestID)
      return try query.step() ? query.array(0) : nil
    }
  }

  /// Deletes the wording of the requests of closed nights before `night`; everything else of them stays.
  ///
  /// O(texts kept).
  package func dropTexts(before night: Night) throws(StoreError) -> ErasureOutcome {
    try write { database in
      try Store.overwriteWhatIsFreed(database)
      var outcome = ErasureOutcome()
      let deletion = try Statement(
        database,
        """
        DELETE FROM texts WHERE seq IN (
          SELECT r.seq FROM texts t JOIN requests r ON r.seq = t.seq
          WHERE r.night < ?1 AND r.night <= (SELECT max(night) FROM nights) AND (r.late = 0 OR r.late_for IS NOT NULL))
        """)
      deletion.bind(1, night)
      try deletion.run()
      outcome.texts = deletion.changes
      return outcome
    }
  }
}
