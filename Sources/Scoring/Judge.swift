package import Baselines
package import Detection
import Foundation
package import RequestModel
package import Statistics

/// What the judge says of one request, and what closing the night needs of it.
package struct Judged: Sendable {
  package var assessment: Assessment
  package var lesson: Lesson
  /// log₂ odds from the request's own evidence, without the sender state.
  package var ownBits: Bits
  /// Bits of every look before discount and cap, in registry order.
  package var looks: [Bits]
  /// The same as they count, after discount and cap; empty unless asked for.
  package var countedLooks: [Double]
  /// 1 − posterior, in grains; 0 while held.
  package var grains: Int64
}

/// Judges the requests of one night, in order, against the state of the nights before.
///
/// Nothing it does changes that state; what the night itself shows (counts, suspicion, echoes) it keeps here.
package final class Judge {
  let settings: ScoringSettings
  let registry: Registry
  let weighting: Weighting
  let set: BaselineSet
  let night: Night
  let directory: AgencyDirectory
  private let habitWeights: HabitVector
  let filter: Suspicion.Parameters
  /// How far the log is grown up: evidence counts in full after a fortnight.
  private let maturity: Double
  private let context: Context
  private var sightings = Sightings()
  private var priced: [Priced] = []
  /// By look: as they are summed, and less what is usual.
  private var bits: [HabitVector]
  private var rawBits: [HabitVector]
  private var hasSpoken: [Bool]
  private var zones: ZoneTable
  var memory = NightMemory()
  /// The linkage window, with what this night has added.
  private(set) var links: LinkWindow
  /// What this night taught about reading counts; merged at the close.
  private(set) var pricingDelta = Pricing()
  private(set) var normaliserDelta: Normaliser
  private let fullDetail: Bool
  private let isTraced: Bool

  package init(
    settings: ScoringSettings, registry: Registry, weighting: Weighting, set: BaselineSet, night: Night,
    directory: AgencyDirectory, zones: ZoneTable, fullDetail: Bool = false, isTraced: Bool = false
  ) {
    self.isTraced = isTraced
    self.settings = settings
    self.registry = registry
    self.weighting = weighting
    self.set = set
    self.night = night
    self.directory = directory
    self.zones = zones
    self.fullDetail = fullDetail
    habitWeights = registry.model.habitWeights
    // Taken, not copied: the window is large, and comes back with the close of the night.
    links = set.world.links
    set.world.links = LinkWindow()
    // Nights may lie between this one and the last: the window ends before this one.
    links.forget(before: night)
    normaliserDelta = Normaliser(looks: registry.count)
    filter = Suspicion.Parameters(
      baseBits: weighting.baseBits, halfLifeDays: settings.suspicionHalfLifeDays)
    let age = set.world.profile.firstNight.map { $0.distance(to: night) } ?? 0
    maturity = min(1, Double(age) / settings.maturityDays)
    bits = [HabitVector](repeating: .zero, count: registry.count)
    rawBits = bits
    hasSpoken = [Bool](repeating: false, count: registry.count)
    let empty = Profile()
    context = Context(
      lineage: Lineage(sender: empty, agency: empty, peers: empty, world: empty, factors: .one), languagePool: empty,
      local: LocalTime(Instant(seconds: 0), offsetSeconds: 0))
  }

  var usedZones: ZoneTable { zones }

  package func judge(_ request: Request, requestHash: UInt64) -> Judged {
    let keys = EntityKeys(request, directory: directory)
    let linkKeys = LinkKeys(request)
    context.links = Links(linkKeys, agency: LinkWindow.code(ofAgency: request.agencyID), window: links)
    let sender = set[keys.sender]
    let agency = set[keys.agency]
    prepare(request, keys: keys, sender: sender.profile, agency: agency.profile)
    registry.observe(request, in: context, into: &sightings)
    price(channel: Int(request.channel.rawValue))

    let combination = Combination(
      bits: bits, groups: registry.groups, discounts: weighting.discounts, habitWeights: habitWeights,
      isTraced: isTraced)
    let base = Bits(weighting.baseBits)
    let own = base + combination.total
    let second = request.receivedAt.seconds
    let senderFilter = filter.sender(rate: dailyRate(sender.profile), thiefRate: settings.thiefRate)
    var suspicion = memory.suspicions[keys.sender] ?? sender.suspicion
    let boost = Bits(request.sender.isEmpty ? 0 : suspicion.boost(at: second, senderFilter))
    let evidence = own + boost
    let posterior = probability(ofLog2Odds: evidence.value)
    let held = evidence.value >= settings.holdBits
    let grains = held ? 0 : Int64(((1 - posterior) * 1024).rounded())

    let p = ConformalJudgement(
      ScoreLevel.residual(evidence, own: agency.level, pool: set.world.level), agency: agency.cell,
      pool: set.world.pool)
    let missing = max(0, Int((1 / settings.alertFloor - 1 - p.sample).rounded(.up)))
    var assessment = Assessment(
      requestID: request.id, receivedAt: request.receivedAt, night: night, agencyID: request.agencyID,
      sender: request.sender, evidence: evidence, pValue: p.pValue, isCertified: missing == 0,
      missingForCertificate: missing, probability: weighting.probability(of: evidence), model: weighting.name,
      baselineNight: set.world.night, reasons: [])
    assessment.isHeld = held
    assessment.reasons = reasons(request, combination, base: base, boost: boost, suspicion: suspicion)

    learnToRead(request, grains: grains, requestHash: requestHash)
    memory.note(request, keys: keys)
    let code = LinkWindow.code(ofAgency: request.agencyID)
    for key in linkKeys.targets + linkKeys.contacts + linkKeys.letter { links.note(key, agency: code, night: night) }
    if !request.sender.isEmpty {
      suspicion.note(Suspicion.Entry(request: requestHash, second: second, bits: combination.total), senderFilter)
      memory.suspicions[keys.sender] = suspicion
      if let first = suspicion.entries.first, evidence.value >= settings.campaignBits {
        assessment.campaignID = "c-" + String(first.request, radix: 16)
        assessment.opensCampaign = first.request == requestHash
      }
    }
    return Judged(
      assessment: assessment,
      lesson: lesson(request, keys: keys, isSuspicious: evidence.value >= settings.noveltyBits), ownBits: own,
      looks: combination.looks, countedLooks: combination.counted, grains: grains)
  }

  /// What a request of an earlier night teaches now: as it would have, but for what that night alone showed.
  func lesson(of request: Request) -> Lesson {
    let keys = EntityKeys(request, directory: directory)
    prepare(request, keys: keys, sender: set[keys.sender].profile, agency: set[keys.agency].profile)
    // What it shared with other agencies is not known any more; what the night's last request shares is not its affair.
    context.links = Links()
    registry.observe(request, in: context, into: &sightings)
    return lesson(request, keys: keys, isSuspicious: false)
  }

  /// A known agency's domain that the sender's looks like; nil where this agency, or the log, knows the sender's own.
  private func imitation(of request: Request, agency: Profile) -> LookAlikeSighting? {
    let domain = request.senderRegistrableDomain
    guard !domain.isEmpty, set.world.domains[domain] == nil, !FreeMail.contains(domain) else { return nil }
    let key = Slot(aspect: UInt64(Aspect.senderDomain.rawValue)).key(of: SipHash.fixed.hash(domain))
    guard agency.counts[key] == 0 else { return nil }
    if let known = memory.imitations[domain] { return known }
    let match = set.world.lookAlikes.nearest(to: domain, within: request.senderDomain)
    let sighting = match.map { LookAlikeSighting(imitated: $0.domain, how: $0.kind.phrase) }
    memory.imitations[domain] = .some(sighting)
    return sighting
  }

  private func dailyRate(_ sender: Profile) -> Double {
    let passed = sender.lastNight.map { $0.distance(to: night) } ?? 0
    return sender.activity.dailyRate(
      passed: passed, factor: context.lineage.factors[0], priorRate: 0.1, priorDays: 14)
  }

  // MARK: Steps

  private func prepare(_ request: Request, keys: EntityKeys, sender: Profile, agency: Profile) {
    let half = settings.halfLifeDays
    let peers = set[keys.peers].profile
    let world = set.world.profile
    context.night = night
    context.lineage = Lineage(
      sender: sender, agency: agency, peers: peers, world: world,
      factors: SIMD4(
        sender.ageing(at: night, halfLife: half), agency.ageing(at: night, halfLife: half),
        peers.ageing(at: night, halfLife: half), world.ageing(at: night, halfLife: half)))
    let entry = directory.entry(for: request)
    context.directory = entry
    let zone = entry.map(\.timezone).flatMap { $0.isEmpty ? nil : $0 } ?? request.agencyTimezone
    let offset =
      (zone.isEmpty ? nil : zones.offset(of: zone, at: request.receivedAt)) ?? Int32(request.offsetMinutes) * 60
    context.local = LocalTime(request.receivedAt, offsetSeconds: offset)
    context.isHoliday = directory.isHoliday(context.local.date, country: keys.country, agency: request.agencyID)
    let second = request.receivedAt.seconds
    context.earlier = memory.earlier(
      at: second, keys: keys, sender: sender.activity, agency: agency.activity, hasSender: !request.sender.isEmpty)
    context.echoes = memory.echoes(request, keys: keys)
    context.imitatedDomain = imitation(of: request, agency: agency)
    let language = request.wording?.language ?? ""
    let pool = set[StateKey.language(language)].profile
    context.languagePool = pool
    let other = memory.otherAgency(of: language, than: keys.agency).map { set[$0].profile }
    context.wordingView = WordingView(
      request.wording, agency: agency, agencyFactor: context.lineage.factors[1], other: other,
      otherFactor: other?.ageing(at: night, halfLife: half) ?? 1, language: pool,
      languageFactor: pool.ageing(at: night, halfLife: half))
  }

  /// Turns what was seen into normalised bits per look and habit.
  private func price(channel: Int) {
    priced.removeAll(keepingCapacity: true)
    set.world.pricing.price(sightings.observations, in: context.lineage, into: &priced)
    let normaliser = set.world.normaliser
    weigh(&bits, raw: &rawBits, spoke: &hasSpoken) { look in normaliser.shift(look: look, channel: channel) }
  }

  /// Sums the priced observations by look into `raw`, and less what is usual into `bits`.
  private func weigh(
    _ bits: inout [HabitVector], raw: inout [HabitVector], spoke: inout [Bool], shift: (Int) -> HabitVector
  ) {
    for l in raw.indices {
      raw[l] = .zero
      spoke[l] = false
    }
    let (priced, observations) = (priced, sightings.observations)
    for i in priced.indices {
      let look = observations[priced[i].observation].detector
      let share = observations[priced[i].observation].share
      spoke[look] = true
      raw[look] +=
        priced[i].isUniform
        ? HabitVector(repeating: share * log2(priced[i].ratio[0])) : share * logarithm(priced[i].ratio)
    }
    for ratio in sightings.ratios {
      spoke[ratio.detector] = true
      raw[ratio.detector] += logarithm(ratio.ratio)
    }
    for l in raw.indices {
      guard spoke[l] else {
        bits[l] = .zero
        continue
      }
      for h in 0..<8 { raw[l][h] = maturity * Combination.saturated(raw[l][h], cap: ScoringSettings.lookCap) }
      bits[l] = raw[l] - shift(l)
    }
  }

  /// log₂ of every habit's ratio; habits that stand alike are worked out once.
  private func logarithm(_ ratio: HabitVector) -> HabitVector {
    var out = HabitVector.zero
    out[0] = log2(ratio[0])
    for h in 1..<8 { out[h] = ratio[h] == ratio[h - 1] ? out[h - 1] : log2(ratio[h]) }
    return out
  }

  private func learnToRead(_ request: Request, grains: Int64, requestHash: UInt64) {
    // How often honest people do something new is learned from everybody: leaving out what looked suspicious would
    // teach that novelty is rarer than it is.
    pricingDelta.learn(priced, sightings.observations, grains: Profile.grain, full: requestHash & 3 == 0)
    guard grains > 0 else { return }
    let channel = Int(request.channel.rawValue)
    for l in rawBits.indices where hasSpoken[l] {
      normaliserDelta.learn(look: l, channel: channel, bits: rawBits[l], grains: grains)
    }
  }

  private func reasons(
    _ request: Request, _ combination: Combination, base: Bits, boost: Bits, suspicion: Suspicion
  ) -> [Reason] {
    let narrator = Narrator(
      request: request, context: context, registry: registry, observations: sightings.observations, priced: priced,
      settings: settings)
    return narrator.reasons(
      combination, base: base, boost: boost, suspicion: suspicion, fullDetail: fullDetail)
  }

  private func lesson(_ request: Request, keys: EntityKeys, isSuspicious: Bool) -> Lesson {
    var items: [Lesson.Item] = []
    let observations = sightings.observations
    items.reserveCapacity(observations.count)
    context.lineage.withLent { lent in
      for i in observations.indices {
        var newAt: UInt8 = 0
        let isOpen = observations[i].kind == .open
        let from = observations[i].from
        if isOpen {
          newAt = lent.strangers(to: observations[i].slot.key(of: observations[i].value))
          // What a suspicious request brings first is not familiar until an unsuspicious one shows it too.
          if isSuspicious, newAt & (1 << UInt8(from.rawValue)) != 0, from != .world { continue }
        }
        items.append(
          Lesson.Item(
            slot: observations[i].slot, value: observations[i].value, isOpen: isOpen && !observations[i].isMemory,
            newAt: newAt, from: Int8(from.rawValue), upTo: Int8(observations[i].upTo.rawValue)))
      }
    }
    let wording = request.wording
    let known = context.lineage.agency.words
    return Lesson(
      items: items,
      words: (wording?.words ?? []).lazy
        .filter { !isSuspicious || known[$0.hash] > 0 }.map { ($0.hash, Int64(min(2, $0.count))) },
      lines: (wording?.lines ?? []).lazy.map { Lesson.lineKey($0) }.filter { !isSuspicious || known[$0] > 0 },
      language: wording?.language ?? "", senderKey: keys.sender, agencyKey: keys.agency, peersKey: keys.peers,
      second: request.receivedAt.seconds, domain: request.senderRegistrableDomain, agencyID: request.agencyID)
  }
}
