import Baselines
import Detection
import Foundation
import RequestModel
import Statistics

/// Examines requests of one night, one at a time: looks, prices, adds up, puts into words.
///
/// One a thread. It reads the closed state, and changes nothing but the parties of the request and its own scratch.
final class Examiner {
  private let frame: NightFrame
  private let habitWeights: HabitVector
  private let forgers: ForgerMemory
  private let filter: Suspicion.Parameters
  /// How far the log is grown up: evidence counts in full after a fortnight.
  private let maturity: Double
  /// Days that the log has been learned from.
  private let age: Int
  private let context: Context
  private var sightings = Sightings()
  private var readings = Readings()
  private var letter = LetterReader()
  private let notebook = Lesson.Notebook()
  private var priced: [Priced] = []
  /// By look: as they are summed, and less what is usual.
  private var bits: [HabitVector]
  private var rawBits: [HabitVector]
  private var hasSpoken: [Bool]
  /// What its requests taught about reading counts; merged at the close.
  private(set) var pricingDelta = Pricing()
  private(set) var normaliserDelta: Normaliser
  private(set) var companionsDelta: Companions

  init(_ frame: NightFrame) {
    self.frame = frame
    let looks = frame.registry.count
    forgers = ForgerMemory(frame.set[StateKey.forgers].profile, at: frame.night)
    habitWeights = forgers.habitWeights(frame.registry.model.habitWeights)
    filter = frame.filter
    age = frame.set.world.age(at: frame.night)
    maturity = min(1, Double(age) / frame.settings.maturityDays)
    normaliserDelta = Normaliser(looks: looks)
    companionsDelta = Companions(looks: looks)
    bits = [HabitVector](repeating: .zero, count: looks)
    rawBits = bits
    hasSpoken = [Bool](repeating: false, count: looks)
    let empty = Profile()
    context = Context(
      lineage: Lineage(sender: empty, agency: empty, peers: empty, world: empty, factors: .one), languagePool: empty,
      local: LocalTime(Instant(seconds: 0), offsetSeconds: 0))
    context.night = frame.night
  }

  /// Gets ready for about so many requests.
  func makeRoom(for requests: Int) { notebook.items.reserveCapacity(requests * 80) }

  func judge(_ filing: Filing, _ brief: Brief) -> Judged { judge(filing.request, filing, brief) }

