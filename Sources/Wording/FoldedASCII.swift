/// Folds ASCII where it stands, eight bytes at a time, and counts what it was.
///
/// Every byte is below 128, so that the comparison with a bound is an addition that never carries into the next byte: its
/// top bit tells. Source: Warren, "Hacker's Delight", chapter 6.
struct FoldedASCII {
  private(set) var letters = 0
  private(set) var capitals = 0
  private(set) var digits = 0
  private(set) var lineEnds = 0

  private static let ones: UInt64 = 0x0101_0101_0101_0101
  private static let tops: UInt64 = 0x8080_8080_8080_8080

  /// Makes letters small, marks in `capitals` those that were not, and blanks out control characters but line feeds.
  init(_ bytes: UnsafeMutablePointer<UInt8>, _ capitals: UnsafeMutablePointer<UInt8>, count: Int) {
    var place = 0
    while place + 8 <= count {
      let word = UnsafeRawPointer(bytes + place).loadUnaligned(as: UInt64.self)
      let (folded, marks) = fold(word)
      UnsafeMutableRawPointer(bytes + place).storeBytes(of: folded, as: UInt64.self)
      UnsafeMutableRawPointer(capitals + place).storeBytes(of: marks, as: UInt64.self)
      place += 8
    }
    // What is missing of the last eight is zero, which is nothing that counts.
    var rest: UInt64 = 0
    for i in place..<count { rest |= UInt64(bytes[i]) << UInt64((i - place) * 8) }
    var (folded, marks) = fold(rest)
    for i in place..<count {
      bytes[i] = UInt8(truncatingIfNeeded: folded)
      capitals[i] = UInt8(truncatingIfNeeded: marks)
      folded >>= 8
      marks >>= 8
    }
  }

  @inline(__always) private mutating func fold(_ word: UInt64) -> (folded: UInt64, capitals: UInt64) {
    let upper = Self.atLeast(0x41, word) & ~Self.atLeast(0x5B, word)
    let lower = Self.atLeast(0x61, word) & ~Self.atLeast(0x7B, word)
    let figures = Self.atLeast(0x30, word) & ~Self.atLeast(0x3A, word)
    let ends = ~Self.atLeast(1, word ^ 0x0A &* Self.ones) & Self.tops
    let blanks = (~Self.atLeast(0x20, word) | Self.atLeast(0x7F, word)) & Self.tops & ~ends
    let capitalCount = Self.count(upper)
    letters += capitalCount + Self.count(lower)
    capitals += capitalCount
    digits += Self.count(figures)
    lineEnds += Self.count(ends)
    let kept = ~((blanks >> 7) &* 0xFF)
    return ((word | upper >> 2) & kept | blanks >> 2, upper >> 7)
  }

  /// The top bit of each byte that is no less than the bound.
  @inline(__always) private static func atLeast(_ bound: UInt64, _ word: UInt64) -> UInt64 {
    (word &+ (0x80 &- bound) &* ones) & tops
  }

  /// How many top bits are set.
  @inline(__always) private static func count(_ bits: UInt64) -> Int {
    Int(truncatingIfNeeded: ((bits >> 7) &* ones) >> 56)
  }
}
