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

  /// All settings in force.
  package func settings() throws(StoreError) -> [String: String] { try pairs("SELECT key, value FROM settings") }

  /// Puts a value in force; nil takes it out of force.
  package func set(_ key: String, to value: String?) throws(StoreError) {
    try write { try Store.set($0, key, value) }
  }

  /// Facts about the file itself: who created it and when.
  package func meta() throws(StoreError) -> [String: String] { try pairs("SELECT key, value FROM meta") }

  /// Notes a fact about the file; a fact that stands is not changed.
  package func noteMeta(_ key: String, _ value: String) throws(StoreError) {
    try write { database in
      let insertion = try Statement(database, "INSERT OR IGNORE INTO meta VALUES (?, ?)")
      insertion.bind(1, key)
      insertion.bind(2, value)
      try insertion.run()
    }
  }

  private func pairs(_ sql: String) throws(StoreError) -> [String: String] {
    try read { database in
      let query = try Statement(database, sql)
      var found: [String: String] = [:]
      while try query.step() { found[query.text(0)] = query.text(1) }
      return found
    }
  }

  static func set(_ database: Database, _ key: String, _ value: String?) throws(StoreError) {
    let change = try Statement(
      database,
      value == nil ? "DELETE FROM settings WHERE key = ?1" : "INSERT OR REPLACE INTO settings VALUES (?1, ?2)")
    change.bind(1, key)
    if let value { change.bind(2, value) }
    try change.run()
  }
}
