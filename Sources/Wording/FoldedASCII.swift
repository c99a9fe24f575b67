/// Folds ASCII where it stands, and counts what it was.
///
/// Without a branch, and in runs whose counts fit a byte, so that the compiler can take many bytes at a time.
struct FoldedASCII {
  private(set) var letters = 0
  private(set) var capitals = 0
  private(set) var digits = 0
  private(set) var lineEnds = 0

  /// Makes letters small, marks in `capitals` those that were not, and blanks out control characters but line feeds.
  init(_ bytes: UnsafeMutablePointer<UInt8>, _ capitals: UnsafeMutablePointer<UInt8>, count: Int) {
    var start = 0
    while start < count {
      let end = min(count, start + 128)
      fold(bytes + start, capitals + start, count: end - start)
      start = end
    }
  }

  private mutating func fold(_ bytes: UnsafeMutablePointer<UInt8>, _ marks: UnsafeMutablePointer<UInt8>, count: Int) {
    var (small, large, figures, ends): (UInt8, UInt8, UInt8, UInt8) = (0, 0, 0, 0)
    for i in 0..<count {
      let byte = bytes[i]
      let isCapital: UInt8 = byte &- 0x41 < 26 ? 1 : 0
      let isEnd: UInt8 = byte == 0x0A ? 1 : 0
      let isControl: UInt8 = byte < 0x20 ? 1 : 0
      let isDelete: UInt8 = byte == 0x7F ? 1 : 0
      small &+= byte &- 0x61 < 26 ? 1 : 0
      large &+= isCapital
      figures &+= byte &- 0x30 < 10 ? 1 : 0
      ends &+= isEnd
      marks[i] = isCapital
      bytes[i] = (isControl | isDelete) > isEnd ? 0x20 : byte | isCapital << 5
    }
    letters += Int(small) + Int(large)
    capitals += Int(large)
    digits += Int(figures)
    lineEnds += Int(ends)
  }
}
