#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// A direct-mapped cache from short byte strings to values: one per worker, of fixed size, forgetful by design.
///
/// Keys longer than 62 bytes are never kept. A lookup compares the whole key, so a collision costs a miss, never a
/// wrong answer. O(key length).
final class ByteKeyedCache<Value> {
  /// A slot's key takes one line of the processor's cache: the salt, the key, and at the end the key's length, 0 for a
  /// slot without a value.
  private static var slotBytes: Int { 64 }
  private static var longestKey: Int { 62 }
  private static var lengthPlace: Int { 63 }
  private let mask: Int
  private let keys: UnsafeMutablePointer<UInt8>
  private let values: UnsafeMutablePointer<Value>

  /// A cache of `slots` entries, a power of two.
  init(slots: Int) {
    mask = slots - 1
    keys = UnsafeMutableRawPointer.allocate(byteCount: slots * Self.slotBytes, alignment: Self.slotBytes)
      .initializeMemory(as: UInt8.self, repeating: 0, count: slots * Self.slotBytes)
    values = .allocate(capacity: slots)
  }

  deinit {
    for slot in 0...mask where keys[slot * Self.slotBytes + Self.lengthPlace] > 0 {
      (values + slot).deinitialize(count: 1)
    }
    values.deallocate()
    keys.deallocate()
  }

  /// The value kept for `key` under `salt`, or the one that `make` finds, which is then kept.
  @inline(__always)
  func value(for key: ByteView, salt: UInt8 = 0, make: () -> Value) -> Value {
    guard key.count <= Self.longestKey, let base = key.baseAddress, key.count > 0 else { return make() }
    let slot = Int(truncatingIfNeeded: Self.hash(key, salt: salt)) & mask
    let place = keys + slot * Self.slotBytes
    if place[Self.lengthPlace] == UInt8(key.count), place[0] == salt, memcmp(place + 1, base, key.count) == 0 {
      return values[slot]
    }
    let made = make()
    if place[Self.lengthPlace] > 0 { (values + slot).deinitialize(count: 1) }
    (values + slot).initialize(to: made)
    place[0] = salt
    memcpy(place + 1, base, key.count)
    place[Self.lengthPlace] = UInt8(key.count)
    return made
  }

  /// Multiplies and mixes eight bytes at a time.
  @inline(__always)
  private static func hash(_ key: ByteView, salt: UInt8) -> UInt64 {
    var h = UInt64(key.count) &* 0x9E37_79B9_7F4A_7C15 ^ UInt64(salt) &* 0xC2B2_AE3D_27D4_EB4F
    let raw = UnsafeRawBufferPointer(key)
    var i = 0
    while i + 8 <= raw.count {
      h = (h ^ raw.loadUnaligned(fromByteOffset: i, as: UInt64.self)) &* 0x9FB2_1C65_1E98_DF25
      h ^= h >> 32
      i += 8
    }
    var tail: UInt64 = 0
    while i < raw.count {
      tail = tail << 8 | UInt64(raw[i])
      i += 1
    }
    h = (h ^ tail) &* 0x9FB2_1C65_1E98_DF25
    return h ^ h >> 29
  }
}
