import GRDB
import GRDBSQLite

/// `countersign_seal(kind, value, …)` in SQL: the seal of a row of that kind, or an empty blob while there is no key.
///
/// Values are told apart by type and length, so that no two rows share their bytes. What stands in the file, a trigger or a
/// view, cannot call it.
enum SealFunction {
  static let name = "countersign_seal"

  private final class Key {
    let seal: RowSeal
    init(_ seal: RowSeal) { self.seal = seal }
  }

  /// Makes the function known to a connection; under another key than before it replaces the former one.
  static func add(_ seal: RowSeal?, to database: Database) throws(StoreError) {
    let key = seal.map { Unmanaged.passRetained(Key($0)).toOpaque() }
    let code = sqlite3_create_function_v2(
      database.sqliteConnection, name, -1, SQLITE_UTF8 | SQLITE_DIRECTONLY, key,
      { context, count, values in
        guard let key = sqlite3_user_data(context), let values else { return sqlite3_result_zeroblob(context, 0) }
        var bytes: [UInt8] = []
        for i in 0..<Int(count) { SealFunction.write(values[i], to: &bytes) }
        let seal = Unmanaged<Key>.fromOpaque(key).takeUnretainedValue().seal.seal(bytes)
        sqlite3_result_blob(context, seal, Int32(seal.count), unsafeBitCast(-1, to: sqlite3_destructor_type.self))
      }, nil, nil,
      { key in if let key { Unmanaged<Key>.fromOpaque(key).release() } })
    guard code == SQLITE_OK else { throw StoreError(code: code) }
  }

  private static func write(_ value: OpaquePointer?, to bytes: inout [UInt8]) {
    let type = sqlite3_value_type(value)
    bytes.append(UInt8(truncatingIfNeeded: type))
    func write(_ number: UInt64) { withUnsafeBytes(of: number.littleEndian) { bytes.append(contentsOf: $0) } }
    switch type {
    case SQLITE_INTEGER: write(UInt64(bitPattern: sqlite3_value_int64(value)))
    case SQLITE_FLOAT: write(sqlite3_value_double(value).bitPattern)
    case SQLITE_NULL: break
    default:
      let start = sqlite3_value_blob(value)
      let count = start == nil ? 0 : Int(sqlite3_value_bytes(value))
      write(UInt64(count))
      bytes.append(contentsOf: UnsafeRawBufferPointer(start: start, count: count))
    }
  }
}
