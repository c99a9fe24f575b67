/// Appends whole numbers to a byte string in a canonical form: one value, one spelling.
package struct ByteWriter: Sendable {
  package var bytes: [UInt8] = []
  package init() {}

  /// LEB128, seven bits a byte, lowest first.
  package mutating func varint(_ value: UInt64) {
    var v = value
    while v >= 0x80 {
      bytes.append(UInt8(truncatingIfNeeded: v) | 0x80)
      v >>= 7
    }
    bytes.append(UInt8(truncatingIfNeeded: v))
  }

  /// A signed number, zigzag then LEB128.
  package mutating func signed(_ value: Int64) { varint(UInt64(bitPattern: value << 1 ^ value >> 63)) }

  package mutating func fixed(_ value: UInt64) {
    for shift in stride(from: UInt64(0), to: 64, by: 8) { bytes.append(UInt8(truncatingIfNeeded: value >> shift)) }
  }

  package mutating func text(_ value: String) {
    varint(UInt64(value.utf8.count))
    bytes.append(contentsOf: value.utf8)
  }

  /// A table by ascending key: number of entries, then key and count each.
  package mutating func table(_ table: CountTable) {
    let entries = table.sortedEntries
    varint(UInt64(entries.count))
    for entry in entries {
      fixed(entry.key)
      varint(UInt64(entry.count))
    }
  }
}

/// Bytes that end too soon or hold a number that cannot be.
package struct ByteReadingError: Error, Sendable, CustomStringConvertible {
  package init() {}
  package var description: String { "A stored value is damaged: it ends too soon or holds an impossible number." }
}

/// Reads what `ByteWriter` wrote.
///
/// Every read throws on damage; none traps.
package struct ByteReader {
  private let bytes: [UInt8]
  package private(set) var position = 0

  package init(_ bytes: [UInt8]) { self.bytes = bytes }

  package var isAtEnd: Bool { position == bytes.count }

  package mutating func varint() throws(ByteReadingError) -> UInt64 {
    var value: UInt64 = 0
    var shift: UInt64 = 0
    while position < bytes.count, shift < 64 {
      let byte = bytes[position]
      position += 1
      value |= UInt64(byte & 0x7f) << shift
      if byte < 0x80 { return value }
      shift += 7
    }
    throw ByteReadingError()
  }

  package mutating func signed() throws(ByteReadingError) -> Int64 {
    let v = try varint()
    return Int64(bitPattern: v >> 1) ^ -Int64(bitPattern: v & 1)
  }

  /// A count that is used to allocate: refused where the rest of the bytes could not hold so many.
  package mutating func length(bytesEach: Int = 1) throws(ByteReadingError) -> Int {
    let n = try varint()
    guard n <= UInt64((bytes.count - position) / max(1, bytesEach)) else { throw ByteReadingError() }
    return Int(n)
  }

  package mutating func fixed() throws(ByteReadingError) -> UInt64 {
    guard position + 8 <= bytes.count else { throw ByteReadingError() }
    let value = bytes.withUnsafeBytes { $0.loadUnaligned(fromByteOffset: position, as: UInt64.self) }
    position += 8
    return UInt64(littleEndian: value)
  }

  package mutating func text() throws(ByteReadingError) -> String {
    let n = try length()
    defer { position += n }
    return String(decoding: bytes[position..<position + n], as: UTF8.self)
  }

  package mutating func table() throws(ByteReadingError) -> CountTable {
    let n = try length(bytesEach: 9)
    var table = CountTable(minimumCapacity: n)
    for _ in 0..<n {
      let key = try fixed()
      let count = try varint()
      guard count <= UInt64(Int64.max) else { throw ByteReadingError() }
      table.add(Int64(count), to: key)
    }
    return table
  }
}
