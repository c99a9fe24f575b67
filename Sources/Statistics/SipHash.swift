/// SipHash-2-4 (Aumasson & Bernstein 2012): a keyed 64-bit hash that is safe against chosen input.
///
/// With a secret key it makes pseudonyms of words; with the fixed public key below it turns readable values into table
/// keys that nobody can steer into a collision cheaply. O(length).
package struct SipHash: Sendable {
  package let k0: UInt64
  package let k1: UInt64

  package init(k0: UInt64, k1: UInt64) {
    self.k0 = k0
    self.k1 = k1
  }

  /// The key for values that are readable anyway; its digits are those of π.
  package static let fixed = SipHash(k0: 0x3141_5926_5358_9793, k1: 0x2384_6264_3383_2795)

  package func hash(_ bytes: UnsafeBufferPointer<UInt8>) -> UInt64 {
    var state = State(k0: k0, k1: k1)
    let n = bytes.count
    var i = 0
    while i + 8 <= n {
      let word = UInt64(
        littleEndian: UnsafeRawPointer(bytes.baseAddress! + i).loadUnaligned(as: UInt64.self))
      state.take(word)
      i += 8
    }
    var last = UInt64(truncatingIfNeeded: n) << 56
    var shift: UInt64 = 0
    while i < n {
      last |= UInt64(bytes[i]) << shift
      shift += 8
      i += 1
    }
    state.take(last)
    return state.finish()
  }

  /// The four words that a hash is made in.
  private struct State {
    private var v0: UInt64
    private var v1: UInt64
    private var v2: UInt64
    private var v3: UInt64

    @inline(__always) init(k0: UInt64, k1: UInt64) {
      v0 = k0 ^ 0x736f_6d65_7073_6575
      v1 = k1 ^ 0x646f_7261_6e64_6f6d
      v2 = k0 ^ 0x6c79_6765_6e65_7261
      v3 = k1 ^ 0x7465_6462_7974_6573
    }

    @inline(__always) mutating func take(_ word: UInt64) {
      v3 ^= word
      round()
      round()
      v0 ^= word
    }

    @inline(__always) mutating func finish() -> UInt64 {
      v2 ^= 0xff
      for _ in 0..<4 { round() }
      return v0 ^ v1 ^ v2 ^ v3
    }

    @inline(__always) private mutating func round() {
      v0 = v0 &+ v1
      v1 = (v1 << 13 | v1 >> 51) ^ v0
      v0 = v0 << 32 | v0 >> 32
      v2 = v2 &+ v3
      v3 = (v3 << 16 | v3 >> 48) ^ v2
      v0 = v0 &+ v3
      v3 = (v3 << 21 | v3 >> 43) ^ v0
      v2 = v2 &+ v1
      v1 = (v1 << 17 | v1 >> 47) ^ v2
      v2 = v2 << 32 | v2 >> 32
    }
  }

  package func hash(_ text: String) -> UInt64 {
    // A native text is read where it stands.
    if let hash = text.utf8.withContiguousStorageIfAvailable({ hash($0) }) { return hash }
    var text = text
    return text.withUTF8 { hash($0) }
  }

  package func hash(_ word: UInt64) -> UInt64 {
    withUnsafeBytes(of: word.littleEndian) { hash($0.bindMemory(to: UInt8.self)) }
  }
}

/// A bijective mix of 64 bits (the finaliser of MurmurHash3, Appleby), for keys that are hashes already.
@inlinable package func mixed(_ value: UInt64) -> UInt64 {
  var x = value
  x ^= x >> 33
  x = x &* 0xff51_afd7_ed55_8ccd
  x ^= x >> 33
  x = x &* 0xc4ce_b9fe_1a85_ec53
  x ^= x >> 33
  return x
}
