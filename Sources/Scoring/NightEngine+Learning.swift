import Baselines
import Detection
import Foundation
import RequestModel
import Statistics

extension NightEngine {
  /// Folds a judged night into the state.
  ///
  /// - Returns: what it taught of single requests, where that is not what their evidence says.
  func learn(_ input: NightInput, judged: [Judged], judge: Judge, late: [Judged]) -> [RequestLesson] {
    let night = input.night
    let effects = Dictionary(input.verdicts.map { ($0.request.id, $0) }, uniquingKeysWith: { _, last in last })
    let verdicts = effects.mapValues(\.isFraud)
    var lessons: [(lesson: Lesson, grains: Int64)] = []
    lessons.reserveCapacity(judged.count + late.count)
    for entry in judged { lessons.append(lesson(of: entry, effects, judge) ?? (entry.lesson, entry.grains)) }
    for entry in late {
      // It was held against another night's state; what it teaches belongs to today's.
      lessons.append(lesson(of: entry, effects, judge) ?? (judge.adopted(entry.lesson), entry.grains))
    }
    let shares = teach(lessons, night: night) {
      // What the profiles have no part in.
      if settings.weighsSteps { noteSteps(judged, verdicts: verdicts, night: night) }
      closeCalibration(judged, verdicts: verdicts, night: night)
      closeLinks(judge, night: night)
    }
    var taught: [RequestLesson] = []
    for (entry, share) in zip(judged + late, shares) {
      let usual = TaughtShare(night: night, own: entry.grains, shared: entry.grains, common: entry.grains)
      if share != usual || entry.assessment.isLate {
        taught.append(RequestLesson(requestID: entry.assessment.requestID, share: share))
      }
    }
    learnForgers(judged.filter { verdicts[$0.assessment.requestID] == nil }.map(\.forgery), night)
    taught += settle(input, judge: judge)
    noteActivity(judge: judge, night: night)
    learnUsualEvidence(judged, night)
    closeWorld(judge, judged: judged, night: night)
    return taught
  }

  /// What a request teaches whose own night knows a verdict on it; nil without one.
  private func lesson(of judged: Judged, _ verdicts: [String: VerdictEffect], _ judge: Judge) -> (Lesson, Int64)? {
    guard let verdict = verdicts[judged.assessment.requestID] else { return nil }
    let clearance = clearance(verdict.finding, evidence: judged.assessment.evidence)
    // A cleared request teaches what it brought first, too, which its own lesson left out as suspicious.
    return (
      judge.lesson(of: verdict.request, isSuspicious: clearance.isSuspicious), clearance.grains
    )
  }

  /// How much a request teaches after a verdict, in grains, and whether what it brought first stays unfamiliar.
  private func clearance(_ finding: Finding, evidence: Bits?) -> (grains: Int64, isSuspicious: Bool) {
    switch finding {
    case .forged: return (0, true)
    case .genuine: return (Profile.grain, false)
    case .readAsGenuine:
      guard let evidence else { return (Profile.grain, false) }
      let left = evidence.value - Finding.readingBits
      let grains = TaughtShare.grains(posterior: probability(ofLog2Odds: left))
      return (left >= settings.holdBits ? 0 : grains, left >= settings.noveltyBits)
    }
  }

  /// Teaches the night's lessons, with the caps on what one sender or one agency may pass on to others.
  ///
  /// - Parameter beside: is done meanwhile, by whoever is free.
  /// - Returns: what each lesson came to.
  private func teach(
    _ lessons: [(lesson: Lesson, grains: Int64)], night: Night, beside: () -> Void = {}
  ) -> [TaughtShare] {
    let school = School(lessons, settings: settings, night: night)
    for (lesson, grains) in lessons where grains > 0 {
      let parties = lesson.parties
      for party in [parties.sender, parties.agency, parties.peers] { set.change(party.key, party.state) }
      if !lesson.words.isEmpty { set.change(parties.language.key, parties.language.state) }
      if !lesson.domain.isEmpty, grains > 900 { set.world.know(domain: lesson.domain, of: lesson.agencyID) }
    }
    school.teach(
      world: set.world.profile, crew: lessons.count < Judge.worthDividing ? .alone : crew, beside: beside)
    return school.taught
  }

