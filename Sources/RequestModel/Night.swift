/// One calendar day of the log: the unit of work.
///
/// Counted in days since 1970-01-01.
package struct Night: Hashable, Comparable, Sendable, Codable, Strideable, CustomStringConvertible {
  package var day: Int32

  @inlinable package init(day: Int32) { self.day = day }

  package init(_ date: CivilDate) { day = date.daysSinceEpoch }

  /// Reads `YYYY-MM-DD`; nil for anything else.
  package init?(_ text: String) {
    guard let date = CivilDate(text) else { return nil }
    self.init(date)
  }

  @inlinable package static func < (a: Night, b: Night) -> Bool { a.day < b.day }
  @inlinable package func distance(to other: Night) -> Int { Int(other.day) - Int(day) }
  @inlinable package func advanced(by n: Int) -> Night { Night(day: day + Int32(n)) }

  package var date: CivilDate { CivilDate(daysSinceEpoch: day) }

  /// `YYYY-MM-DD`.
  package var description: String { date.description }
}

/// A date of the proleptic Gregorian calendar.
///
/// The conversions follow Howard Hinnant, "chrono-compatible low-level date algorithms" (2013); O(1).
package struct CivilDate: Hashable, Sendable, CustomStringConvertible {
  package var year: Int
  package var month: Int
  package var day: Int

  package init(year: Int, month: Int, day: Int) {
    self.year = year
    self.month = month
    self.day = day
  }

  package init(daysSinceEpoch: Int32) {
    let z = Int(daysSinceEpoch) + 719_468
    let era = (z >= 0 ? z : z - 146_096) / 146_097
    let dayOfEra = z - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shifted = (5 * dayOfYear + 2) / 153
    day = dayOfYear - (153 * shifted + 2) / 5 + 1
    month = shifted < 10 ? shifted + 3 : shifted - 9
    year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
  }

  /// Reads exactly `YYYY-MM-DD`, a date that exists; nil for anything else.
  package init?(_ text: String) {
    let digits = Array(text.utf8)
    guard digits.count == 10, digits[4] == UInt8(ascii: "-"), digits[7] == UInt8(ascii: "-") else { return nil }
    func number(_ range: Range<Int>) -> Int? {
      var value = 0
      for i in range {
        guard digits[i] >= 48, digits[i] <= 57 else { return nil }
        value = value * 10 + Int(digits[i] - 48)
      }
      return value
    }
    guard let year = number(0..<4), let month = number(5..<7), let day = number(8..<10) else { return nil }
    self.init(year: year, month: month, day: day)
    guard exists else { return nil }
  }

  /// Whether the calendar has this date.
  package var exists: Bool {
    guard (1...12).contains(month), day >= 1 else { return false }
    return day <= CivilDate.daysInMonth(year: year, month: month)
  }

  package static func daysInMonth(year: Int, month: Int) -> Int {
    switch month {
    case 2: return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    case 4, 6, 9, 11: return 30
    default: return 31
    }
  }

  package var daysSinceEpoch: Int32 {
    let y = month <= 2 ? year - 1 : year
    let era = (y >= 0 ? y : y - 399) / 400
    let yearOfEra = y - era * 400
    let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    return Int32(clamping: era * 146_097 + dayOfEra - 719_468)
  }

  /// 0 Monday … 6 Sunday.
  package var weekday: Int { Int((Int64(daysSinceEpoch) + 3).flooredRemainder(by: 7)) }

  package var description: String {
    func padded(_ n: Int, _ width: Int) -> String {
      let s = String(n)
      return s.count >= width ? s : String(repeating: "0", count: width - s.count) + s
    }
    return "\(padded(year, 4))-\(padded(month, 2))-\(padded(day, 2))"
  }
}
