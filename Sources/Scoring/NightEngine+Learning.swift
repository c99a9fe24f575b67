import Baselines
import Detection
import Foundation
import RequestModel
import Statistics

extension NightEngine {
  /// Folds a judged night into the state.
  func learn(_ input: NightInput, judged: [Judged], judge: Judge, late: [Judged]) {
    let night = input.night
    let verdicts = Dictionary(
      input.verdicts.map { ($0.request.id, $0.isFraud) }, uniquingKeysWith: { _, last in last })
    let cleared = Dictionary(
      input.verdicts.lazy.filter { !$0.isFraud }.map { ($0.request.id, $0.request) },
      uniquingKeysWith: { _, last in last })
    var lessons: [(lesson: Lesson, grains: Int64)] = []
    for entry in judged + late {
      let grains: Int64 =
        switch verdicts[entry.assessment.requestID] {
        case true?: 0
        case false?: Profile.grain
        case nil: entry.grains
        }
      // A cleared request teaches what it brought first, too, which its own lesson left out as suspicious.
      let lesson = cleared[entry.assessment.requestID].map(judge.lesson(of:)) ?? entry.lesson
      lessons.append((lesson, grains))
    }
    teach(lessons, night: night)
    settle(input, judge: judge)
    noteActivity(judged, judge: judge, night: night)
    closeCalibration(judged, verdicts: verdicts)
    closeWorld(judge, judged: judged, night: night)
  }

  /// Teaches the night's lessons, with the caps on what one sender or one agency may pass on to others.
  private func teach(_ lessons: [(lesson: Lesson, grains: Int64)], night: Night) {
    var bySender: [String: Int64] = [:]
    var byAgency: [String: Int64] = [:]
    for (lesson, grains) in lessons {
      bySender[lesson.senderKey, default: 0] += grains
      byAgency[lesson.agencyKey, default: 0] += grains
    }
    let half = settings.halfLifeDays
    let world = set.world.profile
    if !lessons.isEmpty { world.age(to: night, halfLife: half) }
    for (lesson, grains) in lessons where grains > 0 {
      let senderShare = min(1, settings.senderInfluence * 1024 / Double(bySender[lesson.senderKey]!))
      let agencyShare = min(1, settings.agencyInfluence * 1024 / Double(byAgency[lesson.agencyKey]!))
      let sender = set.change(lesson.senderKey).profile
      let agency = set.change(lesson.agencyKey).profile
      let peers = set.change(lesson.peersKey).profile
      let language = lesson.words.isEmpty ? nil : set.change(StateKey.language(lesson.language)).profile
      sender.age(to: night, halfLife: half)
      agency.age(to: night, halfLife: half)
      peers.age(to: night, halfLife: half)
      language?.age(to: night, halfLife: half)
      let shared = Int64(Double(grains) * senderShare)
      lesson.teach(
        sender: sender, agency: agency, peers: peers, world: world, language: language, own: grains, shared: shared,
        common: Int64(Double(shared) * agencyShare))
      if !lesson.domain.isEmpty, grains > 900 { set.world.know(domain: lesson.domain, of: lesson.agencyID) }
    }
    for key in bySender.keys.sorted() { set[key].profile.counts.prune(to: settings.senderEntries) }
    for key in byAgency.keys.sorted() {
      let profile = set[key].profile
      profile.counts.prune(to: settings.agencyEntries)
      profile.words.prune(to: settings.vocabularyEntries)
    }
    for key in Set(lessons.map { StateKey.language($0.lesson.language) }).sorted() {
      set[key].profile.words.prune(to: settings.languageEntries)
    }
    for key in Set(lessons.map(\.lesson.peersKey)).sorted() {
      set[key].profile.counts.prune(to: settings.agencyEntries)
    }
    world.counts.prune(to: settings.worldEntries)
  }

