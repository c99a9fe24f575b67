import GRDB
import GRDBSQLite
import RequestModel

/// A prepared SQL statement for loops over many rows, bound and read without boxes.
///
/// Parameters count from 1, columns from 0, as SQLite does. A text or blob column is valid until the next step.
struct Statement: ~Copyable {
  private let handle: OpaquePointer
  /// Tells SQLite to copy what is bound.
  private static let copied = unsafeBitCast(-1, to: sqlite3_destructor_type.self)

  init(_ database: Database, _ sql: String) throws(StoreError) {
    var prepared: OpaquePointer?
    let code = sqlite3_prepare_v3(database.sqliteConnection, sql, -1, 0, &prepared, nil)
    guard code == SQLITE_OK, let prepared else { throw StoreError(code: code) }
    handle = prepared
  }

  deinit { sqlite3_finalize(handle) }

  borrowing func bind(_ index: Int32, _ value: Int64) { sqlite3_bind_int64(handle, index, value) }
  borrowing func bind(_ index: Int32, _ value: Int) { sqlite3_bind_int64(handle, index, Int64(value)) }
  borrowing func bind(_ index: Int32, _ value: Bool) { sqlite3_bind_int64(handle, index, value ? 1 : 0) }
  borrowing func bind(_ index: Int32, _ value: Night) { sqlite3_bind_int64(handle, index, Int64(value.day)) }
  borrowing func bind(_ index: Int32, _ value: Instant) { sqlite3_bind_int64(handle, index, value.microseconds) }
  borrowing func bind(_ index: Int32, _ value: Double) { sqlite3_bind_double(handle, index, value) }
  borrowing func bindNull(_ index: Int32) { sqlite3_bind_null(handle, index) }

  borrowing func bind(_ index: Int32, _ value: String) {
    var value = value
    value.withUTF8 { bytes in
      bytes.withMemoryRebound(to: CChar.self) { characters in
        // A null pointer would bind NULL instead of the empty text.
        guard let start = characters.baseAddress, characters.count > 0 else {
          sqlite3_bind_text(handle, index, "", 0, Self.copied)
          return
        }
        sqlite3_bind_text(handle, index, start, Int32(clamping: characters.count), Self.copied)
      }
    }
  }

  borrowing func bind(_ index: Int32, _ value: [UInt8]) {
    value.withUnsafeBytes { bytes in
      guard let start = bytes.baseAddress, bytes.count > 0 else {
        sqlite3_bind_zeroblob(handle, index, 0)
        return
      }
      sqlite3_bind_blob(handle, index, start, Int32(clamping: bytes.count), Self.copied)
    }
  }

  /// Sixteen bytes, high byte first, so that the order of blobs is the order of digests.
  borrowing func bind(_ index: Int32, digest: Pseudonym) {
    withUnsafeBytes(of: (digest.high.bigEndian, digest.low.bigEndian)) { bytes in
      _ = sqlite3_bind_blob(handle, index, bytes.baseAddress, 16, Self.copied)
    }
  }

  /// Binds without a copy: `bytes` must stay as they are until the statement has been stepped and reset.
  borrowing func bind(_ index: Int32, borrowed bytes: UnsafeRawBufferPointer) {
    sqlite3_bind_blob(handle, index, bytes.baseAddress, Int32(clamping: bytes.count), nil)
  }

  /// The same for UTF-8 text.
  borrowing func bind(_ index: Int32, borrowedText bytes: UnsafeRawBufferPointer) {
    bytes.withMemoryRebound(to: CChar.self) { characters in
      _ = sqlite3_bind_text(handle, index, characters.baseAddress, Int32(clamping: characters.count), nil)
    }
  }

  /// True where a row is ready, false at the end.
  borrowing func step() throws(StoreError) -> Bool {
    switch sqlite3_step(handle) {
    case SQLITE_ROW: return true
    case SQLITE_DONE: return false
    case let code:
      let extended = sqlite3_extended_errcode(sqlite3_db_handle(handle))
      sqlite3_reset(handle)
      throw StoreError(code: extended & 0xFF == code & 0xFF ? extended : code)
    }
  }

  /// Makes the statement ready for the next round; what was bound stays bound.
  borrowing func reset() { sqlite3_reset(handle) }

  /// One round of a statement that gives no rows.
  borrowing func run() throws(StoreError) {
    _ = try step()
    sqlite3_reset(handle)
  }

  /// How many rows the last round of any statement of this connection changed.
  var changes: Int { Int(sqlite3_changes(sqlite3_db_handle(handle))) }

  borrowing func isNull(_ column: Int32) -> Bool { sqlite3_column_type(handle, column) == SQLITE_NULL }
  borrowing func integer(_ column: Int32) -> Int64 { sqlite3_column_int64(handle, column) }
  borrowing func flag(_ column: Int32) -> Bool { sqlite3_column_int64(handle, column) != 0 }
  borrowing func real(_ column: Int32) -> Double { sqlite3_column_double(handle, column) }
  borrowing func night(_ column: Int32) -> Night { Night(day: Int32(clamping: integer(column))) }
  borrowing func optionalNight(_ column: Int32) -> Night? { isNull(column) ? nil : night(column) }
  borrowing func instant(_ column: Int32) -> Instant { Instant(microseconds: integer(column)) }

  borrowing func text(_ column: Int32) -> String {
    guard let start = sqlite3_column_text(handle, column) else { return "" }
    let count = Int(sqlite3_column_bytes(handle, column))
    return String(decoding: UnsafeBufferPointer(start: start, count: count), as: UTF8.self)
  }

  borrowing func optionalText(_ column: Int32) -> String? { isNull(column) ? nil : text(column) }

  borrowing func bytes(_ column: Int32) -> UnsafeRawBufferPointer {
    let start = sqlite3_column_blob(handle, column)
    return UnsafeRawBufferPointer(start: start, count: start == nil ? 0 : Int(sqlite3_column_bytes(handle, column)))
  }

  borrowing func array(_ column: Int32) -> [UInt8] { [UInt8](bytes(column)) }

  /// The digest in a column of sixteen bytes; other lengths are damage.
  borrowing func digest(_ column: Int32) throws(StoreError) -> Pseudonym {
    let bytes = bytes(column)
    guard bytes.count == 16 else { throw .damaged }
    return Pseudonym(
      high: UInt64(bigEndian: bytes.loadUnaligned(fromByteOffset: 0, as: UInt64.self)),
      low: UInt64(bigEndian: bytes.loadUnaligned(fromByteOffset: 8, as: UInt64.self)))
  }
}
