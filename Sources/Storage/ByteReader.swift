/// Reads what `ByteWriter` wrote, from bytes that may be damaged: every read checks its end and throws, none traps.
struct ByteReader {
  private let bytes: UnsafeRawBufferPointer
  private var offset = 0

  init(_ bytes: UnsafeRawBufferPointer) { self.bytes = bytes }

  var remaining: Int { bytes.count - offset }

  mutating func byte() throws(RequestCodecError) -> UInt8 {
    guard remaining >= 1 else { throw .truncated }
    defer { offset += 1 }
    return bytes[offset]
  }

  /// At most ten bytes, and no more than 64 bits in them; most numbers are one byte.
  @inline(__always)
  mutating func varint() throws(RequestCodecError) -> UInt64 {
    if offset < bytes.count, bytes[offset] < 0x80 {
      defer { offset += 1 }
      return UInt64(bytes[offset])
    }
    return try longVarint()
  }

  private mutating func longVarint() throws(RequestCodecError) -> UInt64 {
    var value: UInt64 = 0
    var shift: UInt64 = 0
    while true {
      let next = try byte()
      let bits = UInt64(next & 0x7F)
      guard shift < 63 || (shift == 63 && bits <= 1) else { throw .numberOutOfRange }
      value |= bits << shift
      if next < 0x80 { return value }
      shift += 7
    }
  }

  mutating func signed() throws(RequestCodecError) -> Int64 {
    let coded = try varint()
    return Int64(bitPattern: coded >> 1) ^ -Int64(bitPattern: coded & 1)
  }

  /// A varint that fits `Number`.
  mutating func number<Number: FixedWidthInteger>(_ type: Number.Type) throws(RequestCodecError) -> Number {
    guard let number = Number(exactly: try varint()) else { throw .numberOutOfRange }
    return number
  }

  /// A zigzag varint that fits `Number`.
  mutating func signedNumber<Number: FixedWidthInteger>(_ type: Number.Type) throws(RequestCodecError) -> Number {
    guard let number = Number(exactly: try signed()) else { throw .numberOutOfRange }
    return number
  }

  mutating func fixed() throws(RequestCodecError) -> UInt64 {
    guard remaining >= 8 else { throw .truncated }
    defer { offset += 8 }
    return UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
  }

  mutating func text() throws(RequestCodecError) -> String {
    let length = try varint()
    guard length <= UInt64(remaining) else { throw .truncated }
    guard length > 0 else { return "" }
    let end = offset + Int(length)
    defer { offset = end }
    let part = UnsafeRawBufferPointer(rebasing: bytes[offset..<end])
    // Most texts are ASCII, which needs no validating.
    if part.allSatisfy({ $0 < 0x80 }) {
      return String(unsafeUninitializedCapacity: part.count) { target in
        UnsafeMutableRawBufferPointer(target).copyMemory(from: part)
        return part.count
      }
    }
    guard let text = String(validating: part, as: UTF8.self) else { throw .invalidText }
    return text
  }

  /// How many elements follow; each takes at least `size` bytes, so that damage cannot ask for endless memory.
  mutating func count(ofSizeAtLeast size: Int) throws(RequestCodecError) -> Int {
    let count = try varint()
    guard count <= UInt64(remaining / size) else { throw .truncated }
    return Int(count)
  }

  mutating func hashes() throws(RequestCodecError) -> [UInt64] {
    let count = try count(ofSizeAtLeast: 8)
    let start = offset
    offset += count * 8
    return [UInt64](unsafeUninitializedCapacity: count) { target, written in
      for i in 0..<count {
        target.initializeElement(
          at: i, to: UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: start + i * 8, as: UInt64.self)))
      }
      written = count
    }
  }
}
