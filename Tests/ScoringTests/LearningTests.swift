import Detection
import RequestModel
import Scoring
import Statistics
import Testing

/// What a night teaches the next: usual things become usual, suspicious ones do not, verdicts decide.
@Suite struct LearningTests {
  private static let nights = 24
  private static let after = SmallTown.firstNight.advanced(by: nights)
  private static let world: (town: SmallTown, log: [Request]) = {
    var town = SmallTown(seed: 8, agencies: 3, officersEach: 2)
    let log = town.log(nights: nights, aNight: 6)
    return (town, log)
  }()

  private static func bits(_ look: String, _ judged: Judged) -> Double {
    judged.looks[NightRun.registry.ids.firstIndex(of: look)!].value
  }

  @Test func `in a takeover's second request the thief's device is still new`() throws {
    var town = Self.world.town
    let victim = town.officers[1]
    let first = town.forgery(of: victim, day: Self.nights)
    var run = NightRun()
    try run.fold(Self.world.log + [first])
    #expect(run.byID[first.id]?.isHeld == true)
    var second = town.forgery(of: victim, day: Self.nights + 1)
    let night = Self.after.advanced(by: 1)
    let again = try run.judged([second], night: night)[0]
    second.sessionDevice = victim.device
    let usual = try run.judged([second], night: night)[0]
    #expect(Self.bits("session_device", again) > 1)
    #expect(Self.bits("session_device", again) > Self.bits("session_device", usual) + 2)
    // And the account is under suspicion now: the second counts more than its own evidence.
    #expect(again.assessment.evidence > again.ownBits)
    #expect(again.assessment.reasons.contains { $0.detector == "sender_state" })
  }

  @Test func `what an ordinary request brings is familiar the next night`() throws {
    var town = Self.world.town
    let officer = town.officers[0]
    var first = town.request(by: officer, day: Self.nights)
    first.sessionDevice = "new laptop"
    var run = NightRun()
    try run.fold(Self.world.log)
    let before = try run.judged([first], night: Self.after)[0]
    try run.fold([first])
    var second = town.request(by: officer, day: Self.nights + 1)
    second.sessionDevice = "new laptop"
    let after = try run.judged([second], night: Self.after.advanced(by: 1))[0]
    #expect(Self.bits("session_device", after) < Self.bits("session_device", before))
  }

  @Test func `a verdict of forgery takes back what was taught and raises the next, one of honesty releases`() throws {
    var town = Self.world.town
    let victim = town.officers[1]
    let odd = town.forgery(of: victim, day: Self.nights)
    let known = Self.after
    func next(_ isFraud: Bool?) throws -> Judged {
      var run = NightRun()
      if let isFraud { run.verdicts[odd.id] = (isFraud, known) }
      try run.fold(Self.world.log + [odd])
      var town = town
      return try run.judged([town.forgery(of: victim, day: Self.nights + 1)], night: Self.after.advanced(by: 1))[0]
    }
    let open = try next(nil)
    let honest = try next(false)
    let forged = try next(true)
    #expect(honest.ownBits < open.ownBits)
    #expect(Self.bits("session_device", honest) < Self.bits("session_device", open))
    #expect(!honest.assessment.reasons.contains { $0.detector == "sender_state" })
    #expect(forged.assessment.evidence - forged.ownBits >= open.assessment.evidence - open.ownBits)
  }

  @Test func `reading a request clears it less than a call does, and not at all where it is loud`() throws {
    var town = Self.world.town
    let odd = town.forgery(of: town.officers[1], day: Self.nights)
    func next(_ clearance: Finding?) throws -> Judged {
      var run = NightRun()
      if let clearance {
        run.clearance = clearance
        run.verdicts[odd.id] = (false, Self.after.advanced(by: 1))
      }
      var town = town
      let other = town.request(by: town.officers[5], day: Self.nights + 1)
      try run.fold(Self.world.log + [odd, other])
      return try run.judged(
        [town.forgery(of: town.officers[1], day: Self.nights + 2)], night: Self.after.advanced(by: 2))[
          0]
    }
    let (open, read, called) = (try next(nil), try next(.readAsGenuine), try next(.genuine))
    func state(_ judged: Judged) -> Bits { judged.assessment.evidence - judged.ownBits }
    #expect(Self.bits("session_device", read) == Self.bits("session_device", open))
    #expect(Self.bits("session_device", called) < Self.bits("session_device", read))
    #expect(state(called) <= state(read) && state(read) <= state(open))
    #expect(state(called) < state(open))
  }