  /// Makes a party's state ready to learn from this night.
  private func change(_ party: Party, _ night: Night) {
    set.change(party.key, party.state)
    party.state.profile.age(to: night, halfLife: settings.halfLifeDays)
  }

  /// Verdicts replace what was believed; held requests that were cleared, or whose time is over, teach now.
  private func settle(_ input: NightInput, judge: Judge) -> [RequestLesson] {
    let night = input.night
    // A request that comes late with its verdict is taught with this night's lessons, by that verdict.
    let taughtNow = Set(input.late.map(\.request.id))
    var lessons: [(lesson: Lesson, grains: Int64)] = []
    var names: [String] = []
    var taken: [RequestLesson] = []
    for verdict in input.verdicts {
      let hash = SipHash.fixed.hash(verdict.request.id)
      if verdict.request.sender.isEmpty {
        learnForger(verdict, wasConfirmed: false, others: 0, judge, night)
      } else {
        let sender = judge.parties(of: verdict.request).sender
        var suspicion = sender.suspicion ?? sender.state.suspicion
        learnForger(
          verdict, wasConfirmed: suspicion.isConfirmed(hash), others: suspicion.telling(but: hash), judge, night)
        suspicion.settle(
          request: hash, second: verdict.request.receivedAt.seconds, verdict.finding, judge.frame.filter)
        sender.suspicion = suspicion
      }
      guard verdict.night < night, !taughtNow.contains(verdict.request.id) else { continue }
      let own = verdict.taught.reduce(0) { $0 + $1.own }
      let clearance = clearance(verdict.finding, evidence: verdict.evidence)
      if own < clearance.grains {
        lessons.append(
          (judge.lesson(of: verdict.request, isSuspicious: clearance.isSuspicious), clearance.grains - own))
        names.append(verdict.request.id)
      } else if verdict.isFraud, own > 0 {
        let lesson = judge.lesson(of: verdict.request, isSuspicious: isSuspicious(verdict.evidence))
        taken.append(
          RequestLesson(requestID: verdict.request.id, share: unteach(lesson, verdict.taught, night: night)))
      }
    }
    for request in input.released {
      lessons.append((judge.lesson(of: request), Profile.grain / 4))
      names.append(request.id)
    }
    guard !lessons.isEmpty else { return taken }
    return taken + zip(names, teach(lessons, night: night)).map { RequestLesson(requestID: $0, share: $1) }
  }

  /// Whether a night with this evidence left out what its request brought first.
  private func isSuspicious(_ evidence: Bits?) -> Bool { evidence.map { $0.value >= settings.noveltyBits } ?? false }

  /// A confirmed fraud teaches the devices, numbers and other names that it brought; one that turns out genuine is taken back.
  ///
  /// How forgers behave is learned from what was held. To learn it from every confirmed fraud did worse on simulated logs of
  /// two makes: a fraud that nothing gave away teaches that forgers are like everybody.
  private func learnForger(_ verdict: VerdictEffect, wasConfirmed: Bool, others: Int, _ judge: Judge, _ night: Night) {
    let wasHeld = verdict.night < night && !verdict.taught.contains { $0.own > 0 }
    let whole = ForgerMemory.weight(ofRequest: others)
    let weight = wasHeld && !verdict.isFraud ? -whole * ForgerMemory.suspected : 0
    let weightOfNames = (verdict.isFraud ? whole : 0) - (wasConfirmed ? whole : 0)
    guard weight != 0 || weightOfNames != 0 else { return }
    learnForgers([judge.lesson(ofFraud: verdict.request, weight: weight, weightOfNames: weightOfNames)], night)
  }

  private func learnForgers(_ lessons: [[(key: UInt64, grains: Int64)]], _ night: Night) {
    guard lessons.contains(where: { !$0.isEmpty }) else { return }
    let state = set[StateKey.forgers]
    set.change(StateKey.forgers, state)
    let profile = state.profile
    profile.age(to: night, halfLife: ForgerMemory.halfLifeDays)
    // What is taken back may be more than was taught: posteriors have moved since.
    for entry in lessons.joined() { profile.counts.add(max(entry.grains, -profile.counts[entry.key]), to: entry.key) }
    profile.counts.prune(to: ForgerMemory.entries)
  }

