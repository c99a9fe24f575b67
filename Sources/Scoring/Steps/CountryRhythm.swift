package import RequestModel
import Statistics

/// How many agencies of a country are at work from night to night, and over which dangers: what a surge or a holiday is
/// measured against.
package struct CountryRhythm: Sendable, Equatable {
  package struct Count: Sendable, Equatable {
    package var day: Int32
    /// Agencies that sent anything.
    package var agencies: Int
    /// Agencies with an unsuspicious emergency request, by nature.
    package var byNature: [Int]

    package init(day: Int32, agencies: Int, byNature: [Int]) {
      self.day = day
      self.agencies = agencies
      self.byNature = byNature
    }
  }

  static let nights: Int32 = 35
  static let natures = EmergencyNature.allCases.count
  /// Nights, the last one left out, that the usual number is taken over.
  static let usualNights = 28
  /// Nights without which nothing is called usual.
  static let leastNights = 14

  private var counts: [Count] = []

  package init() {}

  package mutating func close(_ count: Count) {
    counts.removeAll { $0.day == count.day }
    counts.append(count)
    counts.sort { $0.day < $1.day }
    let horizon = count.day - CountryRhythm.nights
    counts.removeAll { $0.day < horizon }
  }

  /// Agencies that named this danger on a night; zero where nothing came.
  package func agencies(naming nature: EmergencyNature, on day: Int32) -> Int {
    counts.last { $0.day == day }?.byNature[Int(nature.rawValue)] ?? 0
  }

  /// Agencies that name this danger on a usual night before `day`; nil where the log is too young to say.
  package func usual(_ nature: EmergencyNature, before day: Int32) -> Double? {
    guard let first = counts.first?.day, day - first >= Int32(CountryRhythm.leastNights) else { return nil }
    let span = min(Int32(CountryRhythm.usualNights), day - first)
    let past = counts.filter { $0.day >= day - span && $0.day < day }
    return Double(past.reduce(0) { $0 + $1.byNature[Int(nature.rawValue)] }) / Double(span)
  }

  /// Whether a working day was so quiet in the whole country that it must have been a holiday.
  ///
  /// Needs three like weekdays before it with five agencies or more on average.
  package func wasQuiet(_ day: Int32) -> Bool {
    let like = counts.filter { $0.day < day && (day - $0.day) % 7 == 0 }
    guard like.count >= 3 else { return false }
    let mean = Double(like.reduce(0) { $0 + $1.agencies }) / Double(like.count)
    guard mean >= 5 else { return false }
    return Double(counts.last { $0.day == day }?.agencies ?? 0) <= 0.4 * mean
  }

  func encode(into out: inout ByteWriter) {
    out.varint(UInt64(counts.count))
    for count in counts {
      out.signed(Int64(count.day))
      out.varint(UInt64(count.agencies))
      for n in count.byNature { out.varint(UInt64(n)) }
    }
  }

  init(from reader: inout ByteReader) throws(ByteReadingError) {
    for _ in 0..<(try reader.length(bytesEach: 2 + CountryRhythm.natures)) {
      var count = Count(
        day: Int32(truncatingIfNeeded: try reader.signed()), agencies: Int(truncatingIfNeeded: try reader.varint()),
        byNature: [])
      for _ in 0..<CountryRhythm.natures { count.byNature.append(Int(truncatingIfNeeded: try reader.varint())) }
      counts.append(count)
    }
  }
}
