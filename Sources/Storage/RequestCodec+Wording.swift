import RequestModel

extension RequestCodec {
  static func encode(_ wording: WordingFeatures, into writer: inout ByteWriter) {
    writer.write(text: wording.language)
    writer.write(byte: (wording.isTruncated ? 1 : 0) | (wording.demandedMinutes == nil ? 0 : 2))
    if let minutes = wording.demandedMinutes { writer.write(signed: Int64(minutes)) }
    for count in counts(of: wording) { writer.write(signed: Int64(count)) }
    writer.write(varint: UInt64(wording.lexiconHits.count))
    for hits in wording.lexiconHits { writer.write(varint: UInt64(hits)) }
    writer.write(varint: UInt64(wording.words.count))
    for word in wording.words { writer.write(hash: word.hash, number: UInt64(word.count)) }
    writer.write(hashes: wording.lines)
    writer.write(hashes: wording.shingles)
  }

  private static func counts(of w: WordingFeatures) -> [Int32] {
    [
      w.wordCount, w.characterCount, w.sentenceCount, w.lineCount, w.letterCount, w.capitalCount, w.digitCount,
      w.exclamationCount, w.questionCount, w.commaCount,
    ]
  }

  /// Bytes written when there were fewer lexicons come back with zero hits of the newer ones.
  static func decodeWording(from reader: inout ByteReader) throws(RequestCodecError) -> WordingFeatures {
    var w = WordingFeatures()
    w.language = try reader.text()
    let flags = try reader.byte()
    guard flags < 4 else { throw .unknownValue }
    w.isTruncated = flags & 1 != 0
    if flags & 2 != 0 { w.demandedMinutes = try reader.signedNumber(Int32.self) }
    w.wordCount = try reader.signedNumber(Int32.self)
    w.characterCount = try reader.signedNumber(Int32.self)
    w.sentenceCount = try reader.signedNumber(Int32.self)
    w.lineCount = try reader.signedNumber(Int32.self)
    w.letterCount = try reader.signedNumber(Int32.self)
    w.capitalCount = try reader.signedNumber(Int32.self)
    w.digitCount = try reader.signedNumber(Int32.self)
    w.exclamationCount = try reader.signedNumber(Int32.self)
    w.questionCount = try reader.signedNumber(Int32.self)
    w.commaCount = try reader.signedNumber(Int32.self)
    let lexicons = try reader.count(ofSizeAtLeast: 1)
    guard lexicons <= w.lexiconHits.count else { throw .unknownValue }
    for i in 0..<lexicons { w.lexiconHits[i] = try reader.number(UInt16.self) }
    let words = try reader.count(ofSizeAtLeast: 9)
    w.words.reserveCapacity(words)
    for _ in 0..<words {
      w.words.append(WordingFeatures.Word(hash: try reader.fixed(), count: try reader.number(UInt16.self)))
    }
    w.lines = try reader.hashes()
    w.shingles = try reader.hashes()
    return w
  }
}
