import RequestModel
import Statistics

/// Hours and channels of genuine work.
enum Clockwork {
  /// Seconds after local midnight at which a person files on a day.
  static func second(
    _ sender: Sender, on day: Int32, agency: Agency, emergency: Bool, _ random: inout SeededGenerator
  ) -> Double {
    var hour: Double
    // Emergencies call day people out of bed at times.
    if emergency, random.chance(sender.shift == .day ? 0.14 : 0.25) {
      hour = 24 * random.uniform()
    } else {
      switch sender.shift {
      case .day:
        hour =
          random.chance(0.55)
          ? random.normal(mean: sender.middle - 2.1, deviation: 1.1)
          : random.normal(mean: sender.middle + 2.2, deviation: 1.4)
      case .evening: hour = random.normal(mean: 18.8, deviation: 2.4)
      case .night: hour = random.normal(mean: 25.2, deviation: 2.8)
      case .aroundTheClock: hour = random.chance(0.4) ? random.normal(mean: 13, deviation: 4) : 24 * random.uniform()
      }
    }
    if let moved = sender.detached, day >= moved.day { hour -= Double(moved.hours) }
    hour = hour.truncatingRemainder(dividingBy: 24)
    if hour < 0 { hour += 24 }
    return min(86_399, hour * 3_600)
  }

  /// How a request comes in on a day.
  static func channel(
    _ agency: Agency, day: Int32, emergency: Bool, _ random: inout SeededGenerator
  ) -> Channel {
    if random.chance(agency.paperShare * (emergency ? 0.5 : 1)) {
      if emergency, random.chance(0.3) { return .phone }
      return random.chance(agency.faxOfPaper) ? .fax : .mail
    }
    if day >= agency.portalDay, random.chance(agency.portalShare) {
      return agency.usesAPI && random.chance(0.5) ? .api : .portal
    }
    return .email
  }
}
