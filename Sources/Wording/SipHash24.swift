/// SipHash-2-4: a keyed 64-bit hash of short messages.
///
/// Who does not hold the key can neither predict a hash nor test a guessed word against one.
/// Complexity: O(n) in the bytes hashed.
/// Source: Aumasson and Bernstein, "SipHash: a fast short-input PRF", INDOCRYPT 2012.
package struct SipHash24: Sendable {
  private let key: (UInt64, UInt64)

  /// Takes the two little-endian halves of the 16-byte key.
  package init(key: (UInt64, UInt64)) { self.key = key }

  /// Hashes the bytes as they stand.
  package func hash(_ bytes: UnsafeBufferPointer<UInt8>) -> UInt64 {
    var state = State(key)
    let count = bytes.count
    let whole = count & ~7
    if let base = bytes.baseAddress {
      let raw = UnsafeRawPointer(base)
      var offset = 0
      while offset < whole {
        state.absorb(UInt64(littleEndian: raw.loadUnaligned(fromByteOffset: offset, as: UInt64.self)))
        offset += 8
      }
    }
    var tail = UInt64(truncatingIfNeeded: count) << 56
    var shift: UInt64 = 0
    for offset in whole..<count {
      tail |= UInt64(bytes[offset]) << shift
      shift += 8
    }
    state.absorb(tail)
    return state.finish()
  }

  /// Hashes one integer as its eight little-endian bytes.
  package func hash(_ value: UInt64) -> UInt64 {
    var state = State(key)
    state.absorb(value)
    state.absorb(8 << 56)
    return state.finish()
  }

  private struct State {
    var a, b, c, d: UInt64

    init(_ key: (UInt64, UInt64)) {
      a = key.0 ^ 0x736f_6d65_7073_6575
      b = key.1 ^ 0x646f_7261_6e64_6f6d
      c = key.0 ^ 0x6c79_6765_6e65_7261
      d = key.1 ^ 0x7465_6462_7974_6573
    }

    mutating func absorb(_ word: UInt64) {
      d ^= word
      round()
      round()
      a ^= word
    }

    mutating func finish() -> UInt64 {
      c ^= 0xff
      round()
      round()
      round()
      round()
      return a ^ b ^ c ^ d
    }

    @inline(__always) mutating func round() {
      a = a &+ b
      b = rotate(b, 13) ^ a
      a = rotate(a, 32)
      c = c &+ d
      d = rotate(d, 16) ^ c
      a = a &+ d
      d = rotate(d, 21) ^ a
      c = c &+ b
      b = rotate(b, 17) ^ c
      c = rotate(c, 32)
    }

    @inline(__always) private func rotate(_ value: UInt64, _ by: UInt64) -> UInt64 {
      (value << by) | (value >> (64 - by))
    }
  }
}
