import RequestModel
import Scoring
import Statistics

/// A seeded log of a few agencies and their officers: every officer keeps his hours, device, network and words.
struct SmallTown {
  struct Officer {
    var agency: Int
    var name: String
    var device: String
    var network: Int64
    var phone: UInt64
    var channel: Channel
    var hour: Int
  }

  static let firstNight = Night("2024-03-11")!
  var officers: [Officer] = []
  private var random: SeededGenerator
  private var number = 0

  init(seed: UInt64, agencies: Int = 4, officersEach: Int = 3) {
    random = SeededGenerator(seed: seed)
    for agency in 0..<agencies {
      for i in 0..<officersEach {
        officers.append(
          Officer(
            agency: agency, name: "officer\(i)@police\(agency).example", device: "device \(agency) \(i)",
            network: Int64(64_500 + agency), phone: random.next(), channel: i == 0 ? .portal : .email,
            hour: 8 + random.below(8)))
      }
    }
  }

  /// The requests of so many nights, in the order in which they came.
  mutating func log(nights: Int, aNight: Int = 10) -> [Request] {
    var out: [Request] = []
    for day in 0..<nights {
      var night: [Request] = []
      for _ in 0..<aNight - 2 + random.below(5) {
        night.append(request(by: officers[random.below(officers.count)], day: day))
      }
      out += SmallTown.ordered(night)
    }
    return out
  }

  static func ordered(_ requests: [Request]) -> [Request] {
    requests.sorted { ($0.receivedAt, $0.id) < ($1.receivedAt, $1.id) }
  }

  /// One ordinary request of an officer, `day` nights after the first.
  mutating func request(by officer: Officer, day: Int, hour: Int? = nil) -> Request {
    number += 1
    let minute = random.below(90)
    let seconds = Int64(SmallTown.firstNight.day) * 86_400 + Int64(day) * 86_400
    let moment = seconds + Int64((hour ?? officer.hour) * 3600 + minute * 60 + random.below(60))
    let type: RequestType = random.chance(0.2) ? .emergency : random.chance(0.6) ? .subpoena : .courtOrder
    var out = Request(
      id: "r\(number)", receivedAt: Instant(seconds: moment), offsetMinutes: 0, channel: officer.channel, type: type,
      agencyID: "agency \(officer.agency)", sender: officer.name)
    out.agencyCountry = officer.agency % 2 == 0 ? "US" : "DE"
    out.agencyType = .local
    out.senderDomain = "police\(officer.agency).example"
    out.senderRegistrableDomain = out.senderDomain
    out.senderName = Pseudonym(high: 1, low: officer.phone ^ 1)
    out.badge = Pseudonym(high: 2, low: officer.phone ^ 2)
    out.callbackPhone = Pseudonym(high: 3, low: officer.phone)
    out.sessionDevice = officer.device
    out.sessionASN = officer.network
    out.sessionCountry = out.agencyCountry
    out.sessionIP = Pseudonym(high: 4, low: UInt64(officer.network) &* 977 &+ UInt64(random.below(4)))
    if officer.channel == .portal { out.mfa = true } else { (out.spf, out.dkim, out.dmarc) = (.pass, .pass, .pass) }
    out.caseNumber = Pseudonym(high: 5, low: random.next())
    out.caseNumberShape = "99-9+"
    out.categories = VocabularySet([.subscriber] + (random.chance(0.5) ? [.ipLogs] : []))
    out.targets = (0..<1 + random.below(3)).map { _ in
      Target(
        type: random.chance(0.7) ? .email : .phone, value: Pseudonym(high: random.next(), low: random.next()),
        country: out.agencyCountry)
    }.sorted { ($0.value.high, $0.value.low) < ($1.value.high, $1.value.low) }
    if random.chance(0.5) { out.replyTo = nil } else { out.replyTo = address("desk", out.senderDomain) }
    out.legalCitations = type == .emergency ? [] : ["18usc2703"]
    if type == .emergency { out.natures = VocabularySet([.threatToLife]) }
    out.wording = letter(agency: officer.agency, isEmergency: type == .emergency)
    return out
  }

  func address(_ local: String, _ domain: String) -> MailAddress {
    MailAddress(
      localPart: Pseudonym(high: 6, low: SipHash.fixed.hash(local)), domain: domain, registrableDomain: domain)
  }

  private mutating func letter(agency: Int, isEmergency: Bool) -> WordingFeatures {
    var out = WordingFeatures()
    out.language = agency % 2 == 0 ? "en" : "de"
    var seen: Set<UInt64> = []
    for _ in 0..<40 {
      // Two words in three are the agency's own habit, the rest the language's.
      let word =
        random.chance(0.66) ? 1_000 * (agency + 1) + random.below(60) : 100_000 * (agency % 2 + 1) + random.below(300)
      let hash = mixed(UInt64(word) &+ 0xF00D)
      if seen.insert(hash).inserted { out.words.append(.init(hash: hash, count: 1)) }
    }
    out.lines = (0..<9).map { mixed(UInt64(agency * 100 + $0) &+ 0xBEEF) } + [random.next()]
    out.wordCount = Int32(out.words.count)
    out.characterCount = out.wordCount * 6
    out.letterCount = out.wordCount * 5
    out.capitalCount = 12
    out.sentenceCount = 5
    out.lineCount = 10
    out.commaCount = 4
    if isEmergency { out.lexiconHits[Int(Lexicon.urgency.rawValue)] = 2 }
    return out
  }

  /// The officer's account in other hands: another device, network and country, at night, in other words.
  mutating func forgery(of officer: Officer, day: Int, hour: Int = 2) -> Request {
    var out = request(by: officer, day: day, hour: hour)
    out.type = .emergency
    out.natures = VocabularySet([.kidnapping])
    out.sessionDevice = "thief's device"
    out.sessionASN = 9_009
    out.sessionCountry = "XZ"
    out.sessionIP = Pseudonym(high: 4, low: 999_999)
    out.callbackPhone = Pseudonym(high: 3, low: 13)
    out.replyTo = address("thief", "gmail.com")
    out.mfa = officer.channel == .portal ? false : nil
    out.wording?.words = (0..<40).map { .init(hash: mixed(UInt64($0) &+ 0xD0_0D00), count: 1) }
    out.wording?.lines = (0..<8).map { mixed(UInt64($0) &+ 0xD1_1D11) }
    out.wording?.lexiconHits[Int(Lexicon.urgency.rawValue)] = 6
    out.wording?.lexiconHits[Int(Lexicon.threat.rawValue)] = 5
    out.targets = out.targets.map { Target(type: .username, value: $0.value, country: "XZ") }
    return out
  }
}
