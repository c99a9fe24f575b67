import RequestModel

/// Bytes of a log line under construction.
struct LogBytes {
  var bytes: [UInt8]

  @inline(__always) mutating func byte(_ value: UInt8) { bytes.append(value) }

  mutating func ascii(_ text: StaticString) {
    bytes.append(contentsOf: UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
  }

  mutating func raw(_ text: String) {
    var text = text
    text.withUTF8 { bytes.append(contentsOf: $0) }
  }

  mutating func integer(_ value: Int) {
    if value < 0 {
      byte(45)
      integer(-value)
    } else if value < 10 {
      byte(48 + UInt8(value))
    } else {
      integer(value / 10)
      byte(48 + UInt8(value % 10))
    }
  }

  @inline(__always) private mutating func two(_ value: Int) {
    byte(48 + UInt8(truncatingIfNeeded: value / 10))
    byte(48 + UInt8(truncatingIfNeeded: value % 10))
  }

  mutating func date(_ date: CivilDate) {
    two(date.year / 100)
    two(date.year % 100)
    byte(45)
    two(date.month)
    byte(45)
    two(date.day)
  }

  /// RFC 3339 with the given offset; milliseconds only where there are some.
  mutating func instant(_ instant: Instant, offsetMinutes: Int) {
    let local = instant.microseconds + Int64(offsetMinutes) * 60_000_000
    let second = local.flooredDivision(by: 1_000_000)
    let ofDay = Int(second.flooredRemainder(by: 86_400))
    date(CivilDate(daysSinceEpoch: Int32(second.flooredDivision(by: 86_400))))
    byte(84)
    two(ofDay / 3_600)
    byte(58)
    two(ofDay / 60 % 60)
    byte(58)
    two(ofDay % 60)
    let fraction = Int(local.flooredRemainder(by: 1_000_000)) / 1_000
    if fraction > 0 {
      byte(46)
      byte(48 + UInt8(truncatingIfNeeded: fraction / 100))
      two(fraction % 100)
    }
    if offsetMinutes == 0 {
      byte(90)
    } else {
      byte(offsetMinutes < 0 ? 45 : 43)
      two(abs(offsetMinutes) / 60)
      byte(58)
      two(abs(offsetMinutes) % 60)
    }
  }

  /// A JSON string with its quotes.
  mutating func quoted(_ text: String) {
    byte(34)
    var text = text
    text.withUTF8 { source in
      var start = 0
      for i in source.indices where source[i] < 32 || source[i] == 34 || source[i] == 92 {
        bytes.append(contentsOf: source[start..<i])
        start = i + 1
        switch source[i] {
        case 10: ascii("\\n")
        case 13: ascii("\\r")
        case 9: ascii("\\t")
        case 34: ascii("\\\"")
        case 92: ascii("\\\\")
        case let other:
          ascii("\\u00")
          byte(48 + other / 16)
          byte(other % 16 < 10 ? 48 + other % 16 : 87 + other % 16)
        }
      }
      bytes.append(contentsOf: source[start...])
    }
    byte(34)
  }

  /// A CSV cell of RFC 4180, in quotes where it needs them.
  mutating func cell(_ text: String) {
    var text = text
    text.withUTF8 { source in
      guard source.contains(where: { $0 == 34 || $0 == 44 || $0 == 10 || $0 == 13 }) else {
        bytes.append(contentsOf: source)
        return
      }
      byte(34)
      for value in source {
        if value == 34 { byte(34) }
        byte(value)
      }
      byte(34)
    }
  }
}
