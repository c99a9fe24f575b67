import Detection
import RequestModel
import Scoring
import Statistics
import Testing

/// What the looks make of one request that differs from an ordinary one in one thing.
@Suite struct LookTests {
  private static let nights = 30
  private static let night = SmallTown.firstNight.advanced(by: nights)
  private static let town: (town: SmallTown, log: [Request]) = {
    var town = SmallTown(seed: 12, agencies: 3, officersEach: 2)
    let log = town.log(nights: nights, aNight: 6)
    return (town, log)
  }()
  private struct Failure: Error { var underlying: any Error }
  private static let run = Result { try NightRun.folded(town.log) }.mapError(Failure.init)

  /// The look's bits for the officer's ordinary request and for the changed one.
  private static func bits(
    _ look: String, officer: Int = 1, _ change: (inout Request) -> Void
  ) throws -> (usual: Double, changed: Double) {
    var town = town.town
    let usual = town.request(by: town.officers[officer], day: nights)
    var changed = usual
    change(&changed)
    let index = NightRun.registry.ids.firstIndex(of: look)!
    func bits(_ request: Request) throws -> Double {
      try run.get().judged([request], night: night)[0].looks[index].value
    }
    return (try bits(usual), try bits(changed))
  }

  private static func expectOdder(
    _ look: String, officer: Int = 1, by least: Double = 0.3, _ change: (inout Request) -> Void
  ) throws {
    let (usual, changed) = try bits(look, officer: officer, change)
    #expect(changed > usual + least, "\(look): \(usual) → \(changed)")
  }

  @Test func `what was never seen of a session outranks what is familiar`() throws {
    try Self.expectOdder("session_device", by: 2) { $0.sessionDevice = "another" }
    try Self.expectOdder("session_network", by: 2) { $0.sessionASN = 1 }
    try Self.expectOdder("session_address") { $0.sessionIP = Pseudonym(high: 9, low: 9) }
    try Self.expectOdder("session_country") { $0.sessionCountry = "XZ" }
    try Self.expectOdder("second_factor", officer: 0) { $0.mfa = false }
    try Self.expectOdder("mail_authentication") { $0.dmarc = .fail }
  }

  @Test func `leaving a field out is judged as bringing another`() throws {
    try Self.expectOdder("session_device") { $0.sessionDevice = "" }
    try Self.expectOdder("badge") { $0.badge = nil }
    try Self.expectOdder("callback_phone") { $0.callbackPhone = nil }
  }

  @Test func `an identity that is not the account's outranks its own`() throws {
    try Self.expectOdder("callback_phone") { $0.callbackPhone = Pseudonym(high: 9, low: 9) }
    try Self.expectOdder("badge") { $0.badge = Pseudonym(high: 9, low: 9) }
    try Self.expectOdder("officer_name") { $0.senderName = Pseudonym(high: 9, low: 9) }
    try Self.expectOdder("first_seen_sender") { $0.sender = "new@police0.example" }
    try Self.expectOdder("sender_domain") { $0.senderRegistrableDomain = "elsewhere.example" }
    try Self.expectOdder("look_alike_domain") {
      $0.senderRegistrableDomain = "po1ice0.example"
      $0.senderDomain = "po1ice0.example"
    }
    try Self.expectOdder("reply_to") {
      $0.replyTo = MailAddress(
        localPart: Pseudonym(high: 9, low: 9), domain: "gmail.com", registrableDomain: "gmail.com")
    }
  }

  @Test func `identifiers that do not go together outrank those that do`() throws {
    let colleague = Self.town.log.last { $0.sender == Self.town.town.officers[0].name }!
    try Self.expectOdder("badge_holder", by: 1) { $0.badge = colleague.badge }
    try Self.expectOdder("supervisor_number") { $0.supervisorPhone = $0.callbackPhone }
    try Self.expectOdder("phone_country") { $0.callbackCallingCode = 91 }
    try Self.expectOdder("mailbox_name") { $0.mailboxBearsName = false }
    try Self.expectOdder("network_territory") { $0.sessionASN = 1 }
  }

  @Test func `letters that go on with a case speak for the sender where that is usual, and never against`() throws {
    func bits(follows: Bool) throws -> (new: Bits, again: Bits) {
      var run = NightRun()
      var town = SmallTown(seed: 5, agencies: 1, officersEach: 1)
      var log = (0..<30).map { town.request(by: town.officers[0], day: $0) }
      if follows { for i in log.indices where i % 2 == 1 { log[i].caseNumber = log[i - 1].caseNumber } }
      try run.fold(log)
      let new = town.request(by: town.officers[0], day: 30)
      var again = new
      again.caseNumber = log[29].caseNumber
      let index = NightRun.registry.ids.firstIndex(of: "case_history")!
      func look(_ request: Request) throws -> Bits {
        try run.judged([request], night: SmallTown.firstNight.advanced(by: 30))[0].looks[index]
      }
      return (try look(new), try look(again))
    }
    let follows = try bits(follows: true)
    #expect(follows.again < follows.new)
    #expect(follows.again < Bits(-0.3))
    let never = try bits(follows: false)
    #expect(never.again < Bits(1), "\(never)")
  }

  @Test func `another way to ask, and another thing to ask, outrank the usual`() throws {
    try Self.expectOdder("channel") { $0.channel = .portal }
    try Self.expectOdder("case_number") { $0.caseNumberShape = "A+" }
    try Self.expectOdder("target_type") {
      $0.targets = $0.targets.map { Target(type: .username, value: $0.value, country: $0.country) }
    }
    try Self.expectOdder("target_territory") {
      $0.targets = $0.targets.map { Target(type: $0.type, value: $0.value, country: "XZ") }
    }
  }

  @Test func `words outrank the usual where they press, threaten, or are not the agency's`() throws {
    try Self.expectOdder("urgency_words") { $0.wording?.lexiconHits[Int(Lexicon.urgency.rawValue)] = 6 }
    try Self.expectOdder("threat_words") { $0.wording?.lexiconHits[Int(Lexicon.threat.rawValue)] = 6 }
    try Self.expectOdder("unfamiliar_words") {
      $0.wording?.words = (0..<40).map { .init(hash: mixed($0 + 5_000_000), count: 1) }
    }
    try Self.expectOdder("template_lines") { $0.wording?.lines = (0..<10).map { mixed($0 + 6_000_000) } }
  }

  @Test func `a target again under another case outranks the same case`() throws {
    let before = Self.town.log.last { $0.sender == Self.town.town.officers[1].name }!
    let again = try Self.bits("repeated_target") {
      $0.targets = before.targets
      $0.caseNumber = before.caseNumber
    }
    let other = try Self.bits("repeated_target") { $0.targets = before.targets }
    #expect(other.changed > again.changed)
  }

  @Test func `the last of a burst outranks the first`() throws {
    var town = Self.town.town
    let burst = SmallTown.ordered((0..<14).map { _ in town.request(by: town.officers[1], day: Self.nights) })
    let judged = try Self.run.get().judged(burst, night: Self.night)
    let index = NightRun.registry.ids.firstIndex(of: "sender_volume")!
    #expect(judged.last!.looks[index] > judged.first!.looks[index] + Bits(0.5))
  }
}
