/// Cuts a folded text into words, numbers and masks, and counts sentences and marks on the way.
struct Tokenizer {
  private(set) var tokens: [Token] = []
  /// Where each sentence ends in the folded text, one past its last byte.
  private(set) var sentenceEnds: [Int] = []
  private(set) var exclamationCount = 0
  private(set) var questionCount = 0
  private(set) var commaCount = 0

  private var wordsInSentence = 0
  private var startsSentence = true
  /// How many words after a title may still be a name.
  private var nameReach = 0

  /// Words longer than this many bytes are identifiers.
  private static let longestWord = 60

  mutating func reset() {
    tokens.removeAll(keepingCapacity: true)
    sentenceEnds.removeAll(keepingCapacity: true)
    exclamationCount = 0
    questionCount = 0
    commaCount = 0
    wordsInSentence = 0
    startsSentence = true
    nameReach = 0
  }

  /// Reads the whole text.
  ///
  /// Complexity: O(n) in its bytes.
  mutating func read(_ text: borrowing FoldedText, table: inout WordTable, lexis: Lexis) {
    let inLatinText = text.letterCount > 2 * text.wideLetterCount
    text.bytes.withUnsafeBufferPointer { bytes in
      text.capitals.withUnsafeBufferPointer { capitals in
        ByteKind.table.withUnsafeBufferPointer { kinds in
          MarkedChunk.signs.withUnsafeBufferPointer { signs in
            let source = Source(bytes: bytes, capitals: capitals, kinds: kinds, signs: signs, inLatinText: inLatinText)
            read(source, table: &table, lexis: lexis)
          }
        }
      }
    }
  }

  private struct Source {
    var bytes: UnsafeBufferPointer<UInt8>
    var capitals: UnsafeBufferPointer<UInt8>
    var kinds: UnsafeBufferPointer<ByteKind>
    var signs: UnsafeBufferPointer<UInt8>
    var inLatinText: Bool

    @inline(__always) func kind(_ index: Int) -> ByteKind { kinds[Int(bytes[index])] }

    /// Whether no letter but the first is a capital.
    @inline(__always) func goesOnLower(_ range: Range<Int>) -> Bool {
      var capitals: UInt8 = 0
      for index in (range.lowerBound + 1)..<range.upperBound { capitals |= self.capitals[index] }
      return capitals == 0
    }
  }

  private mutating func read(_ source: Source, table: inout WordTable, lexis: Lexis) {
    let bytes = source.bytes
    var index = 0
    var chunkEnd = 0
    while index < bytes.count {
      let kind = source.kind(index)
      if kind == .space || kind == .lineEnd {
        if kind == .lineEnd { endLine(source, at: index) }
        index += 1
        continue
      }
      if index >= chunkEnd {
        var signs: UInt8 = source.signs[Int(bytes[index])]
        chunkEnd = index + 1
        while chunkEnd < bytes.count, bytes[chunkEnd] != 0x20, bytes[chunkEnd] != 0x0A {
          signs |= source.signs[Int(bytes[chunkEnd])]
          chunkEnd += 1
        }
        if signs & MarkedChunk.Sign.noLetter == 0 {
          let isASCII = signs & MarkedChunk.Sign.wide == 0
          append(letters: source, index..<chunkEnd, isASCII: isASCII, table: &table, lexis: lexis)
          index = chunkEnd
          continue
        }
        if signs & MarkedChunk.Sign.mark != 0, let marked = MarkedChunk(bytes, index..<chunkEnd, kinds: source.kinds) {
          append(mask: marked.mask)
          index = marked.range.upperBound
          continue
        }
      }
      switch kind {
      case .letter: index = readWord(source, from: index, table: &table, lexis: lexis)
      case .digit: index = readNumber(source, from: index, table: &table, lexis: lexis)
      default:
        readMark(source, at: index, table: table)
        index += 1
      }
    }
    endSentence(at: bytes.count)
  }

  // MARK: Words and numbers

  private mutating func readWord(_ source: Source, from start: Int, table: inout WordTable, lexis: Lexis) -> Int {
    var end = start
    var all: UInt8 = 0
    while end < source.bytes.count, source.kind(end) == .letter {
      all |= source.bytes[end]
      end += 1
    }
    if end < source.bytes.count, source.kind(end) == .digit {
      // Letters and digits in one: a code of some kind.
      while end < source.bytes.count, source.kind(end) == .letter || source.kind(end) == .digit { end += 1 }
      append(mask: .identifier)
      return end
    }
    append(letters: source, start..<end, isASCII: all < 0x80, table: &table, lexis: lexis)
    return end
  }

  /// A run of letters, which is a word unless it is too long for one.
  private mutating func append(
    letters source: Source, _ range: Range<Int>, isASCII: Bool, table: inout WordTable, lexis: Lexis
  ) {
    guard range.count <= Self.longestWord else { return append(mask: .identifier) }
    append(word: source, range, isASCII: isASCII, table: &table, lexis: lexis)
  }

