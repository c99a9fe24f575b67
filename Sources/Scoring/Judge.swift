import Baselines
package import Detection
import RequestModel
package import Statistics

/// What the judge says of one request, and what closing the night needs of it.
///
/// An object, since it is passed on from step to step of the night, and large.
package final class Judged {
  package var assessment: Assessment
  package var lesson: Lesson
  /// log₂ odds from the request's own evidence, without the sender state.
  package var ownBits: Bits
  /// Bits of every look before discount and cap, in registry order; empty unless every detail is asked for.
  package var looks: [Bits]
  /// The same as they count, after discount and cap; empty unless asked for.
  package var countedLooks: [Double]
  /// 1 − posterior, in grains; 0 while held.
  package var grains: Int64
  /// What it teaches of forgers without a verdict; empty unless held.
  package var forgery: [(key: UInt64, grains: Int64)]
  /// What of it others' steps may be recognised by.
  var stepSighting: StepSighting
  /// Kept where the request is odd enough for an alert.
  var verge: Verge?
  /// What ties it to earlier requests of agencies that never shared anything with its own.
  package var ties = Ties()
  /// Whatever its sender usually does; empty unless models are trained on it.
  var traits: [Trait] = []
  /// The evidence without what links add.
  package var bitsApartFromLinks: Bits

  /// The agency's short name in the linkage window.
  var agencyCode: UInt32 { lesson.parties.agency.code(ofAgency: assessment.agencyID) }

  init(
    assessment: Assessment, lesson: Lesson, ownBits: Bits, looks: [Bits], countedLooks: [Double], grains: Int64,
    forgery: [(key: UInt64, grains: Int64)], stepSighting: StepSighting, verge: Verge?
  ) {
    bitsApartFromLinks = assessment.evidence
    self.assessment = assessment
    self.lesson = lesson
    self.ownBits = ownBits
    self.looks = looks
    self.countedLooks = countedLooks
    self.grains = grains
    self.forgery = forgery
    self.stepSighting = stepSighting
    self.verge = verge
  }
}

/// Judges the requests of one night, in order, against the state of the nights before.
///
/// Nothing it does changes that state; what the night itself shows (counts, suspicion, echoes) it keeps here. What one
/// agency's requests show another's, links and wording, is looked up in order, ahead of the rest; beyond that agencies
/// have nothing to do with each other, and are examined on as many threads as there are. Their order leaves no trace.
final class Judge {
  let frame: NightFrame
  private let crew: Crew
  private let examiners: [Examiner]
  private var zones: ZoneTable
  var memory = NightMemory()
  /// The linkage window, with what this night has added.
  private(set) var links: LinkWindow
  /// What the suspicious requests of closed nights showed.
  private let suspects: SuspectIndex

  init(_ frame: NightFrame, zones: ZoneTable, crew: Crew) {
    self.frame = frame
    self.zones = zones
    self.crew = crew
    // Taken, not copied: the window is large, and comes back with the close of the night.
    links = frame.set.world.links
    frame.set.world.links = LinkWindow()
    // Nights may lie between this one and the last: the window ends before this one.
    links.forget(before: frame.night)
    suspects = frame.set.world.campaigns.index(before: frame.night)
    examiners = (0..<max(1, crew.size)).map { _ in Examiner(frame) }
  }

  var usedZones: ZoneTable { zones }

  /// Gives the linkage window away, so that it can be changed without a copy.
  func takeLinks() -> LinkWindow {
    defer { links = LinkWindow() }
    return links
  }

  /// What the night taught about reading counts, and how its looks averaged.
  var pricingDelta: Pricing {
    examiners.dropFirst().reduce(into: examiners[0].pricingDelta) { $0.merge($1.pricingDelta) }
  }
  var normaliserDelta: Normaliser {
    examiners.dropFirst().reduce(into: examiners[0].normaliserDelta) { $0.merge($1.normaliserDelta) }
  }
  var companionsDelta: Companions {
    examiners.dropFirst().reduce(into: examiners[0].companionsDelta) { $0.merge($1.companionsDelta) }
  }

  /// Nights of fewer requests are judged by one.
  static let worthDividing = 32

