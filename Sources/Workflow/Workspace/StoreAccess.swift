import Foundation
import Statistics
package import Storage

/// Opening the store of a workspace, with errors that map to exit statuses.
package enum StoreAccess {
  /// Makes an empty store.
  static func create(path: String) throws(WorkflowError) {
    let store = try mapping(path) { () throws(StoreError) in try Store.open(path: path) }
    try mapping(path) { () throws(StoreError) in try store.close() }
  }

  /// Opens the store at `path`.
  ///
  /// - Throws: `storeMissing`, `storeDamaged`, `storeNewer`.
  package static func open(path: String) throws(WorkflowError) -> Store {
    guard FileManager.default.fileExists(atPath: path) else { throw .storeMissing(path: path) }
    return try mapping(path) { () throws(StoreError) in try Store.open(path: path) }
  }

  /// Opens the store at `path`; where there is none, makes an empty one and says so.
  package static func openOrMake(path: String, say: (String) -> Void) throws(WorkflowError) -> Store {
    if !FileManager.default.fileExists(atPath: path) { say("\(path): there was no store here; made an empty one.") }
    return try mapping(path) { () throws(StoreError) in try Store.open(path: path) }
  }

  /// Has what is written from now on sealed, where the key can be read.
  static func seal(_ store: Store, _ configuration: Configuration) throws(WorkflowError) {
    guard let key = try? WorkspaceKey.read(path: configuration.keyFile) else { return }
    try mapping(configuration.store) { () throws(StoreError) in try store.seal(with: RowSeal(key: key)) }
  }

  /// Runs `body` and says its errors as those of a run.
  package static func mapping<Value>(
    _ path: String, _ body: () throws(StoreError) -> Value
  ) throws(WorkflowError) -> Value {
    do { return try body() } catch { throw translated(error, path) }
  }

  /// Runs `body`; what the store throws in it becomes an error of the run, other errors pass.
  static func translating<Value>(_ path: String, _ body: () throws -> Value) throws -> Value {
    do { return try body() } catch let error as StoreError {
      throw translated(error, path)
    } catch is ByteReadingError {
      // A value of the state that no longer reads as what was written.
      throw translated(.damaged, path)
    }
  }

  /// Writes the file anew without what was erased from it.
  static func compact(_ store: Store, path: String) throws {
    do { try store.compact() } catch .diskFull {
      throw WorkflowError.outputUnwritable(
        path: path,
        reason:
          "what was to go is erased, but the disk has no room to write the file anew without it; make room and run "
          + "this again")
    }
  }

  private static func translated(_ error: StoreError, _ path: String) -> WorkflowError {
    switch error {
    case .newerVersion: .storeNewer(path: path)
    case .damaged, .notAStore, .chainBroken, .failed: .storeDamaged(path: path, reason: error.description)
    case .busy: .storeLocked(store: path, holder: nil)
    case .diskFull:
      .outputUnwritable(
        path: path, reason: "the disk is full; make room and run again, what was unfinished was not kept")
    case .cannotOpen:
      .outputUnwritable(
        path: path,
        reason: "check that its folder is there, and that it, the folder and the files beside it may be written to")
    case .outOfOrder, .nightChanged, .unknownRequest: .defect(error.description)
    }
  }
}
