package import RequestModel

/// Dates and times as files and pages write them; no clock, locale or time-zone database.
package enum TimeText {
  /// Appends RFC 3339 in UTC: `2024-03-12T22:01:05Z`, with three or six decimals where there are finer digits.
  package static func append(_ instant: Instant, to bytes: inout [UInt8]) {
    let date = CivilDate(daysSinceEpoch: Int32(clamping: instant.seconds.flooredDivision(by: 86_400)))
    let second = Int(instant.seconds.flooredRemainder(by: 86_400))
    append(date.year, width: 4, to: &bytes)
    bytes.append(0x2D)
    append(date.month, width: 2, to: &bytes)
    bytes.append(0x2D)
    append(date.day, width: 2, to: &bytes)
    bytes.append(UInt8(ascii: "T"))
    append(second / 3600, width: 2, to: &bytes)
    bytes.append(0x3A)
    append(second / 60 % 60, width: 2, to: &bytes)
    bytes.append(0x3A)
    append(second % 60, width: 2, to: &bytes)
    let fraction = Int(instant.microseconds.flooredRemainder(by: 1_000_000))
    if fraction > 0 {
      bytes.append(0x2E)
      if fraction % 1000 == 0 {
        append(fraction / 1000, width: 3, to: &bytes)
      } else {
        append(fraction, width: 6, to: &bytes)
      }
    }
    bytes.append(UInt8(ascii: "Z"))
  }

  package static func rfc3339(_ instant: Instant) -> String {
    var bytes: [UInt8] = []
    append(instant, to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Milliseconds since the epoch, rounded towards the past.
  package static func milliseconds(_ instant: Instant) -> Int {
    Int(instant.microseconds.flooredDivision(by: 1000))
  }

  /// `22:01` at `offsetMinutes` east of Greenwich.
  package static func clock(_ instant: Instant, offsetMinutes: Int = 0) -> String {
    let minute = (instant.seconds.flooredDivision(by: 60) + Int64(offsetMinutes)).flooredRemainder(by: 1440)
    return Figure.padded(Int(minute) / 60, 2) + ":" + Figure.padded(Int(minute) % 60, 2)
  }

  /// `Tue 12 Mar 2024, 22:01` at `offsetMinutes` east of Greenwich.
  package static func dateAndClock(_ instant: Instant, offsetMinutes: Int = 0) -> String {
    let day = (instant.seconds + Int64(offsetMinutes) * 60).flooredDivision(by: 86_400)
    let date = CivilDate(daysSinceEpoch: Int32(clamping: day))
    return "\(weekdays[date.weekday].prefix(3)) \(date.day) \(months[date.month - 1].prefix(3)) \(date.year), "
      + clock(instant, offsetMinutes: offsetMinutes)
  }

  /// `UTC+01:00`; `UTC` for zero.
  package static func offset(_ minutes: Int) -> String {
    guard minutes != 0 else { return "UTC" }
    let size = Int(minutes.magnitude)
    return "UTC" + (minutes < 0 ? "−" : "+") + Figure.padded(size / 60, 2) + ":" + Figure.padded(size % 60, 2)
  }

  /// `Tuesday 12 March 2024`.
  package static func long(_ night: Night) -> String {
    let date = night.date
    return "\(weekdays[date.weekday]) \(date.day) \(months[date.month - 1]) \(date.year)"
  }

  /// `6 to 12 March 2024`, `28 February to 5 March 2024`, with both years where they differ.
  package static func span(_ first: Night, _ last: Night) -> String {
    let (a, b) = (first.date, last.date)
    let end = "\(b.day) \(months[b.month - 1]) \(b.year)"
    if a.year != b.year { return "\(a.day) \(months[a.month - 1]) \(a.year) to \(end)" }
    return a.month == b.month ? "\(a.day) to \(end)" : "\(a.day) \(months[a.month - 1]) to \(end)"
  }

  /// `12 Mar`.
  package static func short(_ night: Night) -> String { "\(night.date.day) \(months[night.date.month - 1].prefix(3))" }

  static let weekdays = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
  static let months = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
  ]

  private static func append(_ number: Int, width: Int, to bytes: inout [UInt8]) {
    var divisor = 1
    for _ in 1..<width { divisor *= 10 }
    var rest = max(number, 0) % (divisor * 10)
    for _ in 0..<width {
      bytes.append(0x30 + UInt8(truncatingIfNeeded: rest / divisor))
      rest %= divisor
      divisor = max(divisor / 10, 1)
    }
  }
}