  private func judge(_ request: Request, _ filing: Filing, _ brief: Brief) -> Judged {
    let (settings, weighting, world) = (frame.settings, frame.weighting, frame.set.world)
    let requestHash = filing.hash
    let (sender, agency) = (brief.parties.sender, brief.parties.agency.state)
    prepare(request, brief)
    frame.registry.observe(request, in: context, into: &sightings)
    price(channel: Int(request.channel.rawValue))

    let plain = bits.map { (habitWeights * $0).sum() }
    let combination = Combination(
      bits: bits, repeated: world.companions.repeated(plain, weights: weighting.discounts),
      groups: frame.registry.groups, weighting: weighting, habitWeights: habitWeights,
      isTraced: frame.isTraced)
    let recogniser =
      settings.weighsSteps
      ? StepRecogniser(
        filing: filing, context: context, observations: sightings.observations, priced: priced,
        agency: brief.parties.agency, everywhere: world.adoptions,
        homeSender: brief.home, requestsTonight: brief.parties.sender.moments.count,
        casesTonight: brief.parties.sender.cases.count) : nil
    let steps = recogniser.map { $0.agencySteps() + brief.countrySteps } ?? []
    let relief = relief(steps, plain: combination)
    let base = Bits(weighting.baseBits)
    let traits = frame.isTraced || weighting.traits != nil ? Trait.all(of: request, in: context) : []
    let common = weighting.traits?.bits(of: traits) ?? .zero
    let ownEvidence = relief.combination.total + common
    let own = base + ownEvidence
    let second = request.receivedAt.seconds
    let senderFilter = filter.sender(
      rate: Examiner.dailyRate(sender.state.profile, night: frame.night, factor: context.lineage.factors[0]),
      thiefRate: settings.thiefRate)
    var suspicion = sender.suspicion ?? sender.state.suspicion
    let boost = Bits(request.sender.isEmpty ? 0 : suspicion.boost(at: second, senderFilter))
    let evidence = own + boost
    let posterior = probability(ofLog2Odds: evidence.value)
    let held = evidence.value >= settings.holdBits
    let grains = held ? 0 : TaughtShare.grains(posterior: posterior)

    let p = ConformalJudgement(
      ScoreLevel.residual(evidence, own: agency.level, pool: world.level), age: age, agency: agency.cell,
      pool: world.pool)
    let missing = max(0, Int((1 / settings.alertFloor - 1 - p.sample).rounded(.up)))
    var assessment = Assessment(
      requestID: request.id, receivedAt: request.receivedAt, night: frame.night, agencyID: request.agencyID,
      sender: request.sender, evidence: evidence, pValue: p.pValue, isCertified: missing == 0,
      missingForCertificate: missing, probability: weighting.probability(of: evidence), model: weighting.name,
      baselineNight: world.night, reasons: [])
    assessment.isHeld = held
    if frame.fullDetail {
      assessment.silences = sightings.abstentions.map {
        Silence(detector: frame.registry.ids[$0.detector], cause: $0.reason.rawValue)
      }
    }
    if frame.isNarrated {
      assessment.reasons = reasons(request, combination, base: base, boost: boost, suspicion: suspicion)
      var further = relief.reasons
      if common != .zero, let weights = weighting.traits { further.append(weights.reason(for: traits, common)) }
      if !further.isEmpty { assessment.reasons = Reason.ordered(assessment.reasons, further) }
    }
    let sighting =
      recogniser?.sighting(isUnsuspicious: evidence.value < settings.noveltyBits) ?? StepSighting()
    if sighting.isNotable {
      sighting.note(into: &brief.parties.agency.steps, day: frame.night.day)
    }

    let weight =
      held ? posterior * ForgerMemory.suspected * ForgerMemory.weight(ofRequest: suspicion.telling(but: 0)) : 0
    let forgery =
      weight == 0
      ? []
      : forgers.lesson(
        priced, sightings.observations, habits: combination.habits, weight: weight, weightOfNames: 0)
    learnToRead(request, plain: plain, grains: grains, requestHash: requestHash)
    brief.parties.note(request)
    if !request.sender.isEmpty {
      suspicion.note(
        Suspicion.Entry(request: requestHash, second: second, bits: ownEvidence), senderFilter)
      sender.suspicion = suspicion
      if let first = suspicion.entries.first, evidence.value >= settings.campaignBits {
        assessment.campaignID = Campaign.accountPrefix + String(first.request, radix: 16)
        assessment.opensCampaign = first.request == requestHash
      }
    }
    let judged = Judged(
      assessment: assessment,
      lesson: lesson(request, brief.parties, isSuspicious: evidence.value >= settings.noveltyBits), ownBits: own,
      looks: frame.fullDetail ? combination.looks : [], countedLooks: relief.combination.counted, grains: grains,
      forgery: forgery,
      stepSighting: sighting,
      verge: verge(assessment, relief, base: base + common, boost: boost, agency: agency))
    judged.traits = frame.isTraced ? traits : []
    if !context.links.ties.isEmpty { judged.ties = context.unrelatedTies }
    if !context.links.areSilent {
      let added = relief.combination.counted(of: .linkage, groups: frame.registry.groups)
      if added > .zero { judged.bitsApartFromLinks = evidence - added }
    }
    return judged
  }

  /// What harmless steps take off.
  private func relief(_ steps: [RecognisedStep], plain: Combination) -> BenignRelief {
    if steps.isEmpty { return BenignRelief(bits: bits, plain: plain) }
    let companions = frame.set.world.companions
    return BenignRelief(steps, bits: bits, plain: plain, isNarrated: frame.isNarrated) { bits in
      let means = bits.map { (habitWeights * $0).sum() }
      return Combination(
        bits: bits, repeated: companions.repeated(means, weights: frame.weighting.discounts),
        groups: frame.registry.groups, weighting: frame.weighting, habitWeights: habitWeights,
        isTraced: frame.isTraced)
    }
  }

