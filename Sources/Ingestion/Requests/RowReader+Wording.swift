import RequestModel
import Wording

extension RowReader {
  /// Language and wording; hands back the text that the content digest takes in.
  func readWording() -> (subject: ByteView, body: ByteView) {
    let language = language()
    request.language = language
    let subject = letter(.subject)
    let body = letter(.body)
    guard !subject.text.isEmpty || !body.text.isEmpty else { return (subject.text, body.text) }
    request.wording = analyzer?.analyze(subject: subject.text, body: body.text, declaredLanguage: language)
    if subject.isCut || body.isCut { request.wording?.isTruncated = true }
    return (subject.text, body.text)
  }

  /// A BCP 47 tag in lower case; an underscore counts as its dash.
  private func language() -> String {
    guard let text = text(.language) else { return "" }
    let found = texts.value(for: text, salt: 2) {
      var tag: [UInt8] = []
      var length = 0
      var isFirst = true
      for byte in text {
        if byte == UInt8(ascii: "-") || byte == UInt8(ascii: "_") {
          guard length > (isFirst ? 1 : 0) else { return ("", true) }
          isFirst = false
          length = 0
          tag.append(UInt8(ascii: "-"))
        } else {
          guard byte.isASCIILetter || (!isFirst && byte.isASCIIDigit), length < 8 else { return ("", true) }
          length += 1
          tag.append(byte.asciiLowercased)
        }
      }
      guard length > (isFirst ? 1 : 0), tag.count <= 35 else { return ("", true) }
      return (String(decoding: tag, as: UTF8.self), false)
    }
    if found.isAltered { drop(.language, .notALanguage) }
    return found.text
  }

  /// A text of any length, cut at the limit between two characters.
  private func letter(_ field: OptionalField) -> (text: ByteView, isCut: Bool) {
    guard let text = text(field) else { return (ByteView(start: nil, count: 0), false) }
    guard text.count > limits.bodyBytes else { return (text, false) }
    note(.optional(field), .tooLongText(limit: limits.bodyBytes), .altered)
    var end = limits.bodyBytes
    while end > 0, text[end] & 0xC0 == 0x80 { end -= 1 }
    return (text.part(0, end), true)
  }
}
