import Baselines
import RequestModel
import Statistics
import Testing

@Suite struct ProfileTests {
  private static func profile(seed: UInt64) -> Profile {
    var random = SeededGenerator(seed: seed)
    let out = Profile()
    out.age(to: Night(day: 19_000), halfLife: 90)
    for _ in 0..<200 { out.counts.add(Int64(1 + random.below(9_000)), to: random.next()) }
    for _ in 0..<80 { out.words.add(Int64(1 + random.below(9_000)), to: random.next()) }
    out.activity.events = Int64(random.below(100_000))
    out.activity.note(
      (0..<30).map { _ in 1_641_600_000 + Int64(random.below(86_400)) }, last: .emergency, keep: 604_800, limit: 128)
    out.age(to: Night(day: 19_011), halfLife: 90)
    return out
  }

  @Test(arguments: [1, 2, 3] as [UInt64]) func `a profile is read as it was written`(seed: UInt64) throws {
    let profile = Self.profile(seed: seed)
    let copy = try Profile(encoded: profile.encoded())
    #expect(copy.counts == profile.counts && copy.words == profile.words)
    #expect(copy.activity == profile.activity)
    #expect(copy.firstNight == Night(day: 19_000) && copy.lastNight == Night(day: 19_011))
    #expect(copy.encoded() == profile.encoded())
  }

  @Test func `a profile of the version that knew no stages is read without one`() throws {
    let profile = Self.profile(seed: 5)
    var bytes = profile.encoded()
    (bytes[0], profile.activity.lastStage) = (1, nil)
    let copy = try Profile(encoded: Array(bytes.dropLast()))
    #expect(copy.activity == profile.activity)
    #expect(copy.encoded() == profile.encoded())
  }

  @Test func `an empty profile stays empty`() throws {
    let copy = try Profile(encoded: Profile().encoded())
    #expect(copy.firstNight == nil && copy.lastNight == nil && copy.counts.count == 0)
    #expect(copy.ageing(at: Night(day: 20_000), halfLife: 90) == 1)
  }

  @Test func `damaged bytes are refused or read, never trapped on`() {
    let bytes = Self.profile(seed: 4).encoded()
    for length in stride(from: 0, to: bytes.count, by: 37) {
      #expect(throws: ByteReadingError.self) { try Profile(encoded: Array(bytes.prefix(length))) }
    }
    #expect(throws: ByteReadingError.self) { try Profile(encoded: bytes + [0]) }
    var random = SeededGenerator(seed: 8)
    for _ in 0..<300 {
      var damaged = bytes
      damaged[random.below(bytes.count)] ^= UInt8(1 + random.below(255))
      _ = try? Profile(encoded: damaged)
    }
  }

  @Test func `half of everything is left after a half-life, and the same night changes nothing`() {
    let profile = Profile()
    profile.age(to: Night(day: 100), halfLife: 90)
    profile.counts.add(2_048, to: 5)
    profile.words.add(2_048, to: 6)
    profile.activity.events = 2_048
    let before = profile.encoded()
    profile.age(to: Night(day: 100), halfLife: 90)
    #expect(profile.encoded() == before)
    #expect(profile.ageing(at: Night(day: 190), halfLife: 90) == 0.5)
    profile.age(to: Night(day: 190), halfLife: 90)
    #expect(profile.counts[5] == 1_024 && profile.words[6] == 1_024 && profile.activity.events == 1_024)
    #expect(profile.firstNight == Night(day: 100) && profile.lastNight == Night(day: 190))
  }

  @Test func `slots of other aspects and conditions keep their values apart`() {
    var keys: Set<UInt64> = []
    var n = 0
    for aspect in 0..<64 as Range<UInt64> {
      for condition in 0..<6 as Range<UInt64> {
        let slot = Slot(aspect: aspect, condition: condition)
        keys.formUnion([slot.total, slot.novelty])
        n += 2
        for value in 0..<24 as Range<UInt64> {
          keys.insert(slot.key(of: value))
          n += 1
        }
      }
    }
    #expect(keys.count == n)
  }
}

@Suite struct ActivityTests {
  @Test func `a window takes in its last moment and not its first`() {
    var activity = Activity()
    activity.note([1_000, 1_001, 4_600, 4_601], keep: 604_800, limit: 128)
    // (1000, 4600]
    #expect(activity.count(within: 3_600, before: 4_600) == 2)
    #expect(activity.count(within: 3_601, before: 4_600) == 3)
    #expect(activity.count(within: 3_600, before: 4_599) == 2)
    #expect(activity.count(within: 3_600, before: 999) == 0)
    #expect(Activity().count(within: 3_600, before: 0) == 0)
  }

  @Test func `moments are kept in order, for their time and up to their number`() {
    var activity = Activity()
    activity.note([50, 10, 30], keep: 100, limit: 3)
    #expect(activity.recent == [10, 30, 50])
    activity.note([110], keep: 100, limit: 8)
    #expect(activity.recent == [10, 30, 50, 110])
    activity.note([111], keep: 100, limit: 8)
    #expect(activity.recent == [30, 50, 110, 111])
    activity.note([112], keep: 100, limit: 3)
    #expect(activity.recent == [110, 111, 112])
  }

  @Test func `the last stage is that of the latest moment, whenever it was noted`() {
    var activity = Activity()
    activity.note([50, 10], last: .preservation, keep: 100, limit: 8)
    activity.note([30], last: .emergency, keep: 100, limit: 8)
    #expect(activity.lastStage == .preservation)
    activity.note([60], last: .emergencyBulk, keep: 100, limit: 8)
    #expect(activity.lastStage == .emergencyBulk)
    activity.note([70], keep: 100, limit: 8)
    #expect(activity.lastStage == .emergencyBulk)
  }

  @Test func `the rate of a steady sender is his rate, of a new one the prior`() {
    let profile = Profile()
    for day in 0..<400 {
      profile.age(to: Night(day: Int32(day)), halfLife: 90)
      profile.activity.events += 3 * Profile.grain
    }
    // The night of the last lesson is not over when the next begins: one day has passed.
    let rate = profile.activity.dailyRate(passed: 1, factor: 1, priorRate: 0.1, priorDays: 14)
    // (events + 0.1 · 14) / (exposure + 14) lies between the prior and the sender's own three.
    #expect(rate > 2.5 && rate < 3.05)
    #expect(Activity().dailyRate(passed: 0, factor: 1, priorRate: 0.25, priorDays: 14) == 0.25)
  }

  @Test func `silence lowers the rate, in one step as in many`() {
    func after(_ nights: [Int32]) -> Double {
      let profile = Profile()
      profile.age(to: Night(day: 0), halfLife: 90)
      profile.activity.events = 100 * Profile.grain
      for night in nights { profile.age(to: Night(day: night), halfLife: 90) }
      return profile.activity.dailyRate(passed: 0, factor: 1, priorRate: 0.1, priorDays: 14)
    }
    let once = after([60])
    #expect(abs(once - after(Array(1...60))) < 0.02 * once)
    #expect(after([120]) < once)
    #expect(once < after([]))
  }
}
