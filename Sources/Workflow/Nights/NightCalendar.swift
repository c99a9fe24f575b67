import Baselines
import Foundation
package import RequestModel

/// Which night an instant belongs to: a calendar day that begins at a set hour of a set time zone.
package struct NightCalendar: Sendable {
  private var zone: String
  private var hour: Int
  private var table = ZoneTable()

  /// - Parameters:
  ///   - zone: an IANA name; `UTC` by default.
  ///   - hour: 0 … 23, the local hour at which a night begins.
  package init(zone: String = "UTC", hour: Int = 0) {
    self.zone = zone
    self.hour = hour
  }

  package mutating func night(of instant: Instant) -> Night {
    let offset = zone == "UTC" ? 0 : Int64(table.offset(of: zone, at: instant) ?? 0)
    let local = instant.seconds + offset - Int64(hour) * 3600
    return Night(day: Int32(clamping: local.flooredDivision(by: 86_400)))
  }

  /// The first instant after `night`.
  package mutating func end(of night: Night) -> Instant {
    let naive = (Int64(night.day) + 1) * 86_400 + Int64(hour) * 3600
    guard zone != "UTC" else { return Instant(seconds: naive) }
    let guess = Int64(table.offset(of: zone, at: Instant(seconds: naive)) ?? 0)
    let offset = Int64(table.offset(of: zone, at: Instant(seconds: naive - guess)) ?? 0)
    return Instant(seconds: naive - offset)
  }
}