  /// What is kept of a request that is odd enough for an alert; nil for any other, and where nothing is put into words.
  private func verge(
    _ assessment: Assessment, _ relief: BenignRelief, base: Bits, boost: Bits, agency: EntityState
  ) -> Verge? {
    let isOdd =
      frame.settings.thresholdBits.map { assessment.evidence.value >= $0 }
      ?? (assessment.pValue <= frame.settings.alertFloor)
    guard frame.isNarrated, isOdd, let level = frame.alertLevel(of: agency) else { return nil }
    return Verge(
      bits: relief.bits, companions: frame.set.world.companions, base: base, boost: boost, level: level,
      hasDirectoryNumber: context.directory?.callbackPseudonym != nil)
  }

  /// What a request teaches: all of it, or, of a suspicious one, what is known here.
  func lesson(of request: Request, _ brief: Brief, isSuspicious: Bool) -> Lesson {
    prepare(request, brief)
    frame.registry.observe(request, in: context, into: &sightings)
    readings.read(sightings.observations, in: context.lineage)
    return lesson(request, brief.parties, isSuspicious: isSuspicious)
  }

  /// What a fraud teaches of forgers, in grains.
  func lesson(ofFraud request: Request, _ brief: Brief, weight: Double, weightOfNames: Double)
    -> [(key: UInt64, grains: Int64)]
  {
    prepare(request, brief)
    frame.registry.observe(request, in: context, into: &sightings)
    price(channel: Int(request.channel.rawValue))
    let combination = Combination(
      bits: bits, groups: frame.registry.groups, weighting: frame.weighting, habitWeights: habitWeights)
    return forgers.lesson(
      priced, sightings.observations, habits: combination.habits, weight: weight, weightOfNames: weightOfNames)
  }

  /// Requests a day of a sender, as known before `night`; `factor` brings its counts there.
  static func dailyRate(_ sender: Profile, night: Night, factor: Double) -> Double {
    let passed = sender.lastNight.map { $0.distance(to: night) } ?? 0
    return sender.activity.dailyRate(passed: passed, factor: factor, priorRate: 0.1, priorDays: 14)
  }

  // MARK: Steps

  private func prepare(_ request: Request, _ brief: Brief) {
    let parties = brief.parties
    let agency = parties.agency.state.profile
    context.lineage = Lineage(
      sender: parties.sender.state.profile, agency: agency, peers: parties.peers.state.profile,
      world: frame.set.world.profile, factors: brief.factors)
    context.directory = brief.directory
    context.isGuest = context.looksLikeGuest(request)
    context.local = brief.local
    context.isHoliday = frame.directory.isHoliday(
      brief.local.date, country: parties.country, agency: request.agencyID)
    context.earlier = parties.earlier(at: request.receivedAt.seconds, hasSender: !request.sender.isEmpty)
    context.echoes = parties.echoes(of: request)
    context.links = brief.links ?? Links()
    context.imitatedDomain = brief.imitated
    context.languagePool = parties.language.state.profile
    context.wordingView = letter.view(
      of: request.wording, agency: agency, agencyFactor: brief.factors[1], other: brief.other?.state.profile,
      otherFactor: brief.otherFactor, language: context.languagePool, languageFactor: brief.languageFactor)
  }

  /// Turns what was seen into normalised bits per look and habit.
  private func price(channel: Int) {
    priced.removeAll(keepingCapacity: true)
    readings.read(sightings.observations, in: context.lineage)
    frame.set.world.pricing.price(sightings.observations, readings, forgers: forgers, into: &priced)
    weigh(&bits, raw: &rawBits, spoke: &hasSpoken, less: frame.set.world.normaliser, channel: channel)
  }

