package import RequestModel

/// A timestamp of RFC 3339: an instant and the offset that it was written with.
package struct Timestamp: Hashable, Sendable {
  package var instant: Instant
  /// Minutes east of Greenwich.
  package var offsetMinutes: Int16

  package enum Failure: Error { case malformed, noOffset }

  /// Reads `2024-05-01T09:30:00.25+02:00`.
  ///
  /// `T` may be `t` or a space, `Z` may be `z`, and the colon of the offset may be missing. A leap second (`:60`) is the
  /// last microsecond of its minute; digits finer than a microsecond are cut off; the date must exist. Years are 0000 to
  /// 9999. O(length), no allocation.
  package static func parse(_ text: ByteView) -> Result<Timestamp, Failure> {
    guard text.count >= 19, let date = date(text),
      text[10] == UInt8(ascii: "T") || text[10] == UInt8(ascii: "t") || text[10] == 32,
      let hour = number(text, 11, 2), let minute = number(text, 14, 2), let second = number(text, 17, 2),
      text[13] == UInt8(ascii: ":"), text[16] == UInt8(ascii: ":"), hour < 24, minute < 60, second <= 60
    else { return .failure(.malformed) }
    var fraction = 0
    var i = 19
    if i < text.count, text[i] == UInt8(ascii: ".") || text[i] == UInt8(ascii: ",") {
      i += 1
      let first = i
      var unit = 100_000
      while i < text.count, text[i].isASCIIDigit {
        fraction += Int(text[i] &- 48) * unit
        unit /= 10
        i += 1
      }
      guard i > first else { return .failure(.malformed) }
    }
    if i == text.count { return .failure(.noOffset) }
    guard let offset = offset(text, i) else { return .failure(.malformed) }
    var seconds = Int64(date.daysSinceEpoch) * 86_400 + Int64(hour * 3_600 + minute * 60 + second)
    if second == 60 {
      seconds -= 1
      fraction = 999_999
    }
    let instant = Instant(microseconds: (seconds - Int64(offset) * 60) * 1_000_000 + Int64(fraction))
    return .success(Timestamp(instant: instant, offsetMinutes: Int16(offset)))
  }

  /// The date at the beginning of `text`, if it exists.
  package static func date(_ text: ByteView) -> CivilDate? {
    guard text.count >= 10, text[4] == UInt8(ascii: "-"), text[7] == UInt8(ascii: "-"), let year = number(text, 0, 4),
      let month = number(text, 5, 2), let day = number(text, 8, 2)
    else { return nil }
    let date = CivilDate(year: year, month: month, day: day)
    return date.exists ? date : nil
  }

  /// The offset at `start`, which must end the text: minutes, or nil.
  static func offset(_ text: ByteView, _ start: Int) -> Int? {
    let sign = text[start]
    let rest = text.count - start
    if sign == UInt8(ascii: "Z") || sign == UInt8(ascii: "z") { return rest == 1 ? 0 : nil }
    guard sign == UInt8(ascii: "+") || sign == UInt8(ascii: "-") else { return nil }
    let hasColon = rest == 6 && text[start + 3] == UInt8(ascii: ":")
    guard hasColon || rest == 5, let hours = number(text, start + 1, 2),
      let minutes = number(text, start + (hasColon ? 4 : 3), 2), hours < 24, minutes < 60
    else { return nil }
    let total = hours * 60 + minutes
    return sign == UInt8(ascii: "-") ? -total : total
  }

  /// `count` digits from `start` on; nil where one is none.
  @inline(__always)
  static func number(_ text: ByteView, _ start: Int, _ count: Int) -> Int? {
    guard start + count <= text.count else { return nil }
    var value = 0
    for i in start..<start + count {
      let digit = text[i] &- 48
      guard digit < 10 else { return nil }
      value = value * 10 + Int(digit)
    }
    return value
  }
}
