import Detection
import RequestModel
import Scoring
import Statistics
import Testing

/// Harmless steps are recognised from others, never from one sender, and their lines keep the sum exact.
@Suite struct BenignStepTests {
  private static let nights = 40
  private struct Failure: Error { var underlying: any Error }
  private static let town: (town: SmallTown, log: [Request]) = {
    var town = SmallTown(seed: 33, agencies: 3, officersEach: 5)
    // Everybody writes mail before anybody moves.
    for i in town.officers.indices { town.officers[i].channel = .email }
    let log = town.log(nights: nights, aNight: 16)
    return (town, log)
  }()
  private static let run = Result { try NightRun.folded(town.log) }.mapError(Failure.init)

  private static func night(_ day: Int) -> Night { SmallTown.firstNight.advanced(by: day) }

  private static func lines(_ assessment: Assessment) -> [Reason] {
    assessment.reasons.filter { $0.detector.hasPrefix("benign:") }
  }

  /// An officer's request that came by the portal instead.
  private static func byPortal(_ officer: SmallTown.Officer, _ town: inout SmallTown, day: Int) -> Request {
    var moved = officer
    moved.channel = .portal
    return town.request(by: moved, day: day)
  }

  /// What the fourth officer's first request by the portal meets after `movers` of his colleagues came that way.
  private static func meets(movers: [Int], times: Int = 1, forged: Bool = false) throws -> Judged {
    var town = town.town
    var run = try run.get()
    var log: [Request] = []
    for officer in movers {
      for time in 0..<times {
        var request = byPortal(town.officers[officer], &town, day: nights + time % 3)
        if forged {
          request = town.forgery(of: town.officers[officer], day: nights + time % 3)
          request.channel = .portal
        }
        log.append(request)
      }
    }
    try run.fold(log)
    let probe = byPortal(town.officers[4], &town, day: nights + 4)
    return try run.judged([probe], night: night(nights + 4))[0]
  }

  private static func hasMove(_ judged: Judged) -> Bool {
    lines(judged.assessment).contains { $0.detector == "benign:portal_move" }
  }

  @Test func `two colleagues on the portal make a move, one does not, however often`() throws {
    let two = try Self.meets(movers: [0, 1])
    #expect(Self.hasMove(two))
    #expect(try !Self.hasMove(Self.meets(movers: [])))
    #expect(try !Self.hasMove(Self.meets(movers: [0])))
    #expect(try !Self.hasMove(Self.meets(movers: [0], times: 20)))
    // Colleagues of another agency prove nothing of this one.
    #expect(try !Self.hasMove(Self.meets(movers: [5, 6, 7])))
  }

  @Test func `held requests make no step`() throws {
    #expect(try !Self.hasMove(Self.meets(movers: [0, 1, 2], forged: true)))
  }

  @Test func `a step takes evidence off, says so in a sentence, and the sum stays exact`() throws {
    let two = try Self.meets(movers: [0, 1])
    let line = try #require(Self.lines(two.assessment).first { $0.detector == "benign:portal_move" })
    #expect(line.contribution < .zero)
    #expect(line.text.contains("2 other senders of this agency moved to the portal within 42 days"))
    #expect(line.text.contains("counts 40 %"))
    #expect(two.assessment.reasons.reduce(Bits.zero) { $0 + $1.contribution } == two.assessment.evidence)
    #expect(try two.assessment.evidence < Self.meets(movers: [5, 6]).assessment.evidence)
  }

  @Test func `a new officer is vouched for by the agency's own network, not by another`() throws {
    var town = Self.town.town
    var officer = town.officers[0]
    officer.name = "newcomer@police0.example"
    officer.phone = 4_711
    let honest = town.request(by: officer, day: Self.nights)
    var foreign = honest
    foreign.sessionASN = 9_009
    let judged = try Self.run.get().judged([honest], night: Self.night(Self.nights))[0].assessment
    let stranger = try Self.run.get().judged([foreign], night: Self.night(Self.nights))[0].assessment
    #expect(Self.lines(judged).contains { $0.detector == "benign:new_officer" && $0.contribution < .zero })
    #expect(!Self.lines(stranger).contains { $0.detector == "benign:new_officer" })
  }

  @Test func `a known domain of the directory is no new domain`() throws {
    var town = Self.town.town
    var moved = town.request(by: town.officers[0], day: Self.nights)
    moved.sender = "officer0@city0.example"
    (moved.senderDomain, moved.senderRegistrableDomain) = ("city0.example", "city0.example")
    var run = try Self.run.get()
    func step() throws -> Bool {
      try Self.lines(run.judged([moved], night: Self.night(Self.nights))[0].assessment)
        .contains { $0.detector == "benign:domain_migration" }
    }
    #expect(try !step())
    run.directory = AgencyDirectory(entries: ["agency 0": .init(domains: ["police0.example", "city0.example"])])
    #expect(try step())
  }

