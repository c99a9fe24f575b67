import Baselines
import Detection
import Foundation
import RequestModel
import Statistics
import Testing

@testable import Scoring

@Suite struct ConformalTests {
  @Test func `a cell counts as a list does`() {
    var random = SeededGenerator(seed: 1)
    var cell = ConformalCell()
    var list: [Double] = []
    for _ in 0..<20 {
      // Multiples of the step, so that both see the same ties.
      let scores = (0..<random.below(30)).map { _ in Double(random.below(400) - 200) / 64 }
      cell.close(scores, age: 30, window: 10_000)
      list += scores
      for probe in [-9, -1, 0, 0.5, 2, 9.0] {
        #expect(cell.atLeast(probe, age: 30) == Double(list.count { $0 >= probe }))
      }
    }
    #expect(cell.total(age: 30) == Double(list.count))
  }

  @Test func `a full cell stays at its window, and yesterday gives way to today`() {
    var cell = ConformalCell()
    for _ in 0..<30 { cell.close([Double](repeating: -1, count: 20), age: 30, window: 200) }
    #expect(cell.total(age: 30) <= 200 && cell.total(age: 30) > 195)
    cell.close([Double](repeating: 3, count: 50), age: 30, window: 200)
    #expect(cell.atLeast(0, age: 30) == 50)
    #expect(cell.total(age: 30) <= 200 && cell.total(age: 30) > 195)
    cell.close([Double](repeating: 5, count: 500), age: 30, window: 200)
    #expect(cell.atLeast(4, age: 30) == 500 && cell.atLeast(-9, age: 30) == 500)
  }

  @Test func `what a young log scored counts little once it is grown`() {
    var cell = ConformalCell()
    cell.close([Double](repeating: 5, count: 1_000), age: 0, window: 20_000)
    #expect(cell.total(age: 0) == 1_000)
    // A hundred days on, a thousandth: 100^1.5.
    #expect(cell.total(age: 99) == 1)
    cell.close([Double](repeating: 0, count: 300), age: 99, window: 20_000)
    #expect(cell.atLeast(1, age: 99) == 1 && cell.total(age: 99) == 301)
  }

  @Test func `a cell is read as it was written`() throws {
    var random = SeededGenerator(seed: 2)
    var cell = ConformalCell()
    for _ in 0..<8 { cell.close((0..<40).map { _ in random.normal() * 30 }, age: 30, window: 150) }
    var writer = ByteWriter()
    cell.encode(into: &writer)
    var reader = ByteReader(writer.bytes)
    let copy = try ConformalCell(from: &reader)
    #expect(copy == cell && reader.isAtEnd && copy.atLeast(0, age: 30) == cell.atLeast(0, age: 30))
  }

  @Test func `a p-value lies in (0, 1], falls with the score, and counts ties against the request`() {
    var random = SeededGenerator(seed: 3)
    var pool = ConformalCell()
    pool.close((0..<999).map { _ in random.normal() }, age: 30, window: 20_000)
    for own in [0, 10, 299, 300, 900] {
      var cell = ConformalCell()
      cell.close((0..<own).map { _ in random.normal() }, age: 30, window: 2_000)
      var last = 2.0
      for step in -80...80 {
        let p = ConformalJudgement(Double(step) / 10, age: 30, agency: cell, pool: pool).pValue
        #expect(p > 0 && p <= 1 && p <= last)
        last = p
      }
    }
    #expect(ConformalJudgement(9, age: 30, agency: nil, pool: ConformalCell()).pValue == 1)
    // Nobody was as odd: one in a thousand, and ties are no better than the tied.
    #expect(ConformalJudgement(99, age: 30, agency: nil, pool: pool).pValue == 1 / 1_000.0)
    var tied = ConformalCell()
    tied.close([Double](repeating: 1, count: 400), age: 30, window: 2_000)
    #expect(ConformalJudgement(1, age: 30, agency: tied, pool: pool).pValue == 1)
  }

  @Test(arguments: [20, 150, 300, 1_000]) func `p-values of exchangeable scores are uniform`(own: Int) {
    var random = SeededGenerator(seed: UInt64(own))
    var counts = [Double](repeating: 0, count: 4)
    let levels = [0.02, 0.1, 0.4, 0.8]
    for _ in 0..<60 {
      var pool = ConformalCell()
      var cell = ConformalCell()
      cell.close((0..<own).map { _ in random.normal() }, age: 30, window: 5_000)
      pool.close((0..<1_500).map { _ in random.normal() }, age: 30, window: 20_000)
      for _ in 0..<40 {
        let p = ConformalJudgement(random.normal(), age: 30, agency: cell, pool: pool).pValue
        for (i, level) in levels.enumerated() where p <= level { counts[i] += 1 }
      }
    }
    for (i, level) in levels.enumerated() {
      let deviation = (level * (1 - level) / 2_400).squareRoot()
      // The sample is shared by forty requests, which are not independent given it.
      #expect(abs(counts[i] / 2_400 - level) < 0.012 + 4 * deviation, "\(level): \(counts[i] / 2_400)")
    }
  }
}

