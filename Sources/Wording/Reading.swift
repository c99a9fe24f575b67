import RequestModel
import Statistics

/// The working state of an analyzer, and the order of its steps.
struct Reading {
  let hasher: SipHash
  let bodyLimit: Int
  let lexis = Lexis.standard
  let stemmers: [Stemmer]
  let lexicons = LexiconTable.standard

  var text = FoldedText()
  var table = WordTable()
  var tokenizer = Tokenizer()
  var words = HashCounter(limit: 400)
  var lines = HashCounter(limit: 128)
  var shingles = HashCounter(limit: 128)
  var line: [UInt8] = []
  /// What every token is in the language that was read last.
  var stems: [WordTable.Stem] = []
  var hashes: [UInt64] = []

  /// Past this many words the table starts anew with the next letter.
  static let tableLimit = 8_000

  init(hasher: SipHash, bodyLimit: Int) {
    self.hasher = hasher
    self.bodyLimit = bodyLimit
    stemmers = WordingLanguage.allCases.map { Stemmer($0) }
    enterMasks()
  }

  private mutating func enterMasks() {
    for mask in WordMask.allCases {
      mask.bytes.withUnsafeBufferPointer { _ = table.index(of: $0, lexis: lexis) }
    }
  }

  mutating func features(subject: UnsafeBufferPointer<UInt8>, body: UnsafeBufferPointer<UInt8>) -> WordingFeatures {
    if table.count > Self.tableLimit {
      table.removeAll()
      enterMasks()
    }
    var features = WordingFeatures()
    let kept = Self.cut(body, to: bodyLimit)
    features.isTruncated = kept.count < body.count
    text.reset()
    text.append(Self.cut(subject, to: bodyLimit))
    let bodyStart = text.endParagraph()
    text.append(kept)
    tokenizer.reset()
    tokenizer.read(text, table: &table, lexis: lexis)

    let language = LanguageGuess.language(of: tokenizer.tokens, in: table)
    features.language = language?.code ?? ""
    readStems(language)
    fillWords(&features)
    fillShingles(&features)
    fillLines(&features, bodyStart: bodyStart)
    fillLexicons(&features, language: language)
    features.demandedMinutes = ReplyTime.shortest(in: tokenizer.tokens, table: table)
    fillCounts(&features)
    return features
  }

  /// The longest start of the bytes within the limit that does not split a character.
  private static func cut(_ bytes: UnsafeBufferPointer<UInt8>, to limit: Int) -> UnsafeBufferPointer<UInt8> {
    guard bytes.count > limit else { return bytes }
    var end = max(0, limit)
    while end > 0, bytes[end] & 0xC0 == 0x80 { end -= 1 }
    return UnsafeBufferPointer(rebasing: bytes[..<end])
  }

  private func fillCounts(_ features: inout WordingFeatures) {
    features.wordCount = Int32(clamping: tokenizer.tokens.count)
    features.characterCount = Int32(clamping: text.characterCount)
    features.sentenceCount = Int32(clamping: tokenizer.sentenceEnds.count)
    features.letterCount = Int32(clamping: text.letterCount)
    features.capitalCount = Int32(clamping: text.capitalCount)
    features.digitCount = Int32(clamping: text.digitCount)
    features.exclamationCount = Int32(clamping: tokenizer.exclamationCount)
    features.questionCount = Int32(clamping: tokenizer.questionCount)
    features.commaCount = Int32(clamping: tokenizer.commaCount)
  }
}
