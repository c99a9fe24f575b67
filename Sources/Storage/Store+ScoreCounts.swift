import GRDB
package import RequestModel

/// What reports count of a score.
package struct ScoreMark: Hashable, Sendable {
  package var night: Night
  package var requestID: String
  package var agencyID: String
  package var campaignID: String?
  package var pValue: Double
  package var isHeld: Bool
  package var isAlert: Bool
}

extension Store {
  /// All scores there are.
  package func scoreCount() throws(StoreError) -> Int {
    try read { database in
      let query = try Statement(database, "SELECT count(*) FROM scores")
      return try query.step() ? Int(query.integer(0)) : 0
    }
  }

  /// Calls `body` with the marks of the scores of these nights, late ones included, by night; `body` may not use the store.
  ///
  /// O(scores of those nights), without reading what the evidence consists of.
  package func forEachScoreMark(
    from first: Night, to last: Night, _ body: (ScoreMark) -> Void
  ) throws(StoreError) {
    try read { database in
      let query = try Statement(
        database,
        """
        SELECT r.night, r.id, s.agency_id, s.campaign_id, s.p_value, s.held, s.alert
        FROM requests r JOIN scores s ON s.seq = r.seq
        WHERE r.night BETWEEN ? AND ? ORDER BY r.night
        """)
      query.bind(1, first)
      query.bind(2, last)
      while try query.step() {
        body(
          ScoreMark(
            night: query.night(0), requestID: query.text(1), agencyID: query.text(2),
            campaignID: query.optionalText(3), pValue: query.real(4), isHeld: query.flag(5), isAlert: query.flag(6)))
      }
    }
  }
}