@Suite struct RankingTests {
  private static func assessment(_ id: String, _ bits: Double, p: Double = 0.001) -> Assessment {
    Assessment(
      requestID: id, receivedAt: Instant(seconds: 0), night: Night(day: 0), agencyID: "", sender: "",
      evidence: Bits(bits), pValue: p, isCertified: true, missingForCertificate: 0, probability: nil, model: "prior",
      baselineNight: nil, reasons: [])
  }

  @Test func `the oddest is first, and ties go by the bytes of the id`() {
    var random = SeededGenerator(seed: 4)
    let ids = ["r10", "r9", "R9", "é", "z", "r1"]
    let night = ids.map { Self.assessment($0, $0 == "z" ? 3 : 1) } + [Self.assessment("low", -4)]
    for _ in 0..<6 {
      var shuffled = night.shuffled(using: &random)
      Ranking.rank(&shuffled, settings: ScoringSettings())
      let order = shuffled.sorted { $0.rank < $1.rank }.map(\.requestID)
      #expect(order == ["z", "R9", "r1", "r10", "r9", "é", "low"])
      #expect(Set(shuffled.map(\.rank)) == Set(1...7))
    }
  }

  @Test func `an alert needs a place in the budget and a score that is odd enough`() {
    var settings = ScoringSettings()
    settings.alertBudget = 2
    settings.alertFloor = 0.01
    var night = [
      Self.assessment("a", 9, p: 0.01), Self.assessment("b", 8, p: 0.010001), Self.assessment("c", 7, p: 0.001),
    ]
    Ranking.rank(&night, settings: settings)
    #expect(night.map(\.isAlert) == [true, false, false])
    settings.thresholdBits = 8
    Ranking.rank(&night, settings: settings)
    #expect(night.map(\.isAlert) == [true, true, false])
    settings.alertBudget = 0
    Ranking.rank(&night, settings: settings)
    #expect(night.map(\.isAlert) == [false, false, false])
  }

  @Test func `a campaign takes one place, and its others neither alert nor stand in the way`() {
    var settings = ScoringSettings()
    settings.alertBudget = 2
    var night = (0..<5).map { Self.assessment("thief \($0)", 20 - Double($0)) }
    for i in night.indices { night[i].campaignID = "l-1" }
    night += [Self.assessment("other", 3), Self.assessment("third", 2)]
    #expect(Ranking.rank(&night, settings: settings).map(\.value) == [20, 3, 2])
    #expect(night.filter(\.isAlert).map(\.requestID) == ["thief 0", "other"])
    #expect(night.map(\.rank) == Array(1...7))
  }

  @Test func `late requests alert by the same rules, and have no place`() {
    var settings = ScoringSettings()
    settings.alertBudget = 2
    var late = [
      Self.assessment("usual", -5, p: 0.6), Self.assessment("odd", 9), Self.assessment("odder", 12),
      Self.assessment("third", 4),
    ]
    Ranking.alertLate(&late, settings: settings)
    #expect(late.filter(\.isAlert).map(\.requestID) == ["odd", "odder"])
    #expect(late.allSatisfy { $0.rank == 0 })
  }

  @Test func `a score rises with every unit of evidence and never reaches its ends`() {
    #expect(Assessment.score(of: .zero) == 50)
    for bits in [-300, -20, -0.5, 0, 0.5, 7, 20, 299.9] {
      let here = Bits(bits)
      #expect(Assessment.score(of: here) < Assessment.score(of: Bits(units: here.units + 1)))
      #expect(abs(Assessment.score(of: here) + Assessment.score(of: -here) - 100) < 1e-12)
    }
    #expect(Assessment.score(of: Bits(300)) < 97 && Assessment.score(of: Bits(-300)) > 3)
  }
}

@Suite struct CombinationTests {
  private static let groups = Registry().groups
  private static let weights = ForgerModel.documented.habitWeights

  private static func weighting(_ discounts: [Double], reliefs: [Double]? = nil) -> Weighting {
    Weighting(name: "test", discounts: discounts, reliefs: reliefs, baseBits: 0)
  }