  /// Judges the requests of the night, in order; `homes` are the keys of their senders' homes.
  func judge(_ requests: [Filing], homes: [String?]) -> [Judged] {
    for examiner in examiners { examiner.makeRoom(for: requests.count / examiners.count) }
    let parties = requests.map { memory.parties($0.keys, in: frame.set) }
    let homes = homes.map { $0.map { frame.set[$0].profile } }
    guard examiners.count > 1 else {
      return requests.indices.map {
        examiners[0].judge(requests[$0], next(requests[$0], parties[$0], homes[$0]))
      }
    }
    let shares = Judge.shares(of: parties, among: examiners.count)
    let (first, briefed, taken) = (Turnstile(), Turnstile(), Turnstile())
    var briefs = [Brief?](repeating: nil, count: requests.count)
    return briefs.withUnsafeMutableBufferPointer { briefs in
      [Judged](unsafeUninitializedCapacity: requests.count) { judged, count in
        // A share has agencies, senders and places of its own; a brief is read when it is written; all else is only read.
        nonisolated(unsafe) let (judge, judged, briefs, parties, homes) = (self, judged, briefs, parties, homes)
        crew.work(examiners.count) { piece in
          // Whoever begins first goes ahead of all.
          if first.next(of: 1) != nil {
            for i in requests.indices {
              briefs[i] = judge.next(requests[i], parties[i], homes[i])
              if i % 16 == 15 || i + 1 == requests.count { briefed.open(through: i) }
            }
          }
          while let share = taken.next(of: shares.count) {
            for i in shares[share] {
              briefed.wait(for: i)
              judged.initializeElement(at: i, to: judge.examiners[piece].judge(requests[i], briefs[i].take()!))
            }
          }
        }
        count = requests.count
      }
    }
  }

  /// The places of the requests, divided so that an agency's are together, in order.
  ///
  /// Each share is about half of what is left for each examiner then: whoever begins need not wait for the briefs, and
  /// the last shares are small, so that all are done at about the same time. The largest agencies are given out first:
  /// one that came last would make a small share a large one.
  private static func shares(of parties: [Parties], among examiners: Int) -> [[Int]] {
    var first: [ObjectIdentifier: Int] = [:]
    var agencies: [(requests: Int, share: Int)] = []
    let ranks = parties.map { entry in
      let rank = first[ObjectIdentifier(entry.agency), default: agencies.count]
      if rank == agencies.count { agencies.append((0, 0)) }
      first[ObjectIdentifier(entry.agency)] = rank
      agencies[rank].requests += 1
      return rank
    }
    var room: [Int] = []
    var left = parties.count
    while left > 0 {
      room.append(max(left / (2 * examiners), parties.count / (16 * examiners), 1))
      left -= room[room.count - 1]
    }
    for rank in agencies.indices.sorted(by: { agencies[$0].requests > agencies[$1].requests }) {
      let share = room.indices.max { room[$0] < room[$1] } ?? 0
      agencies[rank].share = share
      room[share] -= agencies[rank].requests
    }
    var out = [[Int]](repeating: [], count: room.count)
    for (i, rank) in ranks.enumerated() { out[agencies[rank].share].append(i) }
    return out
  }

  // MARK: In order

  /// Looks up what depends on other agencies' requests, and notes what later ones may know of this one.
  private func next(_ filing: Filing, _ parties: Parties, _ home: Profile?) -> Brief {
    let code = parties.agency.code(ofAgency: filing.request.agencyID)
    let brief = brief(filing.request, parties)
    var shared = Links(filing.linkKeys, agency: code, window: links)
    shared.note(filing.linkKeys, agency: code, window: links, suspects: suspects)
    brief.links = shared
    brief.home = home
    if frame.settings.weighsSteps {
      brief.countrySteps = SurgeRecogniser(
        filing: filing, local: brief.local, frame: frame, country: parties.country, agency: code,
        rhythm: frame.set.world.rhythms[parties.country], tonight: memory.dangers
      ).steps()
      memory.dangers.note(filing.request, agency: code, country: parties.country)
    }
    memory.enter(filing.request, parties)
    if frame.leavesLinks { for key in filing.linkKeys.all { links.note(key, agency: code, night: frame.night) } }
    return brief
  }

  private func brief(_ request: Request, _ parties: Parties) -> Brief {
    let half = frame.settings.halfLifeDays
    let night = frame.night
    let entry = frame.directory.entry(for: request)
    let zone = entry.map(\.timezone).flatMap { $0.isEmpty ? nil : $0 } ?? request.agencyTimezone
    let offset = zone.isEmpty ? nil : zones.offset(of: zone, at: request.receivedAt)
    let other = memory.otherAgency(of: request.wording?.language ?? "", than: parties.agency)
    return Brief(
      parties: parties,
      factors: SIMD4(
        parties.sender.ageing(at: night, halfLife: half), parties.agency.ageing(at: night, halfLife: half),
        parties.peers.ageing(at: night, halfLife: half), frame.set.world.profile.ageing(at: night, halfLife: half)),
      languageFactor: parties.language.ageing(at: night, halfLife: half), other: other,
      otherFactor: other?.ageing(at: night, halfLife: half) ?? 1, directory: entry,
      local: LocalTime(request.receivedAt, offsetSeconds: offset ?? Int32(request.offsetMinutes) * 60),
      imitated: imitation(of: request, agency: parties.agency.state.profile))
  }