  @Test func `only the word analyst is a reading`() {
    #expect(Finding(isFraud: false, source: "Analyst") == .readAsGenuine)
    for source in ["callback", "agency_report", "audit", ""] {
      #expect(Finding(isFraud: false, source: source) == .genuine)
    }
    #expect(Finding(isFraud: true, source: "analyst") == .forged)
  }

  @Test func `what a confirmed fraud brought speaks against the next to bring it, at another agency too`() throws {
    var town = Self.world.town
    let odd = town.forgery(of: town.officers[1], day: Self.nights)
    var next = town.request(by: town.officers[4], day: Self.nights + 1)
    next.sessionDevice = odd.sessionDevice
    func judged(_ isFraud: Bool?) throws -> Judged {
      var run = NightRun()
      if let isFraud { run.verdicts[odd.id] = (isFraud, Self.after) }
      try run.fold(Self.world.log + [odd])
      return try run.judged([next], night: Self.after.advanced(by: 1))[0]
    }
    let (open, confirmed) = (try judged(nil), try judged(true))
    // New to everybody is loud already, and a look saturates.
    #expect(Self.bits("session_device", confirmed) > Self.bits("session_device", open))
    let known = "A confirmed fraud brought the same before."
    #expect(confirmed.assessment.reasons.contains { $0.text.hasSuffix(known) })
    #expect(!open.assessment.reasons.contains { $0.text.hasSuffix(known) })
  }

  @Test func `a campaign teaches about twice at most`() {
    let weights = (0..<40).map { ForgerMemory.weight(ofRequest: $0) }
    #expect(weights[0] == 1 && weights.reduce(0, +) <= 2)
    #expect(zip(weights, weights.dropFirst()).allSatisfy { $0 >= $1 })
  }

  @Test func `without a confirmed fraud the forger is the documented one`() {
    let documented = ForgerModel.documented.habitWeights
    #expect(ForgerMemory.none.habitWeights(documented) == documented)
  }

  @Test func `what a forgery taught before it was known is unlearned`() throws {
    var town = Self.world.town
    let officer = town.officers[0]
    var quiet = town.request(by: officer, day: Self.nights)
    quiet.sessionDevice = "planted"
    func next(_ isFraud: Bool) throws -> Double {
      var run = NightRun()
      if isFraud { run.verdicts[quiet.id] = (true, Self.after.advanced(by: 1)) }
      var town = town
      let other = town.request(by: town.officers[5], day: Self.nights + 1)
      try run.fold(Self.world.log + [quiet, other])
      var again = town.request(by: officer, day: Self.nights + 2)
      again.sessionDevice = "planted"
      return Self.bits("session_device", try run.judged([again], night: Self.after.advanced(by: 2))[0])
    }
    let unlearned = try next(true)
    let learned = try next(false)
    #expect(unlearned > learned)
  }

  @Test func `a sender who floods a night hardly moves another agency, and a colleague by little`() throws {
    var town = Self.world.town
    let flood = SmallTown.ordered(
      (0..<60).map { _ in
        var request = town.request(by: town.officers[0], day: Self.nights)
        request.sessionDevice = "flooding device"
        request.type = .freeze
        return request
      })
    var calm = NightRun()
    try calm.fold(Self.world.log + [flood[0]])
    var flooded = NightRun()
    try flooded.fold(Self.world.log + flood)
    // Two days later, so that counts of the day before are over.
    let night = Self.after.advanced(by: 2)
    for (officer, bound) in [(1, 3.0), (2, 1.5), (4, 1.5)] {
      let probe = town.request(by: town.officers[officer], day: Self.nights + 2)
      let difference =
        try flooded.judged([probe], night: night)[0].ownBits.value
        - calm.judged([probe], night: night)[0].ownBits.value
      #expect(abs(difference) < bound, "officer \(officer): \(difference)")
    }
  }

  @Test func `requests of one moment teach the same in any order`() throws {
    var town = Self.world.town
    var night = (0..<12).map { i in
      var request = town.request(by: town.officers[i % 6], day: 0)
      request.receivedAt = Instant(seconds: Int64(SmallTown.firstNight.day) * 86_400 + 36_000)
      // A desk that agencies share is new to the one that shows it second.
      request.replyTo = nil
      return request
    }
    let forwards = try NightRun.folded(night)
    // Which of two requests of one moment is judged first is a matter of their ids alone.
    let ids = night.map(\.id)
    for i in night.indices { night[i].id = ids[night.count - 1 - i] }
    let backwards = try NightRun.folded(night.reversed())
    for (key, bytes) in forwards.shelf.latest where key.hasPrefix("s") || key.hasPrefix("l") {
      #expect(backwards.shelf.latest[key] == bytes)
    }
  }
}
