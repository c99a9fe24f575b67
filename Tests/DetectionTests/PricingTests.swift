import Baselines
import Detection
import RequestModel
import Statistics
import Testing

@Suite struct PricingTests {
  private static let night = Night(day: 19_700)

  /// A profile that knows some values of two slots.
  private static func profile(_ random: inout SeededGenerator, _ slots: [Slot]) -> Profile {
    let profile = Profile()
    for slot in slots {
      for value in 0..<6 where random.below(2) == 0 {
        let weight = Int64(random.below(5) + 1) * Profile.grain
        profile.counts.add(weight, to: slot.key(of: UInt64(value)))
        profile.counts.add(weight, to: slot.total)
        if random.below(2) == 0 { profile.counts.add(weight, to: slot.novelty) }
      }
    }
    profile.lastNight = night
    return profile
  }

  /// An open and a closed observation of one value; of the last habit, `last` is what differs from all others.
  private static func observations(_ value: Int, last: Double) -> [Observation] {
    var forger = HabitVector(repeating: 0.3)
    forger[7] = last
    var sightings = Sightings()
    sightings.open(
      .sessionDevice, value: UInt64(value), novelty: forger, imitation: HabitVector(repeating: 0.05), colleagues: 0.5)
    sightings.closed(.channel, value: value, size: 7, forger: forger, imitation: HabitVector(repeating: 0.2))
    return sightings.observations
  }

  @Test(arguments: 0..<24) func `habits that stand alike are priced as each would be beside another`(_ seed: Int) {
    var random = SeededGenerator(seed: UInt64(seed))
    let slots = [Aspect.sessionDevice, .channel].map { Slot(aspect: UInt64($0.rawValue)) }
    let levels = (0..<4).map { _ in Self.profile(&random, slots) }
    let lineage = Lineage(
      sender: levels[0], agency: levels[1], peers: levels[2], world: levels[3], factors: SIMD4(0.9, 0.8, 0.7, 0.6))
    let memory = ForgerMemory(Self.profile(&random, slots), at: Self.night)
    for forgers in [ForgerMemory.none, memory] {
      for value in 0..<7 {
        var priced: [[Priced]] = [[], []]
        for (i, last) in [0.3, 0.01].enumerated() {
          let observations = Self.observations(value, last: last)
          var readings = Readings()
          readings.read(observations, in: lineage)
          Pricing().price(observations, readings, forgers: forgers, into: &priced[i])
        }
        for (alike, apart) in zip(priced[0], priced[1]) {
          #expect(alike.isUniform && alike.ratio == HabitVector(repeating: alike.ratio[0]))
          for habit in 0..<7 { #expect(alike.ratio[habit] == apart.ratio[habit]) }
          #expect(alike.baseline == apart.baseline && alike.frauds == apart.frauds)
        }
      }
    }
  }

  /// The ratio of a value that these levels know so many times, of an account that is doubted or not.
  private static func ratio(sender: Int64, agency: Int64, doubt: Double) -> Double {
    let slot = Slot(aspect: UInt64(Aspect.sessionDevice.rawValue))
    func knowing(_ count: Int64) -> Profile {
      let profile = Profile()
      profile.counts.add(count * Profile.grain, to: slot.key(of: 1))
      profile.counts.add(count * Profile.grain, to: slot.total)
      profile.lastNight = night
      return profile
    }
    let lineage = Lineage(
      sender: knowing(sender), agency: knowing(agency), peers: knowing(agency), world: knowing(agency + 100),
      factors: SIMD4(repeating: 1))
    var sightings = Sightings()
    sightings.open(
      .sessionDevice, value: 1, novelty: HabitVector(repeating: 0.6), imitation: HabitVector(repeating: 0.05),
      doubt: doubt)
    var readings = Readings()
    readings.read(sightings.observations, in: lineage)
    var priced: [Priced] = []
    Pricing().price(sightings.observations, readings, forgers: .none, into: &priced)
    return priced[0].ratio[0]
  }

  @Test
  func `what a young account alone has shown vouches for little; what its colleagues know, and what is new, counts`() {
    for known in [1, 3, 8] as [Int64] {
      let (trusted, doubted) = (
        Self.ratio(sender: known, agency: known, doubt: 0), Self.ratio(sender: known, agency: known, doubt: 0.9)
      )
      #expect(trusted < 0.6)
      #expect(doubted > 0.9 && doubted < 1)
      #expect(
        Self.ratio(sender: known, agency: known + 4, doubt: 0)
          == Self.ratio(sender: known, agency: known + 4, doubt: 0.9))
    }
    #expect(Self.ratio(sender: 0, agency: 0, doubt: 0) == Self.ratio(sender: 0, agency: 0, doubt: 0.9))
  }
}
