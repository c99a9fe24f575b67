import GRDB
package import RequestModel

extension Store {
  /// The latest closed night.
  package func closedThrough() throws(StoreError) -> Night? {
    try read { try Store.closedThrough($0) }
  }

  package func night(_ night: Night) throws(StoreError) -> StoredNight? {
    try nights(in: night...night).first
  }

  /// The closed nights of a range, in order; nights that were skipped as empty have no row.
  package func nights(in range: ClosedRange<Night>) throws(StoreError) -> [StoredNight] {
    try read { database in
      let query = try Statement(
        database,
        """
        SELECT night, skipped, requests, late, alerts, held, previous_chain, requests_digest, scores_digest,
          state_digest, model_digest, configuration_digest, chain, health, ledger_digest
        FROM nights WHERE night BETWEEN ? AND ? ORDER BY night
        """)
      query.bind(1, range.lowerBound)
      query.bind(2, range.upperBound)
      var nights: [StoredNight] = []
      while try query.step() {
        nights.append(
          StoredNight(
            night: query.night(0), skipped: Int(query.integer(1)),
            counts: StoredNight.Counts(
              requests: Int(query.integer(2)), late: Int(query.integer(3)), alerts: Int(query.integer(4)),
              held: Int(query.integer(5))),
            digests: StoredNight.Digests(
              previousChain: query.array(6), requests: query.array(7), scores: query.array(8), state: query.array(9),
              model: query.array(10), configuration: query.array(11), ledger: query.array(14), chain: query.array(12)),
            health: query.optionalText(13)))
      }
      return nights
    }
  }

  /// Closes a night: scores, state, verdict effects and the link of the chain, all or nothing.
  ///
  /// O(rows of the commit · log store), whatever the history.
  ///
  /// - Throws: `outOfOrder` where an earlier night with requests is open or this one is closed; `nightChanged` where the
  ///   stored requests are not those that were judged; `chainBroken`, `unknownRequest`, and the errors of the disk.
  package func commitNight(_ commit: NightCommit) throws(StoreError) {
    try write { database in
      let night = commit.night.night
      try Store.requireNext(database, commit.night)
      try Store.requireUnchanged(database, commit)
      try Store.teach(database, commit.lateRequestIDs, with: night)
      try Store.insert(commit.scores, closing: night, into: database)
      try Store.putState(database, commit.state, night: night)
      if let first = commit.keepStateFrom {
        try Store.pruneState(database, commit.state.map(\.key), keepingNightsFrom: first)
        try Store.noteStateKept(database, from: first)
        for expired in commit.expiredState {
          try Store.deleteState(database, withPrefix: expired.prefix, before: min(first, expired.before))
        }
      }
      try Store.take(database, commit.takenVerdicts, with: night)
      try Store.insert(commit.lessons, into: database)
      try Store.insert(commit.restatements, into: database)
      try Store.upsert(commit.campaigns, into: database)
      try Store.insert(commit.campaignDigests, night: night, into: database)
      for (key, value) in commit.settings.sorted(by: { $0.key < $1.key }) {
        try Store.set(database, key, value)
      }
      try Store.insert(commit.night, into: database)
    }
  }

  private static func requireNext(_ database: Database, _ night: StoredNight) throws(StoreError) {
    let closed = try closedThrough(database)
    if let closed, night.night <= closed { throw .outOfOrder(night.night) }
    if let pending = try firstPendingNight(database), pending < night.night { throw .outOfOrder(night.night) }
    let last = try Statement(database, "SELECT chain FROM nights ORDER BY night DESC LIMIT 1")
    let chain = try last.step() ? last.array(0) : []
    guard chain == night.digests.previousChain else { throw .chainBroken(night.night) }
  }

  private static func requireUnchanged(_ database: Database, _ commit: NightCommit) throws(StoreError) {
    let count = try Statement(database, "SELECT count(*) FROM requests WHERE night = ? AND late = 0 AND erasure = 0")
    count.bind(1, commit.night.night)
    let onTime = try count.step() ? Int(count.integer(0)) : 0
    guard onTime == commit.scores.count - commit.lateRequestIDs.count else { throw .nightChanged(commit.night.night) }
  }

  private static func teach(_ database: Database, _ ids: [String], with night: Night) throws(StoreError) {
    let update = try Statement(
      database,
      "UPDATE requests SET late_for = ? WHERE id = ? AND late = 1 AND late_for IS NULL AND erasure = 0")
    update.bind(1, night)
    for id in ids {
      update.bind(2, id)
      try update.run()
      guard update.changes == 1 else { throw .unknownRequest }
    }
  }

  private static func insert(_ night: StoredNight, into database: Database) throws(StoreError) {
    let insertion = try Statement(
      database,
      """
      INSERT INTO nights(night, skipped, requests, late, alerts, held, previous_chain, requests_digest, scores_digest,
        state_digest, model_digest, configuration_digest, chain, health, ledger_digest)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """)
    insertion.bind(1, night.night)
    insertion.bind(2, night.skipped)
    insertion.bind(3, night.counts.requests)
    insertion.bind(4, night.counts.late)
    insertion.bind(5, night.counts.alerts)
    insertion.bind(6, night.counts.held)
    insertion.bind(7, night.digests.previousChain)
    insertion.bind(8, night.digests.requests)
    insertion.bind(9, night.digests.scores)
    insertion.bind(10, night.digests.state)
    insertion.bind(11, night.digests.model)
    insertion.bind(12, night.digests.configuration)
    insertion.bind(13, night.digests.chain)
    if let health = night.health { insertion.bind(14, health) } else { insertion.bindNull(14) }
    insertion.bind(15, night.digests.ledger)
    try insertion.run()
  }
}
