import GRDB
import GRDBSQLite
package import RequestModel

/// Why the store could not do what it was asked.
package enum StoreError: Error, Hashable, Sendable, CustomStringConvertible {
  /// SQLite found the file inconsistent, or a stored value cannot be read back.
  case damaged
  /// The file was written by a newer program.
  case newerVersion
  /// The file is something else.
  case notAStore
  case diskFull
  /// Another process writes.
  case busy
  /// Missing folder or permission, or a read-only file.
  case cannotOpen
  /// A night may be committed only after every night before it.
  case outOfOrder(Night)
  /// Requests came between reading a night and committing it.
  case nightChanged(Night)
  /// The commit names another previous chain digest than the store holds.
  case chainBroken(Night)
  /// A score or a late request names a request that the store does not have, or that is scored already.
  case unknownRequest
  /// SQLite's extended result code.
  case failed(code: Int32)

  package var description: String {
    switch self {
    case .damaged: "The store is damaged; restore it from a backup, or build it again from the logs."
    case .newerVersion: "The store was written by a newer version; use that version."
    case .notAStore: "The file is not a Countersign store; name another file."
    case .diskFull: "The disk is full; make room and run again, nothing was changed."
    case .busy: "Another process writes to the store; run again when it has ended."
    case .cannotOpen: "The store cannot be opened or written; check its folder and permissions."
    case .outOfOrder(let night): "Night \(night) cannot be closed now: an earlier one is open, or it is closed already."
    case .nightChanged(let night): "Requests of night \(night) came while it was being judged; run again."
    case .chainBroken(let night): "Night \(night) does not continue the stored chain of nights; run verify."
    case .unknownRequest: "A score names a request that the store does not hold open; run again."
    case .failed(let code): "SQLite gave up with result code \(code); check the disk and run again."
    }
  }

  /// The meaning of a primary or extended SQLite result code.
  init(code: Int32) {
    switch code & 0xFF {
    // An unknown table or column means another schema than the one that the version number promises.
    case SQLITE_CORRUPT, SQLITE_FORMAT, SQLITE_ERROR, SQLITE_SCHEMA, SQLITE_MISMATCH: self = .damaged
    case SQLITE_NOTADB: self = .notAStore
    case SQLITE_FULL: self = .diskFull
    case SQLITE_BUSY, SQLITE_LOCKED, SQLITE_PROTOCOL: self = .busy
    case SQLITE_CANTOPEN, SQLITE_PERM, SQLITE_READONLY, SQLITE_AUTH: self = .cannotOpen
    default: self = .failed(code: code)
    }
  }

  init(_ error: any Error) {
    switch error {
    case let error as StoreError: self = error
    case let error as DatabaseError: self.init(code: error.extendedResultCode.rawValue)
    case let error as RequestCodecError:
      switch error {
      case .unknownVersion, .unknownPart: self = .newerVersion
      default: self = .damaged
      }
    default: self = .damaged
    }
  }
}