  private mutating func append(
    word source: Source, _ range: Range<Int>, isASCII: Bool, table: inout WordTable, lexis: Lexis
  ) {
    let word = UnsafeBufferPointer(rebasing: source.bytes[range])
    let index: Int
    if !isASCII,
      let latin = Homoglyphs.latin(
        word, capitals: UnsafeBufferPointer(rebasing: source.capitals[range]), inLatinText: source.inLatinText)
    {
      index = latin.withUnsafeBufferPointer { table.index(of: $0, lexis: lexis) }
    } else {
      index = table.index(of: word, lexis: lexis)
    }
    let startsUpper = source.capitals[range.lowerBound] == 1
    let goesOnLower = startsUpper && range.count > 1 && source.goesOnLower(range)
    if table.entries[index].isTitle {
      nameReach = goesOnLower ? 3 : 0
    } else if nameReach > 0 {
      if startsUpper, goesOnLower || range.count == 1 {
        nameReach -= 1
        append(Token(entry: WordMask.name.rawValue, isInitial: range.count == 1))
        return
      }
      nameReach = 0
    }
    append(Token(entry: Int32(index), isInitial: range.count == 1))
  }

  private mutating func readNumber(_ source: Source, from start: Int, table: inout WordTable, lexis: Lexis) -> Int {
    let bytes = source.bytes
    var end = start
    var value: Int32 = 0
    while end < bytes.count, source.kind(end) == .digit {
      value = value > 99_999 ? value : value * 10 + Int32(bytes[end] - 0x30)
      end += 1
    }
    var tenths = value > 99_999 ? -1 : value * 10
    let whole = end
    var joints = 0
    while end + 1 < bytes.count, Self.joinsNumbers(bytes[end]), source.kind(end + 1) == .digit {
      let joint = bytes[end]
      let from = end + 1
      end = from
      while end < bytes.count, source.kind(end) == .digit { end += 1 }
      joints += 1
      if joints == 1, joint == 0x2E || joint == 0x2C, end - from == 1 {
        tenths = tenths < 0 ? -1 : tenths + Int32(bytes[from] - 0x30)
      } else if !(joints == 1 && joint == 0x2D && end - from <= 2 && whole - start <= 2) {
        tenths = -1
      }
    }
    var wordEnd = end
    while wordEnd < bytes.count, source.kind(wordEnd) == .letter { wordEnd += 1 }
    if wordEnd > end {
      // "24h" is a number and a unit; any other mixture is a code.
      let tail = UnsafeBufferPointer(rebasing: bytes[end..<wordEnd])
      let ends = wordEnd == bytes.count || source.kind(wordEnd) != .digit
      guard ends, tail.count <= 8, let reply = lexis.knowledge(of: tail).reply, reply.part == .unit else {
        while wordEnd < bytes.count, source.kind(wordEnd) == .letter || source.kind(wordEnd) == .digit { wordEnd += 1 }
        append(mask: .identifier)
        return wordEnd
      }
      append(mask: .number, tenths: tenths)
      append(Token(entry: Int32(table.index(of: tail, lexis: lexis))))
      return wordEnd
    }
    append(mask: .number, tenths: tenths)
    return end
  }

  private static func joinsNumbers(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x2E, 0x2C, 0x3A, 0x2F, 0x2D: true
    default: false
    }
  }

  private mutating func append(mask: WordMask, tenths: Int32 = -1) {
    nameReach = 0
    append(Token(entry: mask.rawValue, tenths: tenths))
  }

  private mutating func append(_ token: Token) {
    var token = token
    token.startsSentence = startsSentence
    startsSentence = false
    wordsInSentence += 1
    tokens.append(token)
  }

  // MARK: Marks and sentences

  private mutating func readMark(_ source: Source, at index: Int, table: WordTable) {
    switch source.bytes[index] {
    case 0x2C: commaCount += 1
    case 0x21:
      exclamationCount += 1
      closeSentence(source, at: index, afterStop: false, table: table)
    case 0x3F:
      questionCount += 1
      closeSentence(source, at: index, afterStop: false, table: table)
    case 0x2E: closeSentence(source, at: index, afterStop: true, table: table)
    case 0x3A, 0x3B, 0x28, 0x29: nameReach = 0
    default: break
    }
  }

  /// Ends the sentence at a closing mark, unless a full stop belongs to an abbreviation, an initial or an ordinal.
  private mutating func closeSentence(_ source: Source, at index: Int, afterStop: Bool, table: WordTable) {
    guard wordsInSentence > 0 else { return }
    var next = index + 1
    while next < source.bytes.count, Self.closesWith(source.bytes[next]) { next += 1 }
    guard next == source.bytes.count || source.bytes[next] == 0x20 || source.bytes[next] == 0x0A else { return }
    if afterStop, next < source.bytes.count, source.bytes[next] == 0x20, let last = tokens.last {
      if last.tenths >= 0, last.tenths < 1000 { return }
      if last.isInitial || table.entries[Int(last.entry)].isAbbreviation { return }
    }
    endSentence(at: next)
  }

  /// Whether a mark may stand behind the one that closes a sentence.
  private static func closesWith(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x22, 0x27, 0x29, 0x2E, 0x21, 0x3F: true
    default: false
    }
  }

  private mutating func endLine(_ source: Source, at index: Int) {
    nameReach = 0
    var next = index + 1
    while next < source.bytes.count, source.bytes[next] == 0x20 { next += 1 }
    if next == source.bytes.count || source.bytes[next] == 0x0A { endSentence(at: index) }
  }

  private mutating func endSentence(at index: Int) {
    guard wordsInSentence > 0 else { return }
    sentenceEnds.append(index)
    wordsInSentence = 0
    startsSentence = true
    nameReach = 0
  }
}