  private static func combined(_ random: inout SeededGenerator, scale: Double) -> Combination {
    let bits = groups.map { _ in
      random.chance(0.3) ? HabitVector.zero : HabitVector((0..<8).map { _ in random.normal() * scale })
    }
    return Combination(
      bits: bits, groups: groups, weighting: weighting(groups.map { _ in random.uniform() }), habitWeights: weights)
  }

  @Test func `the lines add up to the mixture over the habits`() {
    var random = SeededGenerator(seed: 5)
    for _ in 0..<40 {
      let value = Self.combined(&random, scale: 2)
      let lines = value.looks.reduce(Bits.zero, +) + value.adjustments.reduce(Bits.zero) { $0 + $1.bits }
      #expect(lines + value.habitBits == value.total)
      #expect(abs(value.habits.sum() - 1) < 1e-9 && value.habits.min() >= 0)
      // Kullback and Leibler's divergence is never negative.
      #expect(value.habitBits <= .zero)
    }
  }

  @Test func `without evidence there is none`() {
    let nothing = Combination(
      bits: Self.groups.map { _ in .zero }, groups: Self.groups, weighting: Self.weighting(Self.groups.map { _ in 1 }),
      habitWeights: Self.weights)
    #expect(nothing.total == .zero && nothing.adjustments.isEmpty)
  }

  @Test func `one habit's evidence is the sum of its discounted looks while groups are small`() {
    var only = HabitVector.zero
    only[2] = 1
    let bits = Self.groups.map { _ in HabitVector(repeating: 0.1) }
    let value = Combination(
      bits: bits, groups: Self.groups, weighting: Self.weighting(Self.groups.map { _ in 0.5 }), habitWeights: only)
    #expect(abs(value.total.value - 0.05 * Double(Self.groups.count)) < 1e-4)
    #expect(value.habitBits == .zero)
  }

  @Test func `a look may count otherwise for the sender than for the forger`() {
    for sign in [1.0, -1] {
      let bits = Self.groups.indices.map { HabitVector(repeating: $0 == 0 ? sign : 0) }
      let value = Combination(
        bits: bits, groups: Self.groups,
        weighting: Self.weighting(Self.groups.map { _ in 0.5 }, reliefs: Self.groups.map { _ in 0.25 }),
        habitWeights: Self.weights)
      #expect(value.total == Bits(sign > 0 ? 0.5 : -0.25))
    }
  }

  @Test func `no group adds more than its cap, and more evidence is never less`() {
    for group in Set(Self.groups) {
      let cap = ScoringSettings.groupCap[group] ?? 8
      var last = -1.0
      for strength in [0, 0.5, 2, 10, 100, 1_000] as [Double] {
        let bits = Self.groups.map { HabitVector(repeating: $0 == group ? strength : 0) }
        let value = Combination(
          bits: bits, groups: Self.groups, weighting: Self.weighting(Self.groups.map { _ in 1 }),
          habitWeights: Self.weights)
        #expect(value.total.value <= cap + 1e-4 && value.total.value >= last)
        last = value.total.value
      }
    }
  }
}

@Suite struct SuspicionTests {
  private static let filter = Suspicion.Parameters(baseBits: -7.6, halfLifeDays: 15)
  private static let day: Int64 = 86_400

  private static func suspicion(_ bits: [Double], every seconds: Int64 = 3_600) -> Suspicion {
    var out = Suspicion()
    for (i, value) in bits.enumerated() {
      out.note(.init(request: UInt64(i), second: Int64(i) * seconds, bits: Bits(value)), filter)
    }
    return out
  }

  @Test func `an account without oddities has no boost, however much it sends`() {
    let calm = Self.suspicion([-3, 0.5, -1, 0.9, -6])
    #expect(calm.isEmpty && calm.boost(at: 10 * Self.day, Self.filter) == 0)
  }

  @Test func `odd requests raise it, ordinary ones lower it, time lets it fade to nothing`() {
    let odd = Self.suspicion([7])
    let now = Self.day
    let boost = odd.boost(at: now, Self.filter)
    #expect(boost > 1)
    #expect(Self.suspicion([7, 7]).boost(at: now, Self.filter) > boost)
    #expect(Self.suspicion([7, -4, -4, -4]).boost(at: now, Self.filter) < boost)
    var last = boost
    for days in [5, 15, 60, 300] as [Int64] {
      let later = odd.boost(at: now + days * Self.day, Self.filter)
      #expect(later < last && later >= 0)
      last = later
    }
    #expect(last < 0.01)
    var forgetful = odd
    forgetful.forget(before: 119 * Self.day, Self.filter)
    #expect(!forgetful.isEmpty)
    forgetful.forget(before: 121 * Self.day, Self.filter)
    #expect(forgetful.isEmpty)
  }

