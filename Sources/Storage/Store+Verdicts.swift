import GRDB
package import RequestModel

extension Store {
  /// Keeps verdicts, all or none.
  ///
  /// A verdict on a request that is not stored is kept too: its request may come later.
  package func record(_ verdicts: [StoredVerdict]) throws(StoreError) -> VerdictOutcome {
    try write { database in
      let insertion = try Statement(
        database,
        """
        INSERT INTO verdicts(seq, request_id, label, labelled_at, source, scenario, note, seal)
        SELECT next, ?1, ?2, ?3, ?4, ?5, ?6, \(SealedTable.verdicts.seal(over: "next, ?1, ?2, ?3, ?4, ?5, ?6"))
        FROM (SELECT coalesce(max(seq), 0) + 1 AS next FROM verdicts) WHERE true
        ON CONFLICT(request_id, labelled_at, label, source, scenario, note) DO NOTHING
        """)
      let known = try Statement(database, "SELECT 1 FROM requests WHERE id = ?")
      var outcome = VerdictOutcome()
      for verdict in verdicts {
        insertion.bind(1, verdict.requestID)
        insertion.bind(2, verdict.label.rawValue)
        insertion.bind(3, verdict.labelledAt)
        insertion.bind(4, verdict.source)
        insertion.bind(5, verdict.scenario)
        insertion.bind(6, verdict.note)
        try insertion.run()
        guard insertion.changes == 1 else {
          outcome.duplicate += 1
          continue
        }
        outcome.new += 1
        known.bind(1, verdict.requestID)
        if try !known.step() { outcome.unknownRequest += 1 }
        known.reset()
      }
      return outcome
    }
  }

  /// The verdict that holds for each request by what was known before `instant`, by bytes of the request id.
  ///
  /// The latest `labelledAt` holds; of several at the same instant a fraudulent one, then the smaller texts.
  package func verdicts(knownBy instant: Instant) throws(StoreError) -> [StoredVerdict] {
    let history = try verdicts(
      "WHERE labelled_at < ?1 ORDER BY request_id, \(Schema.verdictOrder)"
    ) { $0.bind(1, instant) }
    return Store.firstOfEachRequest(history)
  }

  /// The verdict that holds for each request by what the closes up to `night` took in, by bytes of the request id.
  package func verdicts(takenThrough night: Night) throws(StoreError) -> [StoredVerdict] {
    let history = try verdicts(
      "WHERE recorded_by_night <= ?1 ORDER BY request_id, \(Schema.verdictOrder)"
    ) { $0.bind(1, night) }
    return Store.firstOfEachRequest(history)
  }

  /// The verdicts that no close has taken in and that were given before `instant`, the end of the night to be closed; by
  /// (`labelledAt`, request id), so that of several on one request the last one holds.
  package func pendingVerdicts(before instant: Instant) throws(StoreError) -> [StoredVerdict] {
    try verdicts(
      """
      WHERE recorded_by_night IS NULL AND labelled_at < ?1
      ORDER BY labelled_at, request_id, label DESC, source DESC, scenario DESC, note DESC
      """
    ) { $0.bind(1, instant) }
  }

  /// The verdicts that the closes of these nights took in, in the order of `pendingVerdicts` night by night.
  package func verdicts(betweenCloses nights: ClosedRange<Night>) throws(StoreError) -> [StoredVerdict] {
    try verdicts(
      """
      WHERE recorded_by_night BETWEEN ?1 AND ?2
      ORDER BY recorded_by_night, labelled_at, request_id, label DESC, source DESC, scenario DESC, note DESC
      """
    ) {
      $0.bind(1, nights.lowerBound)
      $0.bind(2, nights.upperBound)
    }
  }

  /// All verdicts ever given on a request, the one that holds first.
  package func verdictHistory(of requestID: String) throws(StoreError) -> [StoredVerdict] {
    try verdicts("WHERE request_id = ?1 ORDER BY \(Schema.verdictOrder)") { $0.bind(1, requestID) }
  }

  /// The campaigns in which requests stood that are frauds by what was known before `instant`.
  ///
  /// O(verdicts that say so).
  package func campaigns(ofFraudsKnownBy instant: Instant) throws(StoreError) -> Set<String> {
    let named = try read { database in
      let query = try Statement(
        database,
        """
        SELECT r.id, s.campaign_id FROM verdicts v JOIN requests r ON r.id = v.request_id JOIN scores s ON s.seq = r.seq
        WHERE v.label = 'fraudulent' AND v.labelled_at < ?1 AND s.campaign_id IS NOT NULL
        """)
      query.bind(1, instant)
      var found: [String: String] = [:]
      while try query.step() { found[query.text(0)] = query.text(1) }
      return found
    }
    var campaigns: Set<String> = []
    for (id, campaign) in named where !campaigns.contains(campaign) {
      let holding = try verdictHistory(of: id).first { $0.labelledAt < instant }
      if holding?.label == .fraudulent { campaigns.insert(campaign) }
    }
    return campaigns
  }

  private static func firstOfEachRequest(_ history: [StoredVerdict]) -> [StoredVerdict] {
    var held: [StoredVerdict] = []
    for verdict in history where held.last?.requestID != verdict.requestID { held.append(verdict) }
    return held
  }

  private func verdicts(
    _ condition: String, _ bind: (borrowing Statement) -> Void
  ) throws(StoreError) -> [StoredVerdict] {
    try read { database in
      let query = try Statement(
        database,
        """
        SELECT seq, request_id, label, labelled_at, source, scenario, note, recorded_by_night FROM verdicts \(condition)
        """)
      bind(query)
      var found: [StoredVerdict] = []
      while try query.step() {
        guard let label = StoredVerdict.Label(rawValue: query.text(2)) else { throw StoreError.damaged }
        var verdict = StoredVerdict(
          requestID: query.text(1), label: label, labelledAt: query.instant(3), source: query.text(4),
          scenario: query.text(5), note: query.text(6))
        verdict.id = VerdictID(rawValue: query.integer(0))
        verdict.recordedByNight = query.optionalNight(7)
        found.append(verdict)
      }
      return found
    }
  }

  static func take(_ database: Database, _ ids: [VerdictID], with night: Night) throws(StoreError) {
    let update = try Statement(
      database, "UPDATE verdicts SET recorded_by_night = ? WHERE seq = ? AND recorded_by_night IS NULL")
    update.bind(1, night)
    for id in ids {
      update.bind(2, id.rawValue)
      try update.run()
    }
  }
}
