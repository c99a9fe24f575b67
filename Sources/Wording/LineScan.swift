/// Looks through folded bytes for what a line's hash asks about, eight bytes at a time.
///
/// A word of eight bytes may be taken for one that holds what is looked for, never the other way round: what is found is
/// then looked for byte by byte. Source: Warren, "Hacker's Delight", chapter 6.
enum LineScan {
  private static let ones: UInt64 = 0x0101_0101_0101_0101
  private static let tops: UInt64 = 0x8080_8080_8080_8080

  /// Where the line that goes on at `start` ends: at its line feed, or with the text.
  ///
  /// Complexity: O(length).
  static func endOfLine(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
    var index = start
    while index + 8 <= bytes.count, zeros(word(bytes, index) ^ 0x0A &* ones) == 0 { index += 8 }
    while index < bytes.count, bytes[index] != 0x0A { index += 1 }
    return index
  }

  /// How many bytes at the start of a line are hashed as they stand: none is a digit or what stands for one, a line end, or
  /// a blank that begins the line or follows another.
  ///
  /// Complexity: O(length).
  static func plainBytes(_ bytes: UnsafeBufferPointer<UInt8>) -> Int {
    guard let first = bytes.first, isPlain(first, after: 0x20) else { return 0 }
    var index = 1
    while index + 8 <= bytes.count {
      let here = word(bytes, index)
      let blanks = (here ^ 0x20 &* ones) | (word(bytes, index - 1) ^ 0x20 &* ones)
      let marks = zeros(here ^ 0x23 &* ones) | zeros(here ^ 0x0A &* ones) | zeros(blanks) | digits(here)
      if marks != 0 { break }
      index += 8
    }
    while index < bytes.count, isPlain(bytes[index], after: bytes[index - 1]) { index += 1 }
    return index
  }

  @inline(__always) private static func word(_ bytes: UnsafeBufferPointer<UInt8>, _ index: Int) -> UInt64 {
    UnsafeRawPointer(bytes.baseAddress! + index).loadUnaligned(as: UInt64.self)
  }

  /// Zero where no byte is.
  @inline(__always) private static func zeros(_ word: UInt64) -> UInt64 { (word &- ones) & ~word & tops }

  /// Zero where no byte is a digit.
  @inline(__always) private static func digits(_ word: UInt64) -> UInt64 {
    let low = word & ~tops
    return (low &+ 0x50 &* ones) & ~(low &+ 0x46 &* ones) & ~word & tops
  }

  @inline(__always) private static func isPlain(_ byte: UInt8, after last: UInt8) -> Bool {
    !(byte &- 0x30 < 10 || byte == 0x23 || byte == 0x0A || (byte == 0x20 && last == 0x20))
  }
}
