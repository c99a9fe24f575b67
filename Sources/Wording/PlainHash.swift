/// An unkeyed 64-bit hash, for tables in memory and for choices that must not depend on the key.
///
/// It never leaves the room: what is stored is hashed again under the key.
/// Multiplicative mixing of eight bytes at a time, finished with the avalanche of MurmurHash3 (Appleby, public domain).
enum PlainHash {
  private static let odd: UInt64 = 0x9e37_79b9_7f4a_7c15

  static func hash(_ bytes: UnsafeBufferPointer<UInt8>) -> UInt64 {
    let count = bytes.count
    let whole = count & ~7
    var state = combine(odd, UInt64(truncatingIfNeeded: count))
    if let base = bytes.baseAddress {
      let raw = UnsafeRawPointer(base)
      var offset = 0
      while offset < whole {
        state = combine(state, UInt64(littleEndian: raw.loadUnaligned(fromByteOffset: offset, as: UInt64.self)))
        offset += 8
      }
    }
    return finish(combine(state, tail(bytes, from: whole)))
  }

  /// The bytes behind the last whole eight, the first one lowest.
  @inline(__always) private static func tail(_ bytes: UnsafeBufferPointer<UInt8>, from whole: Int) -> UInt64 {
    let left = bytes.count - whole
    guard left > 0, let base = bytes.baseAddress else { return 0 }
    let raw = UnsafeRawPointer(base) + whole
    func load<Part: FixedWidthInteger>(_ offset: Int, as: Part.Type) -> UInt64 {
      UInt64(truncatingIfNeeded: Part(littleEndian: raw.loadUnaligned(fromByteOffset: offset, as: Part.self)))
    }
    // Loads overlap, so that no byte is read alone.
    if whole > 0 { return load(left - 8, as: UInt64.self) >> UInt64((8 - left) * 8) }
    if left >= 4 { return load(0, as: UInt32.self) | load(left - 4, as: UInt32.self) << UInt64((left - 4) * 8) }
    let middle = left / 2
    return load(0, as: UInt8.self) | load(middle, as: UInt8.self) << UInt64(middle * 8)
      | load(left - 1, as: UInt8.self) << UInt64((left - 1) * 8)
  }

  /// Folds one more value into a running hash; the order of the values matters.
  @inline(__always) static func combine(_ state: UInt64, _ value: UInt64) -> UInt64 {
    let mixed = (state ^ value) &* odd
    return mixed ^ (mixed >> 29)
  }

  @inline(__always) static func finish(_ state: UInt64) -> UInt64 {
    var mixed = state
    mixed = (mixed ^ (mixed >> 33)) &* 0xff51_afd7_ed55_8ccd
    mixed = (mixed ^ (mixed >> 33)) &* 0xc4ce_b9fe_1a85_ec53
    return mixed ^ (mixed >> 33)
  }
}
