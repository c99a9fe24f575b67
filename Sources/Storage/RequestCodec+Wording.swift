import RequestModel

extension RequestCodec {
  static func encode(_ wording: WordingFeatures, into writer: inout ByteWriter) {
    writer.write(text: wording.language)
    writer.write(byte: (wording.isTruncated ? 1 : 0) | (wording.demandedMinutes == nil ? 0 : 2))
    if let minutes = wording.demandedMinutes { writer.write(signed: Int64(minutes)) }
    writer.write(signed: Int64(wording.wordCount))
    writer.write(signed: Int64(wording.characterCount))
    writer.write(signed: Int64(wording.sentenceCount))
    writer.write(signed: Int64(wording.lineCount))
    writer.write(signed: Int64(wording.letterCount))
    writer.write(signed: Int64(wording.capitalCount))
    writer.write(signed: Int64(wording.digitCount))
    writer.write(signed: Int64(wording.exclamationCount))
    writer.write(signed: Int64(wording.questionCount))
    writer.write(signed: Int64(wording.commaCount))
    writer.write(varint: UInt64(wording.lexiconHits.count))
    for hits in wording.lexiconHits { writer.write(varint: UInt64(hits)) }
    writer.write(words: wording.words)
    writer.write(hashes: wording.lines)
    writer.write(hashes: wording.shingles)
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
      let hash = try reader.fixed()
      let count = try reader.varint()
      guard count <= UInt64(UInt16.max) else { throw .numberOutOfRange }
      w.words.append(WordingFeatures.Word(hash: hash, count: UInt16(truncatingIfNeeded: count)))
    }
    w.lines = try reader.hashes()
    w.shingles = try reader.hashes()
    return w
  }
}
