import GRDB
package import RequestModel

extension Store {
  /// The scores of the requests of `night`, late ones included, by (`receivedAt`, bytes of the id).
  package func scores(of night: Night) throws(StoreError) -> [StoredScore] {
    try scores("WHERE r.night = ?1 ORDER BY r.received_at, r.id") { $0.bind(1, night) }
  }

  /// The scores that the close of `night` wrote: its own on-time requests and the late ones taught with it, by
  /// (`receivedAt`, bytes of the id).
  package func scores(closedWith night: Night) throws(StoreError) -> [StoredScore] {
    try scores(
      """
      WHERE r.seq IN (
        SELECT seq FROM requests WHERE night = ?1 AND late = 0
        UNION ALL SELECT seq FROM requests WHERE late = 1 AND late_for = ?1)
      ORDER BY r.received_at, r.id
      """
    ) { $0.bind(1, night) }
  }

  /// The scores of what an account sent in these nights, late ones left out, by (`receivedAt`, bytes of the id).
  ///
  /// O(scores of the account in those nights).
  package func scores(
    ofSender sender: String, agency: String, in nights: ClosedRange<Night>
  ) throws(StoreError) -> [StoredScore] {
    try scores(
      """
      WHERE s.sender = ?1 AND s.agency_id = ?2 AND s.night BETWEEN ?3 AND ?4 AND r.late = 0 ORDER BY r.received_at, r.id
      """
    ) {
      $0.bind(1, sender)
      $0.bind(2, agency)
      $0.bind(3, nights.lowerBound)
      $0.bind(4, nights.upperBound)
    }
  }

  /// The score of one request; nil where it is unknown or not scored.
  package func score(of requestID: String) throws(StoreError) -> StoredScore? {
    try scores("WHERE r.id = ?1") { $0.bind(1, requestID) }.first
  }

  /// The alerts without a verdict, heaviest first, then by bytes of the id.
  package func openAlerts() throws(StoreError) -> [StoredScore] {
    try scores(
      """
      WHERE s.seq IN (SELECT seq FROM open_alerts)
      ORDER BY s.evidence DESC, r.id
      """
    ) { _ in }
  }

  /// How many alerts that the closes before that of `night` raised have no verdict: a late one came with the night that
  /// it was taught with.
  package func openAlertCount(before night: Night) throws(StoreError) -> Int {
    try read { database in
      let query = try Statement(
        database,
        """
        SELECT count(*) FROM open_alerts a JOIN requests r ON r.seq = a.seq
        WHERE a.night < ?1 AND (r.late_for IS NULL OR r.late_for < ?1)
        """)
      query.bind(1, night)
      return try query.step() ? Int(query.integer(0)) : 0
    }
  }

  /// The alerts of the requests of these nights, by (night, rank, bytes of the id).
  package func alerts(in nights: ClosedRange<Night>) throws(StoreError) -> [StoredScore] {
    try scores("WHERE s.alert = 1 AND r.night BETWEEN ?1 AND ?2 ORDER BY r.night, s.rank, r.id") {
      $0.bind(1, nights.lowerBound)
      $0.bind(2, nights.upperBound)
    }
  }

  /// Calls `body` with the scores of each of these nights that has any, in order of nights; `body` may use the store.
  package func forEachNightOfScores(
    from first: Night, to last: Night, _ body: (Night, [StoredScore]) throws -> Void
  ) throws {
    var after = Int64(first.day) - 1
    while true {
      let night = try read { database in
        let next = try Statement(database, "SELECT min(night) FROM requests WHERE night > ? AND night <= ?")
        next.bind(1, after)
        next.bind(2, last)
        return try next.step() ? next.optionalNight(0) : nil
      }
      guard let night else { return }
      let found = try scores(of: night)
      if !found.isEmpty { try body(night, found) }
      after = Int64(night.day)
    }
  }