  @Test func `the day after a holiday of the calendar is expected to be busy`() throws {
    var town = Self.town.town
    // Night 42 after a Monday is a Monday.
    let day = 42
    let burst = SmallTown.ordered((0..<12).map { _ in town.request(by: town.officers[0], day: day) })
    var run = try Self.run.get()
    func steps() throws -> [Reason] {
      try run.judged(burst, night: Self.night(day)).flatMap { Self.lines($0.assessment) }
        .filter { $0.detector == "benign:holiday" }
    }
    #expect(try steps().isEmpty)
    let friday = CivilDate(daysSinceEpoch: Self.night(day - 3).day)
    run.directory = AgencyDirectory(holidays: ["US": [friday]])
    let found = try steps()
    #expect(!found.isEmpty && found.allSatisfy { $0.contribution < .zero })
  }

  @Test func `an incident of the calendar weighs its emergencies down, and an ordinary day has none`() throws {
    var town = Self.town.town
    var request = town.request(by: town.officers[0], day: Self.nights, hour: 3)
    request.type = .emergency
    request.natures = VocabularySet([.bombThreat])
    var run = try Self.run.get()
    func surge() throws -> Bool {
      try Self.lines(run.judged([request], night: Self.night(Self.nights))[0].assessment)
        .contains { $0.detector == "benign:incident_surge" }
    }
    #expect(try !surge())
    run.directory = AgencyDirectory(
      incidents: ["US": [CivilDate(daysSinceEpoch: Self.night(Self.nights).day)]])
    #expect(try surge())
  }

  @Test(arguments: [3, 4, 5])
  func `agencies of a country that write over one danger in one day are a surge from the fourth other on`(
    others: Int
  ) throws {
    // Every second agency is in one country.
    var town = SmallTown(seed: 51, agencies: 12, officersEach: 1)
    var run = NightRun()
    try run.fold(town.log(nights: 30, aNight: 14))
    func emergency(_ agency: Int, hour: Int) -> Request {
      var out = town.request(by: town.officers[agency], day: 30, hour: hour)
      out.type = .emergency
      out.natures = VocabularySet([.bombThreat])
      return out
    }
    let requests = (1...others).map { emergency(2 * $0, hour: 6) } + [emergency(0, hour: 22)]
    let last = try #require(run.judged(SmallTown.ordered(requests), night: Self.night(30)).last).assessment
    let surge = Self.lines(last).filter { $0.detector == "benign:incident_surge" }
    #expect(surge.isEmpty == (others < 4))
    #expect(surge.allSatisfy { $0.text.contains("\(others) other agencies of this country") })
  }

  @Test func `a backlog is many cases by legal process from the sender's own machine, and nothing else`() throws {
    var town = Self.town.town
    func dump(_ change: (inout Request) -> Void) throws -> [Reason] {
      let burst = (0..<9).map { _ in
        var request = town.request(by: town.officers[1], day: Self.nights)
        (request.type, request.natures) = (.subpoena, VocabularySet([]))
        change(&request)
        return request
      }
      return try Self.run.get().judged(SmallTown.ordered(burst), night: Self.night(Self.nights))
        .flatMap { Self.lines($0.assessment) }.filter { $0.detector == "benign:backlog" }
    }
    let found = try dump { _ in }
    #expect(found.count == 6 && found.allSatisfy { $0.contribution < .zero })
    #expect(try dump { $0.type = .emergency }.isEmpty)
    #expect(try dump { ($0.sessionDevice, $0.sessionASN) = ("another", 9_009) }.isEmpty)
    #expect(try dump { $0.caseNumber = Pseudonym(high: 1, low: 1) }.isEmpty)
  }

  @Test func `another agency's officer on his own terms is a central desk, a stranger in his mailbox is not`() throws {
    var town = Self.town.town
    // The first agency's officer files for the second agency.
    let officer = town.officers[1]
    func filed(_ change: (inout Request) -> Void) throws -> Assessment {
      var request = town.request(by: officer, day: Self.nights)
      (request.agencyID, request.agencyCountry) = ("agency 1", "DE")
      change(&request)
      return try Self.run.get().judged([request], night: Self.night(Self.nights))[0].assessment
    }
    func isDesk(_ assessment: Assessment) -> Bool {
      Self.lines(assessment).contains { $0.detector == "benign:central_desk" && $0.contribution < .zero }
    }
    #expect(try isDesk(filed { _ in }))
    #expect(try isDesk(filed { $0.sessionDevice = "another" }))
    // The officer's number can be copied from a letter; a machine cannot.
    #expect(try !isDesk(filed { ($0.sessionDevice, $0.sessionASN) = ("another", 9_009) }))
    #expect(try !isDesk(filed { ($0.sessionDevice, $0.callbackPhone) = ("another", Pseudonym(high: 3, low: 9)) }))
    #expect(try !isDesk(filed { $0.sender = "nobody@police0.example" }))
  }

  @Test func `lines of steps are never above zero, on any request of a log`() throws {
    for assessment in try Self.run.get().assessments {
      #expect(Self.lines(assessment).allSatisfy { $0.contribution <= .zero })
      #expect(assessment.reasons.reduce(Bits.zero) { $0 + $1.contribution } == assessment.evidence)
    }
  }
}
