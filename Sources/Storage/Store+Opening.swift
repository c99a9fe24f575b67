import Foundation
import GRDB

extension Store {
  /// Opens the store at `path`, and creates it (mode 0600, like its write-ahead log) where there is none.
  ///
  /// - Throws: `notAStore`, `newerVersion`, `damaged`, `cannotOpen`, `busy`, `diskFull`.
  package static func open(path: String, busySeconds: Double = 5) throws(StoreError) -> Store {
    try createFile(path)
    do {
      var configuration = Store.configuration(busySeconds: busySeconds)
      configuration.prepareDatabase { database in
        // Before the first write, so that another program's file is left as it is.
        try requireStoreOrEmpty(database)
        try database.execute(
          sql: """
            PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA wal_autocheckpoint = 4096;
            PRAGMA journal_size_limit = 67108864
            """)
      }
      return try prepared(DatabaseQueue(path: path, configuration: configuration))
    } catch { throw StoreError(error) }
  }

  /// A private store for one run, in a file that has no name any more when this returns.
  ///
  /// It goes with the store, or with the process, however that ends. Nothing waits for the disk.
  package static func temporary(directory: String) throws(StoreError) -> Store {
    let path = "\(directory)/countersign-\(UUID().uuidString).sqlite"
    try createFile(path)
    defer { unlink(path) }
    do {
      var configuration = Store.configuration(busySeconds: 0)
      configuration.prepareDatabase { database in
        // Nobody else writes into it, so that no value needs to be checked; larger pages take more requests each.
        try database.execute(
          sql: """
            PRAGMA locking_mode = EXCLUSIVE; PRAGMA journal_mode = MEMORY; PRAGMA synchronous = OFF;
            PRAGMA ignore_check_constraints = ON; PRAGMA page_size = 16384
            """)
      }
      return try prepared(DatabaseQueue(path: path, configuration: configuration), waitsForDisk: false)
    } catch { throw StoreError(error) }
  }

  /// A store that no file holds.
  package static func inMemory() throws(StoreError) -> Store {
    do {
      return try prepared(DatabaseQueue(configuration: Store.configuration(busySeconds: 0)))
    } catch { throw StoreError(error) }
  }

  private static func configuration(busySeconds: Double) -> Configuration {
    var configuration = Configuration()
    configuration.busyMode = .timeout(busySeconds)
    configuration.label = "countersign.store"
    configuration.prepareDatabase { database in
      try SealFunction.add(nil, to: database)
      // Pages of 8 KiB waste less on requests of 1 or 2 KB than SQLite's 4 KiB; 16 MiB of them are cached, whatever the
      // size of the file. A night frees as many pages as it writes: they are not written over first, as Debian's SQLite
      // would. What has to go from the file goes with `compact`.
      try database.execute(
        sql: """
          PRAGMA page_size = 8192; PRAGMA cache_size = -16384; PRAGMA temp_store = MEMORY; PRAGMA secure_delete = FAST
          """)
    }
    return configuration
  }

  private static func prepared(_ queue: DatabaseQueue, waitsForDisk: Bool = true) throws -> Store {
    try queue.read { database in
      try requireStoreOrEmpty(database)
      if try Schema.migrator.hasBeenSuperseded(database) { throw StoreError.newerVersion }
    }
    if try queue.read({ try !Schema.migrator.hasCompletedMigrations($0) }) {
      try queue.writeWithoutTransaction { try $0.execute(sql: "PRAGMA application_id = \(Schema.applicationID)") }
      try Schema.migrator.migrate(queue)
    }
    return Store(queue: queue, waitsForDisk: waitsForDisk)
  }

  /// - Throws: `notAStore` for another program's database, `newerVersion` for a later schema.
  private static func requireStoreOrEmpty(_ database: Database) throws {
    let application = try Int64.fetchOne(database, sql: "PRAGMA application_id") ?? 0
    guard application == Schema.applicationID else {
      let objects = try Int64.fetchOne(database, sql: "SELECT count(*) FROM sqlite_schema") ?? 0
      guard application == 0, objects == 0 else { throw StoreError.notAStore }
      return
    }
    let version = try Int64.fetchOne(database, sql: "PRAGMA user_version") ?? 0
    guard version <= Schema.version else { throw StoreError.newerVersion }
  }

  /// Makes an empty file that only its owner reads, before SQLite can make one that others read.
  private static func createFile(_ path: String) throws(StoreError) {
    let descriptor = Foundation.open(path, O_CREAT | O_EXCL | O_RDWR | O_CLOEXEC, 0o600)
    if descriptor >= 0 {
      Foundation.close(descriptor)
      return
    }
    guard errno == EEXIST else { throw errno == ENOSPC || errno == EDQUOT ? .diskFull : .cannotOpen }
  }
}
