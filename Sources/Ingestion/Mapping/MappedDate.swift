import RequestModel

/// Writes a log's own date as RFC 3339; what it cannot read it passes on, for validation to name.
struct MappedDate {
  var reading: DateReading
  /// Whether the field wants a day without a time.
  var isDate: Bool
  /// What the offset column says.
  var offset: Double?

  func append(_ value: Value, zone: inout ZoneOffsets?, to arena: inout [UInt8]) {
    guard !value.isEmpty else { return }
    guard let stamp = stamp(value, &zone) else {
      if let wall = wallClock(value) { return append(day: wall.day, second: wall.second, to: &arena) }
      if let text = value.plainText { arena.append(contentsOf: text) }
      return
    }
    let wall = stamp.instant.microseconds + Int64(stamp.offsetMinutes) * 60_000_000
    let seconds = wall.flooredDivision(by: 1_000_000)
    let date = CivilDate(daysSinceEpoch: Int32(clamping: seconds.flooredDivision(by: 86_400)))
    guard !isDate else { return arena.append(contentsOf: date.description.utf8) }
    append(day: date, second: Int(seconds.flooredRemainder(by: 86_400)), to: &arena)
    arena.append(UInt8(ascii: "."))
    put(Int(wall.flooredRemainder(by: 1_000_000)), 6, &arena)
    arena.append(stamp.offsetMinutes < 0 ? UInt8(ascii: "-") : UInt8(ascii: "+"))
    put(abs(Int(stamp.offsetMinutes)) / 60, 2, &arena)
    arena.append(UInt8(ascii: ":"))
    put(abs(Int(stamp.offsetMinutes)) % 60, 2, &arena)
  }

  /// A time that the pattern reads and that no zone or offset makes a moment: validation says what it lacks.
  private func wallClock(_ value: Value) -> (day: CivilDate, second: Int)? {
    guard case .pattern(let pattern) = reading.format, let text = value.plainText, let read = pattern.read(text),
      read.hour < 24, read.minute < 60, read.second < 60
    else { return nil }
    let day = CivilDate(year: read.year, month: read.month, day: read.day)
    return day.exists ? (day, read.hour * 3_600 + read.minute * 60 + read.second) : nil
  }

  private func append(day: CivilDate, second: Int, to arena: inout [UInt8]) {
    arena.append(contentsOf: day.description.utf8)
    arena.append(UInt8(ascii: "T"))
    put(second / 3_600, 2, &arena)
    arena.append(UInt8(ascii: ":"))
    put(second / 60 % 60, 2, &arena)
    arena.append(UInt8(ascii: ":"))
    put(second % 60, 2, &arena)
  }

  private func put(_ number: Int, _ digits: Int, _ arena: inout [UInt8]) {
    var unit = 1
    for _ in 1..<digits { unit *= 10 }
    while unit > 0 {
      arena.append(UInt8(48 + number / unit % 10))
      unit /= 10
    }
  }

  private func stamp(_ value: Value, _ zone: inout ZoneOffsets?) -> Timestamp? {
    switch reading.format {
    case .rfc3339:
      guard let text = value.plainText else { return nil }
      switch Timestamp.parse(text) {
      case .success(let stamp): return moved(stamp.instant, fallback: stamp.offsetMinutes, &zone)
      case .failure(.malformed): return nil
      case .failure(.noOffset):
        var whole = Array(text)
        whole.append(UInt8(ascii: "Z"))
        guard case .success(let wall) = whole.withUnsafeBufferPointer({ Timestamp.parse($0) }) else { return nil }
        return local(wall.instant, &zone)
      }
    case .epoch(let ticks):
      if value.isInteger || value.isText, let count = value.plainText.flatMap({ NumberText.whole($0) }) {
        let (micros, isOver) = count.multipliedReportingOverflow(by: 1_000_000 / ticks)
        return isOver ? nil : moved(Instant(microseconds: micros), fallback: 0, &zone)
      }
      guard let number = value.asNumber, abs(number) < 9e15 else { return nil }
      let micros = (number * Double(1_000_000 / ticks)).rounded(.down)
      return abs(micros) < 9e18 ? moved(Instant(microseconds: Int64(micros)), fallback: 0, &zone) : nil
    case .pattern(let pattern):
      guard let text = value.plainText, let read = pattern.read(text) else { return nil }
      let date = CivilDate(year: read.year, month: read.month, day: read.day)
      guard date.exists, read.hour < 24, read.minute < 60, read.second <= 60 else { return nil }
      let day = Int64(date.daysSinceEpoch) * 86_400
      let time = Int64(read.hour * 3_600 + read.minute * 60 + min(read.second, 59))
      let micro = read.second == 60 ? 999_999 : Int64(read.microsecond)
      let wall = Instant(microseconds: (day + time) * 1_000_000 + micro)
      if let offset = read.offsetMinutes {
        return Timestamp(
          instant: Instant(microseconds: wall.microseconds - Int64(offset) * 60_000_000), offsetMinutes: Int16(offset))
      }
      return isDate ? Timestamp(instant: wall, offsetMinutes: 0) : local(wall, &zone)
    }
  }

  /// An instant with the offset that its column or zone says.
  private func moved(_ instant: Instant, fallback: Int16, _ zone: inout ZoneOffsets?) -> Timestamp? {
    if reading.offsetColumn != nil {
      guard let minutes = columnMinutes else { return nil }
      return Timestamp(instant: instant, offsetMinutes: minutes)
    }
    let offset = zone?.offset(at: instant.seconds)
    return Timestamp(instant: instant, offsetMinutes: offset.map { Int16($0 / 60) } ?? fallback)
  }

  /// A wall-clock time at the offset that its column or zone says; without either it is no instant.
  private func local(_ wall: Instant, _ zone: inout ZoneOffsets?) -> Timestamp? {
    let minutes: Int16
    if reading.offsetColumn != nil {
      guard let column = columnMinutes else { return nil }
      minutes = column
    } else {
      guard let offset = zone?.offset(atWallClock: wall.seconds) else { return nil }
      minutes = Int16(offset / 60)
    }
    return Timestamp(
      instant: Instant(microseconds: wall.microseconds - Int64(minutes) * 60_000_000), offsetMinutes: minutes)
  }

  /// The offset column in minutes, where it holds an offset that a zone could have.
  private var columnMinutes: Int16? {
    guard let offset else { return nil }
    let minutes = (offset * reading.offsetUnit.seconds / 60).rounded()
    return abs(minutes) < 1_440 ? Int16(minutes) : nil
  }
}
