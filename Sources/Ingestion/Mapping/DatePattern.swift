/// A date written by a pattern in the manner of strptime (POSIX), English month names, no locale.
///
/// `%Y %y %m %d %e %b %B %H %I %p %M %S %f %z %T %F %%` and plain text; white space matches any run of it. `%y` means
/// 1970 to 2069. Numbers may lack leading zeros.
package struct DatePattern: Sendable, Hashable {
  private enum Step: Sendable, Hashable {
    case number(Part, digits: Int)
    case monthName, halfDay, offset, space
    case text(UInt8)
  }
  fileprivate enum Part: Sendable, Hashable {
    case year, shortYear, month, day, hour, halfHour, minute, second, fraction
  }

  /// What a text says: a wall-clock time, and its offset where it has one.
  package struct Reading: Hashable, Sendable {
    package var year = 1970
    package var month = 1
    package var day = 1
    package var hour = 0
    package var minute = 0
    package var second = 0
    package var microsecond = 0
    package var offsetMinutes: Int?
  }

  private var steps: [Step] = []
  /// Whether the pattern speaks of hours.
  package private(set) var hasTime = false

  /// Nil for a directive that is not listed above, and for a pattern without year, month and day.
  package init?(_ pattern: String) {
    var isDirective = false
    for byte in pattern.utf8 {
      if isDirective {
        guard let meant = Self.steps(for: byte) else { return nil }
        steps += meant
        isDirective = false
      } else if byte == UInt8(ascii: "%") {
        isDirective = true
      } else {
        steps.append(byte.isASCIISpace ? .space : .text(byte))
      }
    }
    func has(_ parts: Part...) -> Bool {
      steps.contains { if case .number(let part, _) = $0 { parts.contains(part) } else { false } }
    }
    hasTime = has(.hour, .halfHour)
    guard !isDirective, has(.year, .shortYear), has(.month) || steps.contains(.monthName), has(.day) else { return nil }
  }

  private static func steps(for directive: UInt8) -> [Step]? {
    let two: (Part) -> Step = { .number($0, digits: 2) }
    let dash = Step.text(UInt8(ascii: "-"))
    let colon = Step.text(UInt8(ascii: ":"))
    switch directive {
    case UInt8(ascii: "Y"): return [.number(.year, digits: 4)]
    case UInt8(ascii: "y"): return [two(.shortYear)]
    case UInt8(ascii: "m"): return [two(.month)]
    case UInt8(ascii: "d"): return [two(.day)]
    case UInt8(ascii: "e"): return [.space, two(.day)]
    case UInt8(ascii: "b"), UInt8(ascii: "B"): return [.monthName]
    case UInt8(ascii: "H"): return [two(.hour)]
    case UInt8(ascii: "I"): return [two(.halfHour)]
    case UInt8(ascii: "p"): return [.halfDay]
    case UInt8(ascii: "M"): return [two(.minute)]
    case UInt8(ascii: "S"): return [two(.second)]
    case UInt8(ascii: "f"): return [.number(.fraction, digits: 9)]
    case UInt8(ascii: "z"): return [.offset]
    case UInt8(ascii: "F"): return [.number(.year, digits: 4), dash, two(.month), dash, two(.day)]
    case UInt8(ascii: "T"): return [two(.hour), colon, two(.minute), colon, two(.second)]
    case UInt8(ascii: "%"): return [.text(directive)]
    default: return nil
    }
  }

  /// Reads all of `text`, or nil; the ranges of the parts are checked by whoever takes the reading.
  ///
  /// O(length).
  package func read(_ text: ByteView) -> Reading? {
    var reading = Reading()
    var i = 0
    var isAfternoon: Bool?
    for step in steps {
      switch step {
      case .space:
        while i < text.count, text[i].isASCIISpace { i += 1 }
      case .text(let byte):
        guard i < text.count, text[i].asciiLowercased == byte.asciiLowercased else { return nil }
        i += 1
      case .monthName:
        guard let month = Self.month(text, &i) else { return nil }
        reading.month = month
      case .halfDay:
        guard i + 2 <= text.count, text[i + 1].asciiLowercased == UInt8(ascii: "m") else { return nil }
        let letter = text[i].asciiLowercased
        guard letter == UInt8(ascii: "a") || letter == UInt8(ascii: "p") else { return nil }
        isAfternoon = letter == UInt8(ascii: "p")
        i += 2
      case .offset:
        guard i < text.count, let minutes = Timestamp.offset(text, i) else { return nil }
        reading.offsetMinutes = minutes
        i = text.count
      case .number(let part, let digits):
        let first = i
        var value = 0
        while i < text.count, i - first < digits, text[i].isASCIIDigit {
          value = value * 10 + Int(text[i] &- 48)
          i += 1
        }
        guard i > first else { return nil }
        reading.set(part == .shortYear ? value + (value < 70 ? 2000 : 1900) : value, part.path, digits: i - first)
      }
    }
    guard i == text.count else { return nil }
    if let isAfternoon {
      guard (1...12).contains(reading.hour) else { return nil }
      reading.hour = reading.hour % 12 + (isAfternoon ? 12 : 0)
    }
    return reading
  }

  private static let monthNames = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]

  /// The month whose first three letters stand at `i`; steps behind all its letters.
  private static func month(_ text: ByteView, _ i: inout Int) -> Int? {
    guard i + 3 <= text.count else { return nil }
    let start = text.part(i, i + 3).text.lowercased()
    guard let month = monthNames.firstIndex(of: start) else { return nil }
    while i < text.count, text[i].isASCIILetter { i += 1 }
    return month + 1
  }
}

extension DatePattern.Part {
  fileprivate var path: WritableKeyPath<DatePattern.Reading, Int> {
    switch self {
    case .year, .shortYear: \.year
    case .month: \.month
    case .day: \.day
    case .hour, .halfHour: \.hour
    case .minute: \.minute
    case .second: \.second
    case .fraction: \.microsecond
    }
  }
}

extension DatePattern.Reading {
  fileprivate mutating func set(_ value: Int, _ path: WritableKeyPath<Self, Int>, digits: Int) {
    guard path == \.microsecond else {
      self[keyPath: path] = value
      return
    }
    var scaled = value
    for _ in digits..<max(digits, 6) { scaled *= 10 }
    for _ in 6..<max(digits, 6) { scaled /= 10 }
    microsecond = scaled
  }
}
