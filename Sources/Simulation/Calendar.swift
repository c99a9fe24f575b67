import RequestModel

/// How a public holiday is found in a year.
enum HolidayRule: Sendable {
  case fixed(_ month: Int, _ day: Int)
  /// Days after Easter Sunday.
  case easter(Int)
  /// The n-th weekday (0 Monday … 6 Sunday) of a month; n = −1 is the last.
  case nth(Int, weekday: Int, month: Int)

  func day(in year: Int) -> Int32 {
    switch self {
    case .fixed(let month, let day):
      return CivilDate(year: year, month: month, day: day).daysSinceEpoch
    case .easter(let offset):
      return HolidayRule.easterSunday(year) + Int32(offset)
    case .nth(let n, let weekday, let month):
      if n > 0 {
        let first = CivilDate(year: year, month: month, day: 1)
        let wait = (weekday - first.weekday + 7) % 7
        return first.daysSinceEpoch + Int32(wait + (n - 1) * 7)
      }
      let last = CivilDate(year: year, month: month, day: CivilDate.daysInMonth(year: year, month: month))
      return last.daysSinceEpoch - Int32((last.weekday - weekday + 7) % 7)
    }
  }

  /// What the day is called, where it has a name that many countries share.
  var name: String {
    switch self {
    case .fixed(1, 1): "New Year's Day"
    case .fixed(5, 1): "Labour Day"
    case .fixed(11, 1): "All Saints' Day"
    case .fixed(12, 25): "Christmas Day"
    case .fixed(12, 26): "Second day of Christmas"
    case .easter(-2): "Good Friday"
    case .easter(1): "Easter Monday"
    default: "Public holiday"
    }
  }

  /// The anonymous Gregorian algorithm (Meeus, "Astronomical algorithms", 1991).
  static func easterSunday(_ year: Int) -> Int32 {
    let a = year % 19
    let b = year / 100
    let c = year % 100
    let h = (19 * a + b - b / 4 - (b - (b + 8) / 25 + 1) / 3 + 15) % 30
    let l = (32 + 2 * (b % 4) + 2 * (c / 4) - h - c % 4) % 7
    let m = (a + 11 * h + 22 * l) / 451
    let month = (h + l - 7 * m + 114) / 31
    let day = (h + l - 7 * m + 114) % 31 + 1
    return CivilDate(year: year, month: month, day: day).daysSinceEpoch
  }
}

/// What kind of day it is in one country.
enum DayKind: UInt8, Sendable {
  case working, weekend, holiday
  /// The first working day after two or more days off of which one was a public holiday.
  case afterHoliday
}

/// The working calendar of one country over the days of a log.
struct WorkCalendar: Sendable {
  private let first: Int32
  private let kinds: [DayKind]
  private var names: [Int32: String] = [:]

  init(weekend: [Int], holidays: [HolidayRule], from first: Int32, through last: Int32) {
    let start = first - 14
    var kinds = (start...last).map { day -> DayKind in
      weekend.contains(Int((Int64(day) + 3).flooredRemainder(by: 7))) ? .weekend : .working
    }
    for year in CivilDate(daysSinceEpoch: start).year...CivilDate(daysSinceEpoch: last).year {
      for rule in holidays {
        let day = rule.day(in: year)
        guard day >= start, day <= last else { continue }
        kinds[Int(day - start)] = .holiday
        names[day] = rule.name
      }
    }
    var daysOff = 0
    var sawHoliday = false
    for i in kinds.indices {
      switch kinds[i] {
      case .holiday:
        daysOff += 1
        sawHoliday = true
      case .weekend: daysOff += 1
      case .working, .afterHoliday:
        if sawHoliday { kinds[i] = .afterHoliday }
        daysOff = 0
        sawHoliday = false
      }
    }
    self.first = start
    self.kinds = kinds
  }

  /// What a public holiday is called; nil for any other day.
  func name(_ day: Int32) -> String? { names[day] }

  /// The kind of a day; days outside the log count as working days.
  func kind(_ day: Int32) -> DayKind {
    let i = Int(day - first)
    return kinds.indices.contains(i) ? kinds[i] : .working
  }
}
