import RequestModel

/// When a zone changes its clocks.
enum ClockRule: UInt8, Sendable {
  case none, europe, unitedStates, australia, newZealand, chile
}

/// An IANA time zone by rule, valid for the years from 2016 on: local time needs neither tables nor the system's data.
struct Zone: Sendable {
  var name: String
  /// Minutes east of Greenwich in winter.
  var standard: Int
  var rule: ClockRule
}

/// A zone with its transitions worked out for the years of one log.
struct LocalClock: Sendable {
  let zone: Zone
  /// Seconds since the epoch of each change, ascending, and the offset in minutes from then on.
  private(set) var changes: [(second: Int64, offset: Int)] = []
  /// Days on which the clocks change, for the calendar of benign oddities.
  private(set) var changeDays: [Int32] = []

  init(_ zone: Zone, years: ClosedRange<Int>) {
    self.zone = zone
    for year in years {
      for change in LocalClock.changes(of: zone, in: year) {
        changes.append(change)
        let local = change.second + Int64(change.offset) * 60
        changeDays.append(Int32(local.flooredDivision(by: 86_400)))
      }
    }
  }

  /// Minutes east of Greenwich at an instant; O(number of changes).
  func offset(at second: Int64) -> Int {
    guard let first = changes.first else { return zone.standard }
    guard second >= first.second else { return startsInSummer ? zone.standard + 60 : zone.standard }
    var result = first.offset
    for change in changes {
      if change.second > second { break }
      result = change.offset
    }
    return result
  }

  /// The instant of a local wall-clock second; in the hour that is skipped or repeated, the offset of before holds.
  func second(ofLocal local: Int64) -> Int64 {
    let guess = local - Int64(offset(at: local - Int64(zone.standard) * 60)) * 60
    return local - Int64(offset(at: guess)) * 60
  }

  private var startsInSummer: Bool {
    switch zone.rule {
    case .australia, .newZealand, .chile: true
    default: false
    }
  }

  private static func changes(of zone: Zone, in year: Int) -> [(second: Int64, offset: Int)] {
    let winter = zone.standard
    let summer = zone.standard + 60
    /// A local clock time under the offset in force before the change.
    func at(_ day: Int32, hour: Int, under offset: Int) -> Int64 {
      Int64(day) * 86_400 + Int64(hour * 3_600) - Int64(offset) * 60
    }
    switch zone.rule {
    case .none: return []
    case .europe:
      return [
        (at(lastSunday(year, 3), hour: 1, under: 0), summer), (at(lastSunday(year, 10), hour: 1, under: 0), winter),
      ]
    case .unitedStates:
      return [
        (at(sunday(year, 3, notBefore: 8), hour: 2, under: winter), summer),
        (at(sunday(year, 11, notBefore: 1), hour: 2, under: summer), winter),
      ]
    case .australia:
      return [
        (at(sunday(year, 4, notBefore: 1), hour: 3, under: summer), winter),
        (at(sunday(year, 10, notBefore: 1), hour: 2, under: winter), summer),
      ]
    case .newZealand:
      return [
        (at(sunday(year, 4, notBefore: 1), hour: 3, under: summer), winter),
        (at(lastSunday(year, 9), hour: 2, under: winter), summer),
      ]
    case .chile:
      return [
        (at(sunday(year, 4, notBefore: 2), hour: 3, under: 0), winter),
        (at(sunday(year, 9, notBefore: 2), hour: 4, under: 0), summer),
      ]
    }
  }

  private static func sunday(_ year: Int, _ month: Int, notBefore day: Int) -> Int32 {
    let first = CivilDate(year: year, month: month, day: day)
    return first.daysSinceEpoch + Int32(6 - first.weekday)
  }

  private static func lastSunday(_ year: Int, _ month: Int) -> Int32 {
    let last = CivilDate(year: year, month: month, day: CivilDate.daysInMonth(year: year, month: month))
    return last.daysSinceEpoch - Int32((last.weekday + 1) % 7)
  }
}
