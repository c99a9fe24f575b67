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
      let byte = text[index]
      if byte < 0x80 {
        index += 1
        if byte == 0x0D {
          // A carriage return alone ends a line; before a line feed it says nothing.
          if index < text.count, text[index] == 0x0A { continue }
          appendMark(0x0A)
        } else {
          appendASCII(byte)
        }
      } else {
        let (scalar, length) = Self.decode(text, at: index)
        index += length
        appendWide(scalar)
      }
    }
  }

  /// Ends the paragraph where text stands, and returns where what comes next will start.
  mutating func endParagraph() -> Int {
    guard !bytes.isEmpty else { return 0 }
    for _ in 0..<2 { appendMark(0x0A) }
    return bytes.count
  }

  @inline(__always) private mutating func appendASCII(_ byte: UInt8) {
    characterCount += 1
    var folded = byte
    var capital: UInt8 = 0
    switch byte {
    case 0x61...0x7A: letterCount += 1
    case 0x41...0x5A:
      letterCount += 1
      capitalCount += 1
      capital = 1
      folded = byte + 0x20
    case 0x30...0x39: digitCount += 1
    case 0x0A: characterCount -= 1
    case 0..<0x20, 0x7F: folded = 0x20
    default: break
    }
    bytes.append(folded)
    capitals.append(capital)
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
      for byte in UnsafeBufferPointer(start: letters.utf8Start, count: letters.utf8CodeUnitCount) { appendASCII(byte) }
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
