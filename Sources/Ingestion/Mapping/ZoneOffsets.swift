import Foundation

/// The offsets of one time zone, remembered by the quarter hour.
struct ZoneOffsets {
  private let zone: TimeZone
  private var lastQuarter = Int64.min
  private var lastOffset = 0

  init?(identifier: String) {
    guard let zone = TimeZone(identifier: identifier) else { return nil }
    self.zone = zone
  }

  /// Seconds east of Greenwich at an instant, in seconds since 1970.
  ///
  /// Zones change at quarter hours only.
  mutating func offset(at seconds: Int64) -> Int {
    let quarter = seconds >= 0 ? seconds / 900 : (seconds - 899) / 900
    if quarter != lastQuarter {
      lastQuarter = quarter
      lastOffset = zone.secondsFromGMT(for: Date(timeIntervalSince1970: Double(seconds)))
    }
    return lastOffset
  }

  /// The offset of a wall-clock time (as if it were UTC, in seconds since 1970).
  ///
  /// Of a time that the clocks show twice it is the first; a time that they skip counts on from before the gap.
  mutating func offset(atWallClock wall: Int64) -> Int {
    let before = offset(at: wall - 86_400)
    if offset(at: wall - Int64(before)) == before { return before }
    let after = offset(at: wall + 86_400)
    return offset(at: wall - Int64(after)) == after ? after : before
  }
}
