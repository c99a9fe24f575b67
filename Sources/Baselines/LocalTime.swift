import Foundation
package import RequestModel

/// Offsets of IANA time zones, looked up by instant through a table of transitions made once a zone.
///
/// Covers 1990 to 2060; outside, the nearest known offset holds. A lookup is O(log transitions).
package struct ZoneTable: Sendable {
  private struct Transitions: Sendable {
    var starts: [Int64] = []
    var offsets: [Int32] = []
  }
  private var zones: [String: Transitions] = [:]

  package init() {}

  /// Seconds east of Greenwich in `zone` at `instant`; nil for a name that is no zone.
  package mutating func offset(of zone: String, at instant: Instant) -> Int32? {
    if zones[zone] == nil { zones[zone] = ZoneTable.transitions(of: zone) }
    guard let known = zones[zone], !known.starts.isEmpty else { return nil }
    var low = 0
    var high = known.starts.count - 1
    let moment = instant.seconds
    while low < high {
      let middle = (low + high + 1) / 2
      if known.starts[middle] <= moment { low = middle } else { high = middle - 1 }
    }
    return known.offsets[low]
  }

  private static func transitions(of name: String) -> Transitions {
    var table = Transitions()
    guard let zone = TimeZone(identifier: name) else { return table }
    let first = Date(timeIntervalSince1970: 631_152_000)
    let end = Date(timeIntervalSince1970: 2_840_140_800)
    var moment = first
    table.starts.append(.min)
    table.offsets.append(Int32(zone.secondsFromGMT(for: first)))
    while let next = zone.nextDaylightSavingTimeTransition(after: moment), next < end, next > moment {
      table.starts.append(Int64(next.timeIntervalSince1970.rounded()))
      table.offsets.append(Int32(zone.secondsFromGMT(for: next.addingTimeInterval(1))))
      moment = next
    }
    return table
  }
}

/// A moment on the clock on the agency's wall.
package struct LocalTime: Hashable, Sendable {
  package var date: CivilDate
  /// 0 … 23.
  package var hour: Int
  /// 0 … 59.
  package var minute: Int
  /// 0 Monday … 6 Sunday.
  package var weekday: Int

  /// The days by their number.
  package static let dayNames = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]

  package init(_ instant: Instant, offsetSeconds: Int32) {
    let local = instant.seconds + Int64(offsetSeconds)
    date = CivilDate(daysSinceEpoch: Int32(clamping: local.flooredDivision(by: 86_400)))
    let second = local.flooredRemainder(by: 86_400)
    hour = Int(second / 3600)
    minute = Int(second / 60 % 60)
    weekday = date.weekday
  }
}
