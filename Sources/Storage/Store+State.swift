import GRDB
package import RequestModel

/// One version of a value of the state.
package struct StateValue: Hashable, Sendable {
  /// The night whose close wrote it.
  package var night: Night
  package var bytes: [UInt8]

  package init(night: Night, bytes: [UInt8]) {
    self.night = night
    self.bytes = bytes
  }
}

/// A value that a night writes; without bytes, the key has no value from that night on.
package struct StateChange: Hashable, Sendable {
  package var key: String
  package var bytes: [UInt8]?

  package init(key: String, bytes: [UInt8]?) {
    self.key = key
    self.bytes = bytes
  }
}

extension Store {
  /// The latest version of each key that a night before `night` wrote; keys without one are not in the answer.
  ///
  /// O(keys · log store).
  package func stateValues(_ keys: [String], before night: Night) throws(StoreError) -> [String: StateValue] {
    try read { database in
      let query = try Statement(
        database, "SELECT night, value FROM state WHERE key = ? AND night < ? ORDER BY night DESC LIMIT 1")
      query.bind(2, night)
      var values: [String: StateValue] = [:]
      values.reserveCapacity(keys.count)
      for key in keys {
        query.bind(1, key)
        if try query.step(), !query.isNull(1) {
          values[key] = StateValue(night: query.night(0), bytes: query.array(1))
        }
        query.reset()
      }
      return values
    }
  }

  package func stateValue(_ key: String, before night: Night) throws(StoreError) -> StateValue? {
    try stateValues([key], before: night)[key]
  }

  /// The values of all keys that start with `prefix` as the nights before `night` left them, by key bytes.
  ///
  /// O(versions of those keys).
  package func stateValues(
    withPrefix prefix: String, before night: Night
  ) throws(StoreError) -> [(key: String, value: StateValue)] {
    try read { database in
      let query = try Statement(
        database,
        """
        SELECT key, night, value FROM state WHERE key >= ?1 AND substr(key, 1, length(?1)) = ?1 AND night < ?2
          AND (?3 IS NULL OR key < ?3)
        ORDER BY key, night
        """)
      query.bind(1, prefix)
      query.bind(2, night)
      // The next text after all with this prefix bounds the search; a prefix that ends in the last scalar has none.
      if let bound = Store.upperBound(ofPrefix: prefix) { query.bind(3, bound) } else { query.bindNull(3) }
      var found: [(key: String, value: StateValue)] = []
      while try query.step() {
        let key = query.text(0)
        if found.last?.key == key { found.removeLast() }
        if !query.isNull(2) { found.append((key, StateValue(night: query.night(1), bytes: query.array(2)))) }
      }
      return found
    }
  }

  /// Calls `body` with every version that a night from `first` on wrote, and is kept, in no order; O(state).
  package func forEachStateVersion(
    from first: Night, _ body: (_ night: Night, _ key: String, _ value: UnsafeRawBufferPointer) -> Void
  ) throws(StoreError) {
    try read { database in
      let query = try Statement(database, "SELECT night, key, value FROM state WHERE night >= ? AND value IS NOT NULL")
      query.bind(1, first)
      while try query.step() { body(query.night(0), query.text(1), query.bytes(2)) }
    }
  }

  /// The first night of which no value of the state was ever pruned; nil where nothing was.
  package func stateKeptFrom() throws(StoreError) -> Night? {
    try setting(Store.stateKept).flatMap(Int32.init).map { Night(day: $0) }
  }

  /// A longer memory that is asked for later does not bring back what is gone.
  static func noteStateKept(_ database: Database, from first: Night) throws(StoreError) {
    let change = try Statement(
      database,
      """
      INSERT INTO settings VALUES (?1, ?2, \(SealedTable.settings.seal(over: "?1, ?2")))
      ON CONFLICT(key) DO UPDATE SET value = excluded.value, seal = excluded.seal
      WHERE CAST(value AS INTEGER) < CAST(excluded.value AS INTEGER)
      """)
    change.bind(1, Store.stateKept)
    change.bind(2, String(first.day))
    try change.run()
  }

  private static let stateKept = "state_kept_from_day"

  /// The nights of which values of the state were erased.
  package func nightsWithErasedState() throws(StoreError) -> Set<Night> {
    try read { database in
      let query = try Statement(database, "SELECT night FROM state_erasures")
      var nights: Set<Night> = []
      while try query.step() { nights.insert(query.night(0)) }
      return nights
    }
  }

  /// Writes the values outside a night's commit, as of `night`.
  package func putState(_ changes: [StateChange], night: Night) throws(StoreError) {
    try write { try Store.putState($0, changes, night: night) }
  }

  /// Deletes the versions of `keys` that no score of a night from `first` on needs: those older than the newest one
  /// before `first`.
  ///
  /// O(keys · log store + deleted).
  package func pruneState(_ keys: [String], keepingNightsFrom first: Night) throws(StoreError) {
    try write { try Store.pruneState($0, keys, keepingNightsFrom: first) }
  }

  static func putState(_ database: Database, _ changes: [StateChange], night: Night) throws(StoreError) {
    let insertion = try Statement(
      database,
      "INSERT INTO state(key, night, value) VALUES (?, ?, ?) ON CONFLICT(key, night) DO UPDATE SET value = excluded.value"
    )
    insertion.bind(2, night)
    for change in changes {
      insertion.bind(1, change.key)
      if let bytes = change.bytes { insertion.bind(3, bytes) } else { insertion.bindNull(3) }
      try insertion.run()
    }
  }

  /// A score of a night n reads versions before n, so the nights from `first` on need the newest version before `first`.
  static func pruneState(
    _ database: Database, _ keys: [String], keepingNightsFrom first: Night
  ) throws(StoreError) {
    let newest = try Statement(
      database, "SELECT night, value IS NULL FROM state WHERE key = ? AND night < ? ORDER BY night DESC LIMIT 1")
    let deletion = try Statement(database, "DELETE FROM state WHERE key = ? AND night < ?")
    newest.bind(2, first)
    for key in keys {
      newest.bind(1, key)
      guard try newest.step() else {
        newest.reset()
        continue
      }
      // A version that says "no value" says nothing once it is the oldest.
      let bound = newest.integer(0) + (newest.flag(1) ? 1 : 0)
      newest.reset()
      deletion.bind(1, key)
      deletion.bind(2, bound)
      try deletion.run()
    }
  }

  static func deleteState(
    _ database: Database, withPrefix prefix: String, before night: Night
  ) throws(StoreError) {
    guard let bound = upperBound(ofPrefix: prefix) else { return }
    let deletion = try Statement(database, "DELETE FROM state WHERE key >= ? AND key < ? AND night < ?")
    deletion.bind(1, prefix)
    deletion.bind(2, bound)
    deletion.bind(3, night)
    try deletion.run()
  }

  private static func upperBound(ofPrefix prefix: String) -> String? {
    var scalars = Array(prefix.unicodeScalars)
    while let last = scalars.popLast() {
      let next = last.value == 0xD7FF ? 0xE000 : last.value + 1
      guard let scalar = Unicode.Scalar(next) else { continue }
      scalars.append(scalar)
      return String(String.UnicodeScalarView(scalars))
    }
    return nil
  }
}
