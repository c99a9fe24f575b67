import RequestModel
import Statistics

extension Reading {
  /// Hashes the subject and each line of the body; a body that is one line is cut into its sentences.
  mutating func fillLines(_ features: inout WordingFeatures, bodyStart: Int) {
    lines.reset()
    var lineCount = 0
    var start = 0
    let sentences = tokenizer.sentenceEnds
    while start <= text.bytes.count {
      let end = text.bytes.withUnsafeBufferPointer { LineScan.endOfLine($0, from: start) }
      if addLine(start..<end) { lineCount += 1 }
      start = end + 1
    }
    if bodyIsOneLine(bodyStart) {
      lines.reset()
      addLine(0..<bodyStart)
      start = bodyStart
      for end in sentences where end > bodyStart {
        addLine(start..<end)
        start = end
      }
    }
    features.lines = Array(lines.hashes)
    features.lineCount = Int32(clamping: lineCount)
  }

  private func bodyIsOneLine(_ start: Int) -> Bool {
    var hasContent = false
    var hasEnded = false
    for index in start..<text.bytes.count {
      let byte = text.bytes[index]
      if byte == 0x0A {
        hasEnded = hasContent
      } else if byte != 0x20 {
        if hasEnded { return false }
        hasContent = true
      }
    }
    return true
  }

  /// What stands for a byte in a line: `#` (0x23) for a digit, a blank for a line end.
  private static let lineBytes: [UInt8] = (0...255).map { $0 == 0x0A ? 0x20 : (0x30...0x39).contains($0) ? 0x23 : $0 }

  /// Hashes one line, digits masked and white space collapsed; false, and nothing added, where it is blank.
  @discardableResult private mutating func addLine(_ range: Range<Int>) -> Bool {
    if line.count < range.count { line = [UInt8](repeating: 0, count: range.count * 2) }
    let hash = line.withUnsafeMutableBufferPointer { line in
      text.bytes.withUnsafeBufferPointer { bytes in
        Self.hash(UnsafeBufferPointer(rebasing: bytes[range]), masked: line, by: hasher)
      }
    }
    guard let hash else { return false }
    lines.add(hash)
    return true
  }

  /// The hash of a line, which is written down where it cannot be hashed as it stands; nil for a blank one.
  private static func hash(
    _ bytes: UnsafeBufferPointer<UInt8>, masked line: UnsafeMutableBufferPointer<UInt8>, by hasher: SipHash
  ) -> UInt64? {
    let plain = LineScan.plainBytes(bytes)
    if plain == bytes.count {
      let length = bytes.last == 0x20 ? plain - 1 : plain
      return length == 0 ? nil : hasher.hash(UnsafeBufferPointer(rebasing: bytes[..<length]))
    }
    let length = lineBytes.withUnsafeBufferPointer { mask(bytes, from: plain, by: $0, into: line) }
    return length == 0 ? nil : hasher.hash(UnsafeBufferPointer(rebasing: line[..<length]))
  }

  /// Writes a line down masked, and returns how long it is; its first `plain` bytes stay as they are.
  private static func mask(
    _ bytes: UnsafeBufferPointer<UInt8>, from plain: Int, by masks: UnsafeBufferPointer<UInt8>,
    into line: UnsafeMutableBufferPointer<UInt8>
  ) -> Int {
    var length = plain
    var last: UInt8 = 0x20
    if plain > 0, let source = bytes.baseAddress {
      line.baseAddress?.update(from: source, count: plain)
      last = bytes[plain - 1]
    }
    for index in plain..<bytes.count {
      let byte = masks[Int(bytes[index])]
      // One that repeats a blank or a digit is written over.
      line[length] = byte
      length &+= byte == last && (byte == 0x20 || byte == 0x23) ? 0 : 1
      last = byte
    }
    return length > 0 && last == 0x20 ? length - 1 : length
  }
}
