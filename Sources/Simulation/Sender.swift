import RequestModel

/// When a person works, in local hours.
enum Shift: UInt8, Sendable {
  case day, evening, night, aroundTheClock
}

/// One person who files requests, for as long as they hold the post.
struct Sender: Sendable {
  var key: UInt64 = 0
  var name = ""
  /// The mail address without its domain.
  var localPart = ""
  /// The whole address where it is not at the agency's own domain.
  var foreignAddress = ""
  var badge = ""
  var phone = ""
  /// Days in the post, the last excluded.
  var tenure: Range<Int32> = 0..<0
  /// Days without a request, whatever the reason.
  var absence: Range<Int32> = 0..<0
  /// How much of the agency's work falls to this person.
  var weight = 1.0
  var shift = Shift.day
  /// The middle of the working day, in hours after local midnight.
  var middle = 12.5
  /// Hours that a detached officer's day moves, and from when.
  var detached: (day: Int32, hours: Int)?
  var hand = Hand()
  /// Operating system and browser, by position in the device list.
  var device = 0
  /// Months that the browser lags behind.
  var lag = 0
  /// Share of sessions away from the office.
  var mobility = 0.05
  var usesSecondFactor = true
  /// When the portal account was made, in days since 1970.
  var accountDay: Int32 = 0

  func isActive(on day: Int32) -> Bool { tenure.contains(day) && !absence.contains(day) }

  /// Weight of the person on a day; zero when away.
  func load(on day: Int32) -> Double { isActive(on: day) ? weight : 0 }
}
