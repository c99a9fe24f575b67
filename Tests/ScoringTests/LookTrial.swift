import Detection
import RequestModel
import Scoring
import Statistics
import Testing

/// One look at an ordinary request of a small town, and at the same request changed in one thing.
enum LookTrial {
  static let nights = 30
  static let night = SmallTown.firstNight.advanced(by: nights)
  /// The town, whose officers fill in every field, and what they sent.
  static let town: (town: SmallTown, log: [Request]) = {
    var town = SmallTown(seed: 12, agencies: 3, officersEach: 2)
    let log = town.log(nights: nights, aNight: 6).map(dressed)
    return (town, log)
  }()
  private struct Failure: Error { var underlying: any Error }
  private static let run = Result { try NightRun.folded(town.log) }.mapError(Failure.init)

  /// What a look makes of a request: its bits, its words, or why it is silent.
  struct Finding {
    var bits: Double
    var observed: String?
    var silence: String?
  }

  /// The request with the fields that a small town's requests leave out.
  static func dressed(_ request: Request) -> Request {
    var out = request
    out.platform = "chat"
    out.supervisorName = Pseudonym(high: 7, low: SipHash.fixed.hash(request.agencyID))
    out.supervisorPhone = Pseudonym(high: 8, low: SipHash.fixed.hash(request.agencyID))
    out.returnPath = out.channel == .email ? address("bounce", request.senderDomain) : nil
    out.accountCreatedAt = out.channel == .portal ? Instant(seconds: request.receivedAt.seconds - 900 * 86_400) : nil
    out.deadlineMinutes = request.type == .emergency ? 240 : 14 * 1_440
    out.scope = 30
    let day = Int32(request.receivedAt.seconds / 86_400)
    (out.periodStart, out.periodEnd) = (CivilDate(daysSinceEpoch: day - 30), CivilDate(daysSinceEpoch: day))
    out.attributes = [Attribute(name: "mailer", value: .category(Pseudonym(high: 9, low: 77)))]
    return out
  }

  static func address(_ local: String, _ domain: String) -> MailAddress {
    MailAddress(
      localPart: Pseudonym(high: 6, low: SipHash.fixed.hash(local)), domain: domain, registrableDomain: domain)
  }

  /// An officer's ordinary request of the night after the log.
  static func usual(officer: Int = 1) -> Request {
    var town = town.town
    return dressed(town.request(by: town.officers[officer], day: nights))
  }

  /// What the look makes of the last of `requests`, all of one night.
  static func finding(
    _ look: String, _ requests: [Request], directory: AgencyDirectory = AgencyDirectory()
  ) throws -> Finding {
    var run = try run.get()
    run.directory = directory
    return try finding(look, requests, in: run, night: night)
  }

  /// The same for a town of one's own.
  static func finding(_ look: String, _ requests: [Request], in run: NightRun, night: Night) throws -> Finding {
    let judged = try run.judged(requests, night: night)[requests.count - 1]
    let index = try #require(NightRun.registry.ids.firstIndex(of: look))
    return Finding(
      bits: judged.looks[index].value, observed: judged.assessment.reasons.first { $0.detector == look }?.observed,
      silence: judged.assessment.silences.first { $0.detector == look }?.cause)
  }

  /// Expects the changed request to be odder than the ordinary one by `least` bits, and the line to speak of it.
  static func expectOdder(
    _ look: String, officer: Int = 1, by least: Double = 0.3, saying words: String = "",
    directory: AgencyDirectory = AgencyDirectory(), _ change: (inout Request) -> Void
  ) throws {
    let usual = usual(officer: officer)
    var changed = usual
    change(&changed)
    let before = try finding(look, [usual], directory: directory)
    let after = try finding(look, [changed], directory: directory)
    #expect(after.bits > before.bits + least, "\(look): \(before.bits) → \(after.bits)")
    let observed = try #require(after.observed)
    #expect(observed.contains(words), "\(observed)")
  }

  /// Expects the look to have nothing to say of the changed request, with this reason, and to add nothing.
  static func expectSilent(
    _ look: String, officer: Int = 1, _ cause: Abstention, _ change: (inout Request) -> Void
  ) throws {
    var changed = usual(officer: officer)
    change(&changed)
    let found = try finding(look, [changed])
    #expect(found.silence == cause.rawValue)
    #expect(found.bits == 0)
  }
}