  /// A known agency's domain that the sender's looks like; nil where this agency, or the log, knows the sender's own.
  private func imitation(of request: Request, agency: Profile) -> LookAlikeSighting? {
    let domain = request.senderRegistrableDomain
    guard !domain.isEmpty, frame.set.world.domains[domain] == nil, !FreeMail.contains(domain) else { return nil }
    let key = Slot(aspect: UInt64(Aspect.senderDomain.rawValue)).key(of: SipHash.fixed.hash(domain))
    guard agency.counts[key] == 0 else { return nil }
    if let known = memory.imitations[domain] { return known }
    let match = frame.set.world.lookAlikes.nearest(to: domain, within: request.senderDomain)
    let sighting = match.map { LookAlikeSighting(imitated: $0.domain, how: $0.kind.phrase) }
    memory.imitations[domain] = .some(sighting)
    return sighting
  }

  // MARK: For learning

  /// What a request of an earlier night teaches now: as it would have, but for what that night alone showed.
  ///
  /// - Parameter isSuspicious: leaves out what nobody here knows, as its own night did.
  func lesson(of request: Request, isSuspicious: Bool = false) -> Lesson {
    let parties = parties(of: request)
    return examiners[0].lesson(of: request, brief(request, parties), isSuspicious: isSuspicious)
  }

  /// What a fraud of this or an earlier night teaches of forgers, in grains.
  func lesson(ofFraud request: Request, weight: Double, weightOfNames: Double) -> [(key: UInt64, grains: Int64)] {
    examiners[0].lesson(
      ofFraud: request, brief(request, parties(of: request)), weight: weight, weightOfNames: weightOfNames)
  }

  func parties(of request: Request) -> Parties {
    memory.parties(EntityKeys(request, directory: frame.directory), in: frame.set)
  }

  /// A lesson of another night's state as one of this night's.
  func adopted(_ lesson: Lesson) -> Lesson {
    let known = lesson.parties
    return lesson.given(
      to: Parties(
        sender: memory.party(known.sender.key, in: frame.set), agency: memory.party(known.agency.key, in: frame.set),
        peers: memory.party(known.peers.key, in: frame.set),
        language: memory.party(known.language.key, in: frame.set), country: known.country))
  }
}

/// What is the same for every request of a night.
struct NightFrame {
  let settings: ScoringSettings
  let registry: Registry
  let weighting: Weighting
  let set: BaselineSet
  let night: Night
  let directory: AgencyDirectory
  var fullDetail = false
  var isTraced = false
  /// Whether later requests may see what a request shares with them.
  var leavesLinks = true
  /// Whether evidence is put into words.
  var isNarrated = true

  /// The suspicion filter as the weighting's base rate and the log's usual evidence set it.
  var filter: Suspicion.Parameters {
    Suspicion.Parameters(settings, weighting, usual: UsualEvidence(set[StateKey.usual].profile, at: night))
  }
}

/// What was looked up for one request before it is examined.
///
/// An object, since it is handed from thread to thread, and large.
final class Brief {
  let parties: Parties
  /// Bring the counts of sender, agency, peers and log to the night.
  let factors: SIMD4<Double>
  let languageFactor: Double
  /// Another agency that wrote in the same language earlier in the night.
  let other: Party?
  let otherFactor: Double
  let directory: DirectoryEntry?
  let local: LocalTime
  let imitated: LookAlikeSighting?
  /// nil where they are not known any more.
  var links: Links?
  /// The sender as the agency of his domain knows him, where that is another.
  var home: Profile?
  /// Harmless steps of the whole country.
  var countrySteps: [RecognisedStep] = []

  init(
    parties: Parties, factors: SIMD4<Double>, languageFactor: Double, other: Party?, otherFactor: Double,
    directory: DirectoryEntry?, local: LocalTime, imitated: LookAlikeSighting?
  ) {
    self.parties = parties
    self.factors = factors
    self.languageFactor = languageFactor
    self.other = other
    self.otherFactor = otherFactor
    self.directory = directory
    self.local = local
    self.imitated = imitated
  }
}