  private func scores(
    _ condition: String, _ bind: (borrowing Statement) -> Void
  ) throws(StoreError) -> [StoredScore] {
    try read { database in
      let query = try Statement(
        database,
        """
        SELECT r.id, r.night, r.received_at, r.late, s.agency_id, s.sender, s.evidence, s.score, s.p_value, s.certified,
          s.missing, s.probability, s.rank, s.alert, s.held, s.campaign_id, s.model, s.baseline_night, s.digest,
          s.contributions, s.reasons, s.seal
        FROM requests r JOIN scores s ON s.seq = r.seq \(condition)
        """)
      bind(query)
      var found: [StoredScore] = []
      while try query.step() { found.append(try Store.score(query)) }
      return found
    }
  }

  private static func score(_ row: borrowing Statement) throws(StoreError) -> StoredScore {
    var score = StoredScore(
      requestID: row.text(0), night: row.night(1), receivedAt: row.instant(2), agencyID: row.text(4),
      sender: row.text(5), evidence: row.integer(6), score: row.real(7), pValue: row.real(8), isCertified: row.flag(9),
      missingForCertificate: Int(row.integer(10)), probability: row.isNull(11) ? nil : row.real(11),
      rank: Int(row.integer(12)), isAlert: row.flag(13), isHeld: row.flag(14), campaignID: row.optionalText(15),
      model: row.text(16), baselineNight: row.optionalNight(17), isLate: row.flag(3), digest: row.array(18),
      contributions: try StoredScore.contributions(fromJSON: row.bytes(19)), reasons: row.optionalText(20))
    score.seal = row.array(21)
    return score
  }

  /// - Throws: `unknownRequest` where a request is not stored, not to be judged with this night, or scored already.
  static func insert(
    _ scores: [StoredScore], closing night: Night, into database: Database
  ) throws(StoreError) {
    let insertion = try Statement(
      database,
      """
      INSERT INTO scores(seq, agency_id, sender, evidence, score, p_value, certified, missing, probability, rank, alert,
        held, campaign_id, model, baseline_night, digest, contributions, reasons, night, seal)
      SELECT seq, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, night, ?20 FROM requests
      WHERE id = ?1 AND (CASE late WHEN 0 THEN night ELSE late_for END) = ?19
      ON CONFLICT(seq) DO NOTHING
      """)
    insertion.bind(19, night)
    var writer = ByteWriter()
    for score in scores {
      insertion.bind(1, score.requestID)
      insertion.bind(2, score.agencyID)
      insertion.bind(3, score.sender)
      insertion.bind(4, score.evidence)
      insertion.bind(5, score.score)
      insertion.bind(6, score.pValue)
      insertion.bind(7, score.isCertified)
      insertion.bind(8, score.missingForCertificate)
      if let probability = score.probability { insertion.bind(9, probability) } else { insertion.bindNull(9) }
      insertion.bind(10, score.rank)
      insertion.bind(11, score.isAlert)
      insertion.bind(12, score.isHeld)
      if let campaign = score.campaignID { insertion.bind(13, campaign) } else { insertion.bindNull(13) }
      insertion.bind(14, score.model)
      if let baseline = score.baselineNight { insertion.bind(15, baseline) } else { insertion.bindNull(15) }
      insertion.bind(16, score.digest)
      writer.removeAll()
      score.writeContributions(into: &writer)
      insertion.bind(17, borrowedText: writer.bytes)
      if let reasons = score.reasons { insertion.bind(18, reasons) } else { insertion.bindNull(18) }
      insertion.bind(20, score.seal)
      try insertion.run()
      guard insertion.changes == 1 else { throw .unknownRequest }
    }
  }
}

extension Store {
  /// The requests of these nights that teach nothing, by (night, `receivedAt`, bytes of the id).
  package func heldScores(in nights: ClosedRange<Night>) throws(StoreError) -> [StoredScore] {
    try scores("WHERE s.held = 1 AND r.night BETWEEN ?1 AND ?2 ORDER BY r.night, r.received_at, r.id") {
      $0.bind(1, nights.lowerBound)
      $0.bind(2, nights.upperBound)
    }
  }
}
