import RequestModel

extension Reading {
  /// Hashes the subject and each line of the body; a body that is one line is cut into its sentences.
  mutating func fillLines(_ features: inout WordingFeatures, bodyStart: Int) {
    lines.reset()
    var lineCount = 0
    var start = 0
    let sentences = tokenizer.sentenceEnds
    for end in 0...text.bytes.count where end == text.bytes.count || text.bytes[end] == 0x0A {
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
    features.lines = lines.hashes
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

  /// Hashes one line, digits masked and white space collapsed; false, and nothing added, where it is blank.
  @discardableResult private mutating func addLine(_ range: Range<Int>) -> Bool {
    line.removeAll(keepingCapacity: true)
    for index in range {
      let byte = text.bytes[index]
      switch byte {
      case 0x20, 0x0A: if let last = line.last, last != 0x20 { line.append(0x20) }
      case 0x30...0x39: if line.last != 0x23 { line.append(0x23) }
      default: line.append(byte)
      }
    }
    if line.last == 0x20 { line.removeLast() }
    guard !line.isEmpty else { return false }
    lines.add(line.withUnsafeBufferPointer { hasher.hash($0) })
    return true
  }
}
