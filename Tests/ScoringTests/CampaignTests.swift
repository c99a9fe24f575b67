import RequestModel
import Scoring
import Statistics
import Testing

/// What hangs together is named, takes one place in the night, and changes no score.
@Suite struct CampaignTests {
  private static let days = 18
  private static let night = SmallTown.firstNight.advanced(by: days)

  private static func town(seed: UInt64) -> (town: SmallTown, log: [Request]) {
    var town = SmallTown(seed: seed, agencies: 6, officersEach: 2)
    let log = town.log(nights: days, aNight: 12)
    return (town, log)
  }

  private static func campaigns(_ assessments: [Assessment]) -> [String: [String]] {
    Dictionary(grouping: assessments.filter { $0.campaignID?.hasPrefix("l-") == true }) { $0.campaignID! }
      .mapValues { $0.map(\.requestID).sorted() }
  }

  @Test(arguments: [UInt64(1), 2, 3])
  func `two agencies under one thief are one campaign with one alert, and keep its name the next nights`(
    seed: UInt64
  ) throws {
    var (town, log) = Self.town(seed: seed)
    let first = town.forgery(of: town.officers[0], day: Self.days, hour: 2)
    let second = town.forgery(of: town.officers[4], day: Self.days, hour: 3)
    let third = town.forgery(of: town.officers[8], day: Self.days + 2, hour: 3)
    let honest = [Self.days, Self.days + 1, Self.days + 2].flatMap { day in
      town.officers.map { town.request(by: $0, day: day) }
    }
    log += SmallTown.ordered(honest + [first, second, third])
    var run = NightRun()
    run.settings.alertFloor = 1
    try run.fold(log)
    let found = run.byID
    let id = try #require(found[first.id]?.campaignID)
    #expect(id.hasPrefix("l-"))
    #expect(found[second.id]?.campaignID == id)
    #expect(found[third.id]?.campaignID == id)
    #expect([first, second].count { found[$0.id]!.isAlert } == 1)
    #expect(found[third.id]?.isAlert == true)
    #expect(Self.campaigns(run.assessments) == [id: [first.id, second.id, third.id].sorted()])
  }

  @Test func `names are the same whether one engine closes all nights or a new one each, and whoever works`() throws {
    var (town, log) = Self.town(seed: 11)
    for (day, officer) in [(0, 0), (0, 4), (2, 8), (5, 2), (5, 6), (34, 10), (36, 3)] {
      log.append(town.forgery(of: town.officers[officer], day: Self.days + day))
    }
    log += (0..<40).flatMap { day in town.officers.map { town.request(by: $0, day: Self.days + day) } }
    log = SmallTown.ordered(log)
    let lasting = try NightRun.folded(log)
    let fresh = try NightRun.folded(log, memory: .freshEveryNight)
    #expect(lasting.assessments == fresh.assessments)
    #expect(lasting.shelf.latest == fresh.shelf.latest)
    #expect(Self.campaigns(lasting.assessments).count >= 1)
  }

  @Test func `no score depends on campaigns`() throws {
    var (town, log) = Self.town(seed: 12)
    log += [0, 4, 8].map { town.forgery(of: town.officers[$0], day: Self.days, hour: 1 + $0 / 4) }
    log += (0..<8).flatMap { day in town.officers.map { town.request(by: $0, day: Self.days + day) } }
    log = SmallTown.ordered(log)
    let run = try NightRun.folded(log)
    var blind = NightRun()
    blind.settings.campaignBits = 1_000
    try blind.fold(log)
    #expect(run.assessments.map(\.evidence) == blind.assessments.map(\.evidence))
    #expect(run.assessments.map(\.pValue) == blind.assessments.map(\.pValue))
    #expect(run.assessments.map(\.rank) == blind.assessments.map(\.rank))
    #expect(Self.campaigns(run.assessments).count == 1)
    #expect(Self.campaigns(blind.assessments).isEmpty)
  }

