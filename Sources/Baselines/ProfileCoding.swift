import RequestModel
package import Statistics

extension Profile {
  /// The canonical bytes of the profile: equal profiles have equal bytes.
  package func encoded() -> [UInt8] {
    var out = ByteWriter()
    out.varint(2)
    out.signed(Int64(firstNight?.day ?? .min))
    out.signed(Int64(lastNight?.day ?? .min))
    out.table(counts)
    out.table(words)
    out.signed(activity.events)
    out.signed(activity.exposure)
    out.varint(UInt64(activity.recent.count))
    var before: Int64 = 0
    for moment in activity.recent {
      out.signed(moment - before)
      before = moment
    }
    out.varint(UInt64(activity.lastStage.map { $0.rawValue + 1 } ?? 0))
    return out.bytes
  }

  /// Reads `encoded()`; throws on damaged bytes.
  package convenience init(encoded bytes: [UInt8]) throws(ByteReadingError) {
    self.init()
    var reader = ByteReader(bytes)
    let version = try reader.varint()
    guard (1...2).contains(version) else { throw ByteReadingError() }
    firstNight = Profile.night(try reader.signed())
    lastNight = Profile.night(try reader.signed())
    counts = try reader.table()
    words = try reader.table()
    activity.events = try reader.signed()
    activity.exposure = try reader.signed()
    var before: Int64 = 0
    for _ in 0..<(try reader.length()) {
      before = before &+ (try reader.signed())
      activity.recent.append(before)
    }
    // The first version knew nothing of stages.
    if version > 1 { activity.lastStage = try Profile.stage(try reader.varint()) }
    guard reader.isAtEnd else { throw ByteReadingError() }
  }

  /// Nothing, or a stage by its raw value and one.
  private static func stage(_ code: UInt64) throws(ByteReadingError) -> Stage? {
    guard code > 0 else { return nil }
    guard let raw = UInt8(exactly: code - 1), let stage = Stage(rawValue: raw) else { throw ByteReadingError() }
    return stage
  }

  private static func night(_ day: Int64) -> Night? {
    day <= Int64(Int32.min) || day > Int64(Int32.max) ? nil : Night(day: Int32(day))
  }
}
