import Foundation
package import RequestModel

/// Where one night ends and the next begins: an hour of the day in a time zone.
///
/// Night n begins at the first instant at which the local clock shows date n and that hour, or, where daylight saving skips
/// the hour, something later. A clock that is set back across the boundary does not begin a night twice.
package struct NightBoundary: Sendable {
  private let zone: TimeZone
  private let hour: Int64
  private let isFixed: Bool
  /// The night that was asked for last, and its ends in seconds.
  private var known: (night: Night, begin: Int64, end: Int64)?

  /// A boundary at `hour` (0 to 23) of `timeZone`; nil where there is no such zone.
  package init?(timeZone: String, hour: Int) {
    guard let zone = TimeZone(identifier: timeZone) else { return nil }
    self.zone = zone
    self.hour = Int64(hour)
    isFixed = ["UTC", "GMT", "Etc/UTC", "Etc/GMT"].contains(timeZone)
  }

  /// The night that holds `instant`.
  ///
  /// O(1) for an instant of the night that was asked for last.
  package mutating func night(of instant: Instant) -> Night {
    let seconds = instant.seconds
    if let known, known.begin <= seconds, seconds < known.end { return known.night }
    var night = Night(
      day: Int32(clamping: (seconds + offset(at: seconds) - hour * 3_600).flooredDivision(by: 86_400)))
    while begin(of: night.advanced(by: 1)) <= seconds { night = night.advanced(by: 1) }
    while begin(of: night) > seconds { night = night.advanced(by: -1) }
    known = (night, begin(of: night), begin(of: night.advanced(by: 1)))
    return night
  }

  /// The first instant of `night`.
  package func start(of night: Night) -> Instant { Instant(seconds: begin(of: night)) }

  /// The first instant after `night`.
  package func end(of night: Night) -> Instant { start(of: night.advanced(by: 1)) }

  /// The first second whose local clock shows `night` and the hour, or later.
  private func begin(of night: Night) -> Int64 {
    let local = Int64(night.day) * 86_400 + hour * 3_600
    if isFixed { return local }
    // Offsets lie within a day of Greenwich, so the boundary lies between these two.
    var low = local - 86_400
    var high = local + 86_400
    let before = offset(at: low)
    let after = offset(at: high)
    if before == after { return local - before }
    while high - low > 1 {
      let middle = low + (high - low) / 2
      if offset(at: middle) == before { low = middle } else { high = middle }
    }
    // `high` is the first second of the new offset.
    return local - before < high ? local - before : max(high, local - after)
  }

  private func offset(at seconds: Int64) -> Int64 {
    isFixed ? 0 : Int64(zone.secondsFromGMT(for: Date(timeIntervalSince1970: Double(seconds))))
  }
}

extension Configuration {
  package func nightBoundary() throws(WorkflowError) -> NightBoundary {
    guard let boundary = NightBoundary(timeZone: timeZone, hour: nightHour) else {
      throw .usage("There is no time zone \(timeZone) on this machine. Install tzdata, or correct time_zone.")
    }
    return boundary
  }
}