  @Test func `agencies that work together make no campaign, nor does one target that honest agencies ask for`() throws {
    var (town, log) = Self.town(seed: 13)
    for day in 0..<12 {
      let suspect = Target(type: .email, value: Pseudonym(high: 77, low: UInt64(day)), country: "US")
      for officer in [0, 4] {
        var joint = town.request(by: town.officers[officer], day: Self.days + day)
        joint.targets = [suspect]
        log.append(joint)
      }
    }
    var famous = town.request(by: town.officers[8], day: Self.days + 3)
    famous.targets = [Target(type: .email, value: Pseudonym(high: 77, low: 3), country: "US")]
    let run = try NightRun.folded(SmallTown.ordered(log + [famous]))
    #expect(Self.campaigns(run.assessments).isEmpty)
  }

  @Test func `fifty letters of the same honest boilerplate make none`() throws {
    var (town, log) = Self.town(seed: 14)
    let boilerplate = (0..<12).map { mixed(UInt64($0) &+ 0xB0_1137) }
    for day in 0..<5 {
      for place in 0..<10 {
        var letter = town.request(by: town.officers[place], day: Self.days + day)
        letter.wording?.shingles = boilerplate
        letter.wording?.lines = boilerplate.map { $0 ^ 1 }
        log.append(letter)
      }
    }
    let run = try NightRun.folded(SmallTown.ordered(log))
    #expect(Self.campaigns(run.assessments).isEmpty)
  }

  @Test func `a thief who asks for an honest agency's target is tied to it, suspicious or not`() throws {
    var (town, log) = Self.town(seed: 15)
    let honest = town.request(by: town.officers[4], day: Self.days)
    var forged = town.forgery(of: town.officers[0], day: Self.days, hour: 20)
    forged.targets = honest.targets
    log += [honest, forged]
    let run = try NightRun.folded(SmallTown.ordered(log))
    let found = run.byID
    #expect(found[forged.id]?.campaignID?.hasPrefix("l-") == true)
    #expect(found[honest.id]?.campaignID == found[forged.id]?.campaignID)
    #expect(found[forged.id]!.isAlert || found[forged.id]!.rank == 1)
  }

  @Test func `a cleared request ties no later one, a confirmed one does`() throws {
    for isFraud in [true, false] {
      var (town, log) = Self.town(seed: 16)
      let first = town.forgery(of: town.officers[0], day: Self.days, hour: 2)
      var second = town.request(by: town.officers[4], day: Self.days + 3)
      second.targets = first.targets
      log = SmallTown.ordered(log + [first, second])
      var run = NightRun()
      run.verdicts = [first.id: (isFraud, Self.night.advanced(by: 1))]
      try run.fold(log)
      #expect((run.byID[second.id]?.campaignID != nil) == isFraud)
    }
  }

  @Test func `a late request joins the campaign that its own night's window shows, and a third keeps the name`() throws
  {
    var (town, log) = Self.town(seed: 17)
    let first = town.forgery(of: town.officers[0], day: Self.days - 1, hour: 2)
    log = SmallTown.ordered(log + [first])
    let run = try NightRun.folded(log)
    #expect(run.byID[first.id]?.campaignID == nil)
    let late = town.forgery(of: town.officers[4], day: Self.days, hour: 3)
    let third = town.forgery(of: town.officers[8], day: Self.days + 2, hour: 3)
    let engine = run.makeEngine()
    let night = Self.night.advanced(by: 2)
    let reader = run.shelf.reader(before: night)
    try engine.set.loadWorld(with: reader)
    let outcome = try engine.close(
      NightInput(night: night, filings: engine.filings([third]), late: [(late, Self.night)]), reader: reader,
      lateReader: { run.shelf.reader(before: $0) })
    let id = try #require(outcome.late[0].campaignID)
    #expect(id.hasPrefix("l-"))
    #expect(outcome.assessments[0].campaignID == id)
    #expect(outcome.campaigns.campaigns.map { $0.members.map(\.requestID) } == [[first.id, late.id, third.id]])
  }
}
