import RequestModel

extension RowReader {
  /// What the request asks for, and on what basis.
  func readAsked() {
    request.caseNumber = code(.caseNumber, .caseNumber)
    if request.caseNumber != nil, let text = value(.caseNumber).pointee.plainText {
      request.caseNumberShape = Self.shape(of: text)
    }
    readCitations()
    request.deadlineMinutes = wholeNumber(.deadlineMinutes)
    request.natures = words(.emergencyNature, names.natures, or: .other)
    request.categories = words(.dataCategories, names.categories, or: .other)
    request.scope = wholeNumber(.scope)
    request.periodStart = date(.periodStart)
    request.periodEnd = date(.periodEnd)
    if let start = request.periodStart, let end = request.periodEnd, end.daysSinceEpoch < start.daysSinceEpoch {
      drop(.periodEnd, .endsBeforeStart)
      request.periodEnd = nil
    }
    readAttachments()
  }

  func readDisposition() {
    disposition = word(.disposition, names.dispositions, or: nil)
    dispositionAt = timestamp(.dispositionAt)
  }

  /// Digits as 9, letters as A, runs of four or more as one and a `+`; at most 64 characters.
  static func shape(of text: ByteView) -> String {
    var shape: [UInt8] = []
    var last: UInt8 = 0
    var run = 0
    func endRun() {
      if run > 3 {
        shape.append(last)
        shape.append(UInt8(ascii: "+"))
      } else {
        for _ in 0..<run { shape.append(last) }
      }
    }
    for byte in text {
      // A letter of another script counts once: by its first byte.
      if byte & 0xC0 == 0x80 { continue }
      let mark: UInt8 =
        byte.isASCIIDigit ? UInt8(ascii: "9") : byte.isASCIILetter || byte >= 128 ? UInt8(ascii: "A") : byte
      if mark == last, byte.isASCIIDigit || byte.isASCIILetter || byte >= 128 {
        run += 1
        continue
      }
      endRun()
      if shape.count > 64 { break }
      last = mark
      run = mark.isASCIIControl ? 0 : 1
    }
    endRun()
    return String(decoding: shape.prefix(64), as: UTF8.self)
  }

  private func readCitations() {
    guard value(.legalCitations).pointee.isPresent else { return }
    var citations: [String] = []
    forEachItem(.legalCitations) { text in
      let limit = limits.identifierBytes
      let found = texts.value(for: text, salt: 1) {
        let (clean, isAltered) = TextCleaning.readable(text, limit: limit)
        return (
          String(String.UnicodeScalarView(clean.lowercased().unicodeScalars.filter { !$0.properties.isWhitespace })),
          isAltered
        )
      }
      if found.isAltered { note(.optional(.legalCitations), .hiddenCharacters, .altered) }
      if !found.text.isEmpty { citations.append(found.text) }
      return true
    }
    request.legalCitations = Self.sortedUnique(citations)
  }

  private static func sortedUnique(_ items: [String]) -> [String] {
    guard items.count > 1 else { return items }
    var kept: [String] = []
    for item in items.sorted(by: { $0.utf8.lexicographicallyPrecedes($1.utf8) }) where item != kept.last {
      kept.append(item)
    }
    return kept
  }

  private func readAttachments() {
    guard value(.attachments).pointee.isPresent else { return }
    var found: [Pseudonym] = []
    found.reserveCapacity(4)
    forEachItem(.attachments) { text in
      guard desk.form.digest(text) else { return false }
      found.append(desk.pseudonymOfForm(.attachment))
      return true
    }
    found.sort { ($0.high, $0.low) < ($1.high, $1.low) }
    let isRepeated = found.indices.dropFirst().contains { found[$0] == found[$0 - 1] }
    request.attachments = isRepeated ? found.reduce(into: []) { if $0.last != $1 { $0.append($1) } } : found
  }

  /// A date, or the date that a timestamp begins with.
  private func date(_ field: OptionalField) -> CivilDate? {
    guard let text = text(field) else { return nil }
    if let date = Timestamp.date(text) {
      if text.count == 10 { return date }
      if case .success = Timestamp.parse(text) { return date }
    }
    drop(field, .notADate)
    return nil
  }
}