  /// Verdicts replace what was believed; held requests that were cleared, or whose time is over, teach now.
  private func settle(_ input: NightInput, judge: Judge) {
    let night = input.night
    var lessons: [(lesson: Lesson, grains: Int64)] = []
    for verdict in input.verdicts {
      let keys = EntityKeys(verdict.request, directory: directory)
      let hash = SipHash.fixed.hash(verdict.request.id)
      if !verdict.request.sender.isEmpty {
        let entity = set.change(keys.sender)
        var suspicion = judge.memory.suspicions[keys.sender] ?? entity.suspicion
        suspicion.settle(
          request: hash, second: verdict.request.receivedAt.seconds, isFraud: verdict.isFraud, judge.filter)
        judge.memory.suspicions[keys.sender] = suspicion
      }
      guard verdict.night < night else { continue }
      if !verdict.isFraud {
        let owed = Profile.grain - verdict.taughtGrains
        if owed > 0 { lessons.append((judge.lesson(of: verdict.request), owed)) }
      } else if verdict.taughtGrains > 0 {
        unteach(judge.lesson(of: verdict.request), grains: verdict.taughtGrains, from: verdict.night, night: night)
      }
    }
    for request in input.released { lessons.append((judge.lesson(of: request), Profile.grain / 4)) }
    if !lessons.isEmpty { teach(lessons, night: night) }
  }

  /// Takes back what a confirmed fraud had taught, as far as it has not faded.
  private func unteach(_ lesson: Lesson, grains: Int64, from: Night, night: Night) {
    let factor = Ageing.factor(days: from.distance(to: night), halfLife: settings.halfLifeDays)
    let amount = -Int64(Double(grains) * factor)
    for key in [lesson.senderKey, lesson.agencyKey, lesson.peersKey] {
      set.change(key).profile.age(to: night, halfLife: settings.halfLifeDays)
    }
    lesson.teach(
      sender: set[lesson.senderKey].profile, agency: set[lesson.agencyKey].profile,
      peers: set[lesson.peersKey].profile, world: nil, language: nil, own: amount, shared: amount, common: amount)
  }

  /// Moments and suspicions are facts of the night, held or not.
  private func noteActivity(_ judged: [Judged], judge: Judge, night: Night) {
    for (key, moments) in judge.memory.senderMoments.sorted(by: { $0.key < $1.key }) {
      let entity = set.change(key)
      entity.profile.age(to: night, halfLife: settings.halfLifeDays)
      entity.profile.activity.note(moments, keep: 604_800, limit: 128)
    }
    for (key, suspicion) in judge.memory.suspicions.sorted(by: { $0.key < $1.key }) {
      set.change(key).suspicion = suspicion
    }
    for (key, moments) in judge.memory.agencyMoments.sorted(by: { $0.key < $1.key }) {
      let entity = set.change(key)
      entity.profile.age(to: night, halfLife: settings.halfLifeDays)
      entity.profile.activity.note(moments, keep: 86_400, limit: 512)
    }
  }

  private func closeCalibration(_ judged: [Judged], verdicts: [String: Bool]) {
    var byAgency: [String: [Bits]] = [:]
    for entry in judged where verdicts[entry.assessment.requestID] != true {
      byAgency[entry.lesson.agencyKey, default: []].append(entry.assessment.evidence)
    }
    let world = set.world
    let pool = world.level
    var everywhere: [Double] = []
    for (key, scores) in byAgency.sorted(by: { $0.key < $1.key }) {
      let entity = set.change(key)
      let residuals = scores.map { ScoreLevel.residual($0, own: entity.level, pool: pool) }
      everywhere += residuals
      entity.cell.close(residuals, window: settings.calibrationWindow)
      entity.level.close(scores, pool: pool)
    }
    world.pool.close(everywhere, window: settings.poolWindow)
    world.level.close(byAgency.sorted { $0.key < $1.key }.flatMap(\.value), pool: pool)
  }

  private func closeWorld(_ judge: Judge, judged: [Judged], night: Night) {
    let world = set.world
    world.pricing.merge(judge.pricingDelta)
    let days = world.night.map { $0.distance(to: night) } ?? 0
    world.normaliser.merge(judge.normaliserDelta)
    world.normaliser.close(factor: Ageing.factor(days: days, halfLife: settings.normaliserHalfLifeDays))
    let date = night.date
    let month = Int32(date.year * 12 + date.month)
    if month != world.month {
      if world.month != 0 { for i in world.pricing.strengths.indices { world.pricing.strengths[i].choose() } }
      world.month = month
    }
    world.links = judge.links
    world.links.forget(before: night)
    world.night = night
  }
}