  /// Takes back what a confirmed fraud had taught, height by height, as far as it has not faded.
  ///
  /// - Returns: what it had taught, all told, with the opposite sign.
  private func unteach(_ lesson: Lesson, _ taught: [TaughtShare], night: Night) -> TaughtShare {
    var all = TaughtShare(night: night)
    var left = TaughtShare(night: night)
    for share in taught {
      let factor = Ageing.factor(days: share.night.distance(to: night), halfLife: settings.halfLifeDays)
      all = all - share
      left = left - share.faded(by: factor)
    }
    let parties = lesson.parties
    for party in [parties.sender, parties.agency, parties.peers] { change(party, night) }
    set.world.profile.age(to: night, halfLife: settings.halfLifeDays)
    var teacher = Teacher()
    teacher.learn(lesson, level: 0, parties.sender.state.profile, left.own)
    teacher.learn(lesson, level: 1, parties.agency.state.profile, left.shared)
    teacher.learn(lesson, level: 2, parties.peers.state.profile, left.common)
    teacher.learn(lesson, level: 3, set.world.profile, left.common)
    teacher.read(lesson, into: parties.agency.state.profile, left.shared, withLines: true)
    guard !lesson.words.isEmpty else { return all }
    change(parties.language, night)
    teacher.read(lesson, into: parties.language.state.profile, left.common, withLines: false)
    return all
  }

  /// Moments and suspicions are facts of the night, held or not.
  private func noteActivity(judge: Judge, night: Night) {
    for party in judge.memory.senders {
      change(party, night)
      party.state.profile.activity.note(party.moments, last: party.course?.stage, keep: 604_800, limit: 128)
    }
    for party in judge.memory.suspected {
      set.change(party.key, party.state)
      if let suspicion = party.suspicion { party.state.suspicion = suspicion }
    }
    for party in judge.memory.agencies {
      change(party, night)
      party.state.profile.activity.note(party.moments, keep: 86_400, limit: 512)
    }
  }

  private func learnUsualEvidence(_ judged: [Judged], _ night: Night) {
    let state = set[StateKey.usual]
    set.change(StateKey.usual, state)
    let base = Bits(weighting.baseBits)
    UsualEvidence.learn(night, judged.map { ($0.ownBits - base, $0.grains) }, into: state.profile)
  }

  private func closeCalibration(_ judged: [Judged], verdicts: [String: Bool], night: Night) {
    var byAgency: [ObjectIdentifier: (party: Party, scores: [Bits])] = [:]
    for entry in judged where verdicts[entry.assessment.requestID] != true {
      let party = entry.lesson.parties.agency
      byAgency[ObjectIdentifier(party), default: (party, [])].scores.append(entry.assessment.evidence)
    }
    let world = set.world
    let pool = world.level
    let agencies = byAgency.values.sorted { $0.party.key < $1.party.key }
    let age = world.age(at: night)
    var everywhere: [Double] = []
    for (party, scores) in agencies {
      set.change(party.key, party.state)
      let residuals = scores.map { ScoreLevel.residual($0, own: party.state.level, pool: pool) }
      everywhere += residuals
      party.state.cell.close(residuals, age: age, window: settings.calibrationWindow)
      party.state.level.close(scores, pool: pool)
    }
    world.pool.close(everywhere, age: age, window: settings.poolWindow)
    world.level.close(agencies.flatMap(\.scores), pool: pool)
  }

  /// Gives the linkage window back, ready for the next night.
  private func closeLinks(_ judge: Judge, night: Night) {
    set.world.links = judge.takeLinks()
    set.world.links.forget(before: night.advanced(by: 1))
  }

  private func closeWorld(_ judge: Judge, judged: [Judged], night: Night) {
    let world = set.world
    world.pricing.merge(judge.pricingDelta)
    let days = world.night.map { $0.distance(to: night) } ?? 0
    world.normaliser.merge(judge.normaliserDelta)
    world.normaliser.close(factor: Ageing.factor(days: days, halfLife: settings.normaliserHalfLifeDays))
    world.companions.merge(judge.companionsDelta)
    world.companions.close(factor: Ageing.factor(days: days, halfLife: settings.halfLifeDays))
    let date = night.date
    let month = Int32(date.year * 12 + date.month)
    if month != world.month {
      if world.month != 0 { for i in world.pricing.strengths.indices { world.pricing.strengths[i].choose() } }
      world.month = month
    }
    world.night = night
  }
}