  /// Sums the priced observations by look into `raw`, and less what is usual into `bits`.
  private func weigh(
    _ bits: inout [HabitVector], raw: inout [HabitVector], spoke: inout [Bool], less normaliser: Normaliser,
    channel: Int
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
      if let whole = frame.registry.wholes[l] {
        raw[l] = Examiner.imitated(whole, of: priced.count { observations[$0.observation].detector == l }, raw[l])
      }
      raw[l] = maturity * Combination.bounded(raw[l], cap: ScoringSettings.lookCap)
      bits[l] = raw[l] - normaliser.shift(look: l, channel: channel)
    }
  }

  /// What a look adds where the forger does all `count` things of it as his victim does, or none of them.
  private static func imitated(_ whole: HabitVector, of count: Int, _ bits: HabitVector) -> HabitVector {
    var out = bits
    for h in 0..<8 {
      let all = pow(whole[h], Double(max(1, count)))
      out[h] = log2(all + (1 - all) * exp2(min(60, bits[h])))
    }
    return out
  }

  /// log₂ of every habit's ratio; habits that stand alike are worked out once.
  private func logarithm(_ ratio: HabitVector) -> HabitVector {
    var out = HabitVector.zero
    out[0] = log2(ratio[0])
    for h in 1..<8 { out[h] = ratio[h] == ratio[h - 1] ? out[h - 1] : log2(ratio[h]) }
    return out
  }

  private func learnToRead(_ request: Request, plain: [Double], grains: Int64, requestHash: UInt64) {
    // How often honest people do something new is learned from everybody: leaving out what looked suspicious would
    // teach that novelty is rarer than it is.
    pricingDelta.learn(priced, sightings.observations, grains: Profile.grain, full: requestHash & 3 == 0)
    guard grains > 0 else { return }
    companionsDelta.learn(plain, grains: grains)
    normaliserDelta.learn(rawBits, spoke: hasSpoken, channel: Int(request.channel.rawValue), grains: grains)
  }

  private func reasons(
    _ request: Request, _ combination: Combination, base: Bits, boost: Bits, suspicion: Suspicion
  ) -> [Reason] {
    let narrator = Narrator(
      request: request, context: context, registry: frame.registry, observations: sightings.observations, priced: priced
    )
    return narrator.reasons(
      combination, base: base, boost: boost, suspicion: suspicion, fullDetail: frame.fullDetail)
  }

  private func lesson(_ request: Request, _ parties: Parties, isSuspicious: Bool) -> Lesson {
    // Held here, so that they are not counted anew with every use.
    let (observations, readings) = (sightings.observations, readings)
    var items: [Lesson.Item] = []
    swap(&items, &notebook.items)
    let start = items.count
    for i in observations.indices {
      var newAt: UInt8 = 0
      let isOpen = observations[i].kind.isOpen
      let from = observations[i].from
      if isOpen {
        newAt = readings.strangers(i)
        // What a suspicious request brings first is not familiar until an unsuspicious one shows it too.
        if isSuspicious, newAt & (1 << UInt8(from.rawValue)) != 0, from != .world { continue }
      }
      items.append(
        Lesson.Item(
          slot: observations[i].slot, key: readings.key(i), isOpen: isOpen && !observations[i].isMemory, newAt: newAt,
          from: Int8(from.rawValue), upTo: Int8(observations[i].upTo.rawValue)))
    }
    let end = items.count
    swap(&items, &notebook.items)
    var words = request.wording?.words ?? []
    var lines = request.wording?.lines ?? []
    if isSuspicious {
      let vocabulary = context.lineage.agency.words
      words.removeAll { vocabulary[$0.hash] == 0 }
      lines.removeAll { vocabulary[Lesson.lineKey($0)] == 0 }
    }
    return Lesson(
      notebook: notebook, range: start..<end, words: words, lines: lines,
      language: request.wording?.language ?? "", parties: parties, domain: request.senderRegistrableDomain,
      agencyID: request.agencyID)
  }
}
