/// A text folded for reading: valid UTF-8 in lower case, composed, without invisible characters, with its counts.
///
/// Every byte of 0x80 or more belongs to a letter; all other characters stand as ASCII, line ends as one line feed.
/// A byte that is no valid UTF-8 becomes an asterisk.
struct FoldedText {
  var bytes: [UInt8] = []
  /// One for each of `bytes`: 1 where a letter starts that was a capital.
  var capitals: [UInt8] = []
  private(set) var characterCount = 0
  private(set) var letterCount = 0
  /// The letters that are not ASCII once folded.
  private(set) var wideLetterCount = 0
  private(set) var capitalCount = 0
  private(set) var digitCount = 0

  mutating func reset() {
    bytes.removeAll(keepingCapacity: true)
    capitals.removeAll(keepingCapacity: true)
    characterCount = 0
    letterCount = 0
    wideLetterCount = 0
    capitalCount = 0
    digitCount = 0
  }

  /// Folds more text behind what is there.
  ///
  /// Complexity: O(n) in its bytes.
  mutating func append(_ text: UnsafeBufferPointer<UInt8>) {
    bytes.reserveCapacity(bytes.count + text.count + 8)
    capitals.reserveCapacity(capitals.count + text.count + 8)
    var index = 0
    while index < text.count {
      let end = Self.endOfASCII(text, from: index)
      if end > index {
        appendASCII(UnsafeBufferPointer(rebasing: text[index..<end]))
        index = end
        continue
      }
      if text[index] == 0x0D {
        index += 1
        // A carriage return alone ends a line; before a line feed it says nothing.
        if index == text.count || text[index] != 0x0A { appendMark(0x0A) }
      } else {
        let (scalar, length) = Self.decode(text, at: index)
        index += length
        appendWide(scalar)
      }
    }
  }

  /// Where a run of ASCII without carriage returns ends; eight bytes are looked at together.
  private static func endOfASCII(_ text: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
    let (ones, tops): (UInt64, UInt64) = (0x0101_0101_0101_0101, 0x8080_8080_8080_8080)
    var end = start
    while end + 8 <= text.count {
      let word = UnsafeRawPointer(text.baseAddress! + end).loadUnaligned(as: UInt64.self)
      // A byte that is a carriage return is zero here, and borrows: below 0x80, it alone has its top bit set then.
      let returns = word ^ 0x0D &* ones
      if (word | ((returns &- ones) & ~returns)) & tops != 0 { break }
      end += 8
    }
    while end < text.count, text[end] < 0x80, text[end] != 0x0D { end += 1 }
    return end
  }

  /// Folds a run of ASCII without carriage returns, in place behind what is there.
  private mutating func appendASCII(_ run: UnsafeBufferPointer<UInt8>) {
    let start = bytes.count
    bytes.append(contentsOf: run)
    capitals.append(contentsOf: repeatElement(0, count: run.count))
    let added = bytes.withUnsafeMutableBufferPointer { bytes in
      capitals.withUnsafeMutableBufferPointer { capitals in
        FoldedASCII(bytes.baseAddress! + start, capitals.baseAddress! + start, count: run.count)
      }
    }
    characterCount += run.count - added.lineEnds
    letterCount += added.letters
    capitalCount += added.capitals
    digitCount += added.digits
  }

  /// Ends the paragraph where text stands, and returns where what comes next will start.
  mutating func endParagraph() -> Int {
    guard !bytes.isEmpty else { return 0 }
    for _ in 0..<2 { appendMark(0x0A) }
    return bytes.count
  }

  private mutating func appendASCII(_ byte: UInt8) {
    withUnsafePointer(to: byte) { appendASCII(UnsafeBufferPointer(start: $0, count: 1)) }
  }

  private mutating func appendMark(_ byte: UInt8) {
    if byte != 0x0A { characterCount += 1 }
    bytes.append(byte)
    capitals.append(0)
  }

  private mutating func appendWide(_ scalar: UInt32) {
    switch LetterFolding.fold(scalar) {
    case .letter(let folded, let capital):
      characterCount += 1
      letterCount += 1
      if folded >= 0x80 { wideLetterCount += 1 }
      if capital { capitalCount += 1 }
      appendScalar(folded, capital: capital ? 1 : 0)
    case .digit(let byte), .mark(let byte): appendASCII(byte)
    case .ligature(let letters):
      appendASCII(UnsafeBufferPointer(start: letters.utf8Start, count: letters.utf8CodeUnitCount))
    case .combining(let mark):
      guard let last = bytes.last, last >= 0x61, last <= 0x7A, let composed = LetterFolding.compose(last, mark) else {
        return
      }
      let capital = capitals[capitals.count - 1]
      bytes.removeLast()
      capitals.removeLast()
      wideLetterCount += 1
      appendScalar(composed, capital: capital)
    case .invisible: break
    }
  }

  private mutating func appendScalar(_ scalar: UInt32, capital: UInt8) {
    switch scalar {
    case 0..<0x80: bytes.append(UInt8(scalar))
    case 0x80..<0x800:
      bytes.append(UInt8(0xC0 | scalar >> 6))
      bytes.append(UInt8(0x80 | scalar & 0x3F))
    case 0x800..<0x10000:
      bytes.append(UInt8(0xE0 | scalar >> 12))
      bytes.append(UInt8(0x80 | scalar >> 6 & 0x3F))
      bytes.append(UInt8(0x80 | scalar & 0x3F))
    default:
      bytes.append(UInt8(0xF0 | scalar >> 18))
      bytes.append(UInt8(0x80 | scalar >> 12 & 0x3F))
      bytes.append(UInt8(0x80 | scalar >> 6 & 0x3F))
      bytes.append(UInt8(0x80 | scalar & 0x3F))
    }
    capitals.append(capital)
    while capitals.count < bytes.count { capitals.append(0) }
  }

  /// The scalar that starts at a byte of 0x80 or more; U+FFFD and one byte where none does.
  private static func decode(_ text: UnsafeBufferPointer<UInt8>, at index: Int) -> (scalar: UInt32, length: Int) {
    let lead = UInt32(text[index])
    let length: Int
    var scalar: UInt32
    switch lead {
    case 0xC2...0xDF: (length, scalar) = (2, lead & 0x1F)
    case 0xE0...0xEF: (length, scalar) = (3, lead & 0x0F)
    case 0xF0...0xF4: (length, scalar) = (4, lead & 0x07)
    default: return (0xFFFD, 1)
    }
    guard index + length <= text.count else { return (0xFFFD, 1) }
    for offset in 1..<length {
      let next = UInt32(text[index + offset])
      guard next & 0xC0 == 0x80 else { return (0xFFFD, 1) }
      scalar = scalar << 6 | next & 0x3F
    }
    let least: UInt32 = length == 2 ? 0x80 : length == 3 ? 0x800 : 0x10000
    guard scalar >= least, scalar <= 0x10FFFF, !(0xD800...0xDFFF).contains(scalar) else { return (0xFFFD, 1) }
    return (scalar, length)
  }
}
