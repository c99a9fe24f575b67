import Baselines
import RequestModel
import Statistics

@testable import Detection

/// Requests at the edges of what intake lets through, and pasts to hold them against.
enum RequestSamples {
  static func bare(_ channel: Channel = .email, _ type: RequestType = .emergency) -> Request {
    Request(
      id: "1", receivedAt: Instant(seconds: 1_710_000_000), offsetMinutes: 0, channel: channel, type: type,
      agencyID: "", sender: "")
  }

  /// Every field as large, odd or contradictory as it can be.
  static func hostile(_ channel: Channel = .portal, _ type: RequestType = .freeze, sign: Int64 = 1) -> Request {
    var random = SeededGenerator(seed: 77)
    var out = bare(channel, type)
    let text = String(repeating: "<b>\u{202e}'\"; DROP 東", count: 40)
    out.agencyID = text
    out.sender = text
    out.agencyCountry = "ZZ"
    out.platform = text
    out.senderDomain = "xn--" + String(repeating: "-", count: 90)
    out.senderRegistrableDomain = out.senderDomain
    out.replyTo = MailAddress(localPart: Pseudonym(high: 0, low: 0), domain: "", registrableDomain: "")
    out.returnPath = MailAddress(localPart: Pseudonym(high: .max, low: .max), domain: text, registrableDomain: text)
    out.accountCreatedAt = Instant(microseconds: sign > 0 ? .min : .max)
    out.caseNumberShape = text
    out.legalCitations = (0..<50).map { "\(text)\($0)" }
    out.deadlineMinutes = sign > 0 ? .max : .min
    out.scope = sign > 0 ? .max : .min
    out.natures = VocabularySet(bits: 0x7f)
    out.categories = VocabularySet(bits: 0xff)
    out.targets = (0..<300).map { i in
      Target(
        type: TargetType.allCases[i % 9], value: Pseudonym(high: random.next(), low: random.next()),
        country: i % 3 == 0 ? "" : "Q\(i % 7)")
    }
    out.periodStart = CivilDate(year: sign > 0 ? 0 : 9_999, month: 1, day: 1)
    out.periodEnd = CivilDate(year: sign > 0 ? 9_999 : 0, month: 12, day: 31)
    out.attachments = (0..<40).map { Pseudonym(high: 0, low: $0) }
    out.sessionASN = sign > 0 ? .max : .min
    out.sessionDevice = text
    out.mfa = false
    out.attributes = (0..<100).map { i in
      let numbers = [Double.nan, .infinity, -.infinity, .greatestFiniteMagnitude, -0.0, .leastNonzeroMagnitude]
      return Attribute(
        name: "\(text)\(i)",
        value: i % 2 == 0 ? .number(numbers[i / 2 % 6]) : .category(Pseudonym(high: 0, low: random.next())))
    }
    out.malformed = FieldSet(bits: .max)
    var wording = WordingFeatures()
    wording.language = "??"
    wording.words = (0..<400).map { _ in .init(hash: random.next(), count: .max) }
    wording.lines = (0..<128).map { _ in random.next() }
    wording.wordCount = sign > 0 ? 20_000_000 : 0
    wording.letterCount = sign > 0 ? 0 : 90_000_000
    wording.capitalCount = 90_000_000
    wording.exclamationCount = 90_000_000
    wording.lexiconHits = wording.lexiconHits.map { _ in .max }
    wording.demandedMinutes = sign > 0 ? .max : .min
    out.wording = wording
    return out
  }

  static var all: [Request] {
    Channel.allCases.flatMap { channel in
      [bare(channel), bare(channel, .mlat), hostile(channel), hostile(channel, .emergency, sign: -1)]
    }
  }

  /// A past in which every level has seen these requests so many times.
  static func context(after past: [Request], times: Int64 = 1, for registry: Registry) -> Context {
    let profiles = (0..<4).map { _ in Profile() }
    let context = Context(
      lineage: Lineage(
        sender: profiles[0], agency: profiles[1], peers: profiles[2], world: profiles[3], factors: .one),
      languagePool: Profile(), local: LocalTime(Instant(seconds: 1_710_000_000), offsetSeconds: 0))
    var sightings = Sightings()
    for request in past {
      registry.observe(request, in: context, into: &sightings)
      for seen in sightings.observations {
        for level in seen.from.rawValue...seen.upTo.rawValue {
          profiles[level].counts.add(1_024 * times, to: seen.slot.key(of: seen.value))
          profiles[level].counts.add(1_024 * times, to: seen.slot.total)
        }
      }
      for profile in profiles { profile.activity.events += 1_024 * times }
    }
    return context
  }

  static func contexts(for registry: Registry) -> [Context] {
    let some = context(after: all, for: registry)
    some.wordingView.surprise = 2.5
    some.wordingView.knownLines = 1
    some.wordingView.surpriseElsewhere = -9
    some.wordingView.knownLinesElsewhere = 0
    some.earlier.senderHour = 400
    some.earlier.senderGap = .max / 2
    some.links.targetAgencies = 3
    some.links.partners = [1, .max]
    some.imitatedDomain = LookAlikeSighting(imitated: "police.example", how: "an edit")
    some.directory = DirectoryEntry(callbackPseudonym: Pseudonym(high: 1, low: 1))
    some.isHoliday = true
    let much = context(after: [bare(), hostile()], times: 1_000_000, for: registry)
    much.earlier.senderGap = 0
    return [context(after: [], for: registry), some, much]
  }
}