  @Test func `belief is a probability between its floor and near certainty, and rises with the evidence`() {
    var random = SeededGenerator(seed: 6)
    for _ in 0..<100 {
      var bits = (0..<1 + random.below(12)).map { _ in random.normal() * 8 }
      let before = Self.suspicion(bits)
      let belief = before.belief(at: 2 * Self.day, Self.filter)
      let floor = Suspicion().belief(at: 0, Self.filter)
      #expect(belief >= floor * 0.999 && belief <= 0.98)
      // The last request is followed by none that could count it as a repetition.
      bits[bits.count - 1] += 3
      #expect(Self.suspicion(bits).belief(at: 2 * Self.day, Self.filter) >= belief - 1e-12)
    }
  }

  @Test func `evidence counts from what is usual in the log`() {
    var filter = Self.filter
    let odd = Self.suspicion([3])
    let boost = odd.boost(at: Self.day, filter)
    filter.usualBits = -2
    #expect(odd.boost(at: Self.day, filter) > boost)
    var quiet = Suspicion()
    quiet.note(.init(request: 1, second: 0, bits: Bits(-0.5)), Self.filter)
    #expect(quiet.isEmpty)
    quiet.note(.init(request: 1, second: 0, bits: Bits(-0.5)), filter)
    #expect(!quiet.isEmpty)
  }

  @Test func `a busy account takes what is usual in proportion to the thief's share`() {
    var filter = Self.filter
    filter.usualBits = -3
    #expect(filter.sender(rate: 0, thiefRate: 0.5).usualBits == -3)
    let busy = filter.sender(rate: 100, thiefRate: 0.5)
    #expect(abs(busy.usualBits - -3 * busy.thiefShare / 0.8) < 1e-12 && busy.usualBits > -0.5)
  }

  @Test func `a campaign's later requests are counted by whatever speaks of a thief`() {
    let account = Self.suspicion([3, 0.5, -2, 9])
    #expect(account.telling(but: 0) == 2)
    #expect(account.telling(but: 99) == 3)
  }

  @Test func `what is usual is the log mean of the ratios, and no more than is known of it`() {
    let profile = Profile()
    let night = SmallTown.firstNight
    #expect(UsualEvidence(profile, at: night).bits == 0)
    UsualEvidence.learn(night, (0..<9_900).map { _ in (Bits(-2), Profile.grain) }, into: profile)
    // The prior's hundred requests of ratio 1 beside 9,900 of a quarter.
    #expect(abs(UsualEvidence(profile, at: night).bits - log2((9_900 * 0.25 + 100) / 10_000)) < 1e-3)
    UsualEvidence.learn(night, [(Bits(100), 0)], into: profile)
    #expect(UsualEvidence(profile, at: night).bits < -1.8)
    UsualEvidence.learn(night, (0..<900_000).map { _ in (Bits(-9), Profile.grain) }, into: profile)
    #expect(UsualEvidence(profile, at: night).bits >= UsualEvidence.least)
  }

  @Test func `a verdict replaces what was believed`() {
    var cleared = Self.suspicion([6, 5])
    cleared.settle(request: 0, second: 0, .genuine, Self.filter)
    cleared.settle(request: 1, second: 3_600, .genuine, Self.filter)
    #expect(cleared.boost(at: Self.day, Self.filter) == 0)
    var caught = Self.suspicion([2])
    let before = caught.boost(at: Self.day, Self.filter)
    caught.settle(request: 0, second: 0, .forged, Self.filter)
    #expect(caught.boost(at: Self.day, Self.filter) > before + 2)
    #expect(caught.entries.count == 1)
  }

  @Test func `order of taking in does not matter, and it is read as it was written`() throws {
    var forwards = Suspicion()
    var backwards = Suspicion()
    let entries = (0..<9).map { Suspicion.Entry(request: UInt64($0), second: Int64($0) * 900, bits: Bits(4)) }
    for entry in entries { forwards.note(entry, Self.filter) }
    for entry in entries.reversed() { backwards.note(entry, Self.filter) }
    #expect(forwards == backwards)
    var writer = ByteWriter()
    forwards.encode(into: &writer)
    var reader = ByteReader(writer.bytes)
    #expect(try Suspicion(from: &reader) == forwards)
  }
}
