import Storage

/// A store that a command looks at, or changes in one short transaction.
enum DeskStore {
  /// Opens the store to look at it; runs that write may go on meanwhile.
  static func read<Value>(_ options: RunOptions, _ body: (Store, Configuration) throws -> Value) throws -> Value {
    let configuration = try options.configuration()
    let store = try StoreAccess.open(path: configuration.store)
    try StoreAccess.seal(store, configuration)
    return try StoreAccess.translating(configuration.store) { try body(store, configuration) }
  }

  /// Opens the store to look at what people wrote: runs that write may go on, and the look stands in the journal.
  static func readOnRecord<Value>(
    _ options: RunOptions, _ body: (Store, Configuration) throws -> (Value, [String: Int])
  ) throws -> Value {
    try read(options) { store, configuration in
      let journal = try RunJournal(store: store, path: configuration.store, options: options)
      return try journal.record {
        let (value, counts) = try body(store, configuration)
        return (value, .done, counts)
      }
    }
  }

  /// Opens the store to change it, under the lock and with a line in the journal.
  static func write<Value>(
    _ options: RunOptions, _ body: (Store, Configuration) throws -> (Value, [String: Int])
  ) throws -> Value {
    let configuration = try options.configuration()
    _ = try StoreAccess.open(path: configuration.store)
    let lock = try RunLock(store: configuration.store, command: options.command)
    let store = try StoreAccess.open(path: configuration.store)
    try StoreAccess.seal(store, configuration)
    let journal = try RunJournal(store: store, path: configuration.store, options: options)
    let value = try journal.record { () throws in
      let (value, counts) = try body(store, configuration)
      return (value, .done, counts)
    }
    _ = consume lock
    return value
  }
}
