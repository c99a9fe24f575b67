import GRDB

extension Store {
  /// What is in force under `key`: a model, a threshold.
  package func setting(_ key: String) throws(StoreError) -> String? {
    try read { database in
      let query = try Statement(database, "SELECT value FROM settings WHERE key = ?")
      query.bind(1, key)
      return try query.step() ? query.text(0) : nil
    }
  }

  /// Puts a value in force; nil takes it out of force.
  package func set(_ key: String, to value: String?) throws(StoreError) {
    try write { try Store.set($0, key, value) }
  }

  static func set(_ database: Database, _ key: String, _ value: String?) throws(StoreError) {
    let change = try Statement(
      database,
      value == nil
        ? "DELETE FROM settings WHERE key = ?1"
        : "INSERT OR REPLACE INTO settings VALUES (?1, ?2, \(SealedTable.settings.seal(over: "?1, ?2")))")
    change.bind(1, key)
    if let value { change.bind(2, value) }
    try change.run()
  }
}
