/// A small, fast, splittable source of random numbers: xoshiro256** seeded through SplitMix64.
///
/// - The same seed gives the same numbers on every machine, in every run.
/// - `split` derives a stream from the generator's *key* and a label, never from how many numbers were drawn, so that
///   each agency, sender or campaign has its own stream whatever the others do.
/// - Not for secrets.
///
/// Source: D. Blackman, S. Vigna, "Scrambled linear pseudorandom number generators" (2021).
package struct SeededGenerator: RandomNumberGenerator, Sendable {
  /// What `split` derives streams from.
  package let key: UInt64
  @usableFromInline var a: UInt64
  @usableFromInline var b: UInt64
  @usableFromInline var c: UInt64
  @usableFromInline var d: UInt64

  @inlinable package init(seed: UInt64) {
    key = seed
    var z = seed
    a = SeededGenerator.splitMix(&z)
    b = SeededGenerator.splitMix(&z)
    c = SeededGenerator.splitMix(&z)
    d = SeededGenerator.splitMix(&z)
  }

  /// One step of SplitMix64: advances the state and scrambles it; a bijection of each state.
  @inlinable package static func splitMix(_ state: inout UInt64) -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }

  /// A well-mixed key of two numbers, in which their order counts.
  @inlinable package static func mix(_ x: UInt64, _ y: UInt64) -> UInt64 {
    var z = x ^ 0x2545_F491_4F6C_DD1D
    let first = splitMix(&z)
    z = first &+ y &* 0xD6E8_FEB8_6659_FD93
    return splitMix(&z)
  }

  @inlinable package mutating func next() -> UInt64 {
    let scaled = b &* 5
    let result = ((scaled << 7) | (scaled >> 57)) &* 9
    let t = b << 17
    c ^= a
    d ^= b
    b ^= c
    a ^= d
    c ^= t
    d = (d << 45) | (d >> 19)
    return result
  }

  /// The stream named by a label; the FNV-1a hash of its UTF-8 is mixed into the key.
  package func split(_ label: String) -> SeededGenerator {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in label.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    return SeededGenerator(seed: SeededGenerator.mix(key, hash))
  }

  /// The stream with a number.
  @inlinable package func split(_ index: Int) -> SeededGenerator {
    SeededGenerator(seed: SeededGenerator.mix(key, UInt64(bitPattern: Int64(index))))
  }

  /// Uniform in [0, 1), a multiple of 2⁻⁵³.
  @inlinable package mutating func uniform() -> Double { Double(next() >> 11) * 0x1p-53 }

  /// Uniform in 0 ..< `bound`, which is positive; the bias is below `bound` · 2⁻⁶⁴.
  @inlinable package mutating func below(_ bound: Int) -> Int {
    Int(truncatingIfNeeded: next().multipliedFullWidth(by: UInt64(bound)).high)
  }

  /// True with the given probability.
  @inlinable package mutating func chance(_ probability: Double) -> Bool { uniform() < probability }

  /// A uniformly chosen element of a list that is not empty.
  @inlinable package mutating func pick<Element>(_ list: [Element]) -> Element { list[below(list.count)] }
}
