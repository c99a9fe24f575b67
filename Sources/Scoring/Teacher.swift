import Baselines
import RequestModel
import Statistics

/// Adds lessons to profiles, with memory that it keeps from one to the next.
struct Teacher {
  /// Reused; only as many as were just filled in mean anything.
  private var keys: [UInt64] = []

  /// Adds what a lesson says of one level, with this weight in grains (negative to take back).
  mutating func learn(_ lesson: Lesson, level: Int8, _ profile: Profile, _ grains: Int64) {
    // What is taken back may be more than was taught: a sender's excess was capped.
    profile.activity.events = max(0, profile.activity.events + grains)
    if keys.count < lesson.range.count * 4 { keys = [UInt64](repeating: 0, count: lesson.range.count * 8) }
    var filled = 0
    keys.withUnsafeMutableBufferPointer { keys in
      func append(_ key: UInt64) {
        keys[filled] = key
        filled += 1
      }
      lesson.notebook.items.withUnsafeBufferPointer { items in
        for i in lesson.range where level >= items[i].from && level <= items[i].upTo {
          let item = items[i]
          // What goes with this lesson came with it.
          if grains < 0, item.isOpen, profile.counts[item.key] <= -grains { append(item.slot.novelty) }
          append(item.key)
          append(item.slot.total)
          if item.isOpen, item.newAt & 1 << UInt8(level) != 0 { append(item.slot.novelty) }
        }
      }
    }
    add(filled, grains, to: &profile.counts)
  }

  /// Adds a lesson's words, and its lines where they are asked for, to a vocabulary.
  mutating func read(_ lesson: Lesson, into profile: Profile, _ grains: Int64, withLines: Bool) {
    let most = max(lesson.words.count * 2, lesson.lines.count)
    if keys.count < most { keys = [UInt64](repeating: 0, count: most * 2) }
    var filled = 0
    var sum: Int64 = 0
    keys.withUnsafeMutableBufferPointer { keys in
      for word in lesson.words {
        // Stems count twice at most.
        for _ in 0..<min(2, word.count) {
          keys[filled] = word.hash
          filled += 1
        }
        sum += Int64(min(2, word.count))
      }
    }
    add(filled, grains, to: &profile.words)
    profile.words.add(sum * grains, to: Lesson.wordTotal(lesson.language))
    guard withLines, !lesson.lines.isEmpty else { return }
    for (place, line) in lesson.lines.enumerated() { keys[place] = Lesson.lineKey(line) }
    add(lesson.lines.count, grains, to: &profile.words)
    profile.words.add(grains * Int64(lesson.lines.count), to: Lesson.lineTotal)
  }

  /// Adds to the first keys of the list.
  private func add(_ count: Int, _ grains: Int64, to table: inout CountTable) {
    keys.withUnsafeBufferPointer { table.add(grains, toEach: UnsafeBufferPointer(rebasing: $0[..<count])) }
  }
}

/// A round of lessons: how much each may say to whom, and who learns with whom.
///
/// Agencies learn apart from each other, and peers, languages and the whole log apart from them, each in the order of the
/// lessons: who is first leaves no trace. Lessons of one profile are taught together, while it is near.
struct School {
  private struct Period {
    var lesson: Lesson
    /// Of its agency, its peers and its language among those of the night.
    var agency: Int
    var peers: Int
    var language: Int
    /// In grains: to its sender, to its agency, to all above.
    var own: Int64
    var shared: Int64
    var common: Int64
  }

  private var periods: [Period] = []
  /// What each lesson comes to, in the order given.
  private(set) var taught: [TaughtShare]
  private let settings: ScoringSettings
  private let night: Night
  private var senders = Roll()
  /// The place of each sender's agency.
  private var employers: [Int] = []
  private var agencies = Roll()
  private var peers = Roll()
  private var languages = Roll()

  init(_ lessons: [(lesson: Lesson, grains: Int64)], settings: ScoringSettings, night: Night) {
    self.settings = settings
    self.night = night
    taught = [TaughtShare](repeating: TaughtShare(night: night), count: lessons.count)
    for (lesson, grains) in lessons {
      let parties = lesson.parties
      if agencies.enter(parties.agency) { parties.agency.grains = 0 }
      if senders.enter(parties.sender) {
        parties.sender.grains = 0
        employers.append(parties.agency.place)
      }
      _ = peers.enter(parties.peers)
      _ = languages.enter(parties.language)
      parties.sender.grains += grains
      parties.agency.grains += grains
    }
    for (place, (lesson, grains)) in lessons.enumerated() where grains > 0 {
      let senderShare = min(1, settings.senderInfluence * 1024 / Double(lesson.parties.sender.grains))
      let agencyShare = min(1, settings.agencyInfluence * 1024 / Double(lesson.parties.agency.grains))
      let shared = Int64(Double(grains) * senderShare)
      let common = Int64(Double(shared) * agencyShare)
      let parties = lesson.parties
      periods.append(
        Period(
          lesson: lesson, agency: parties.agency.place, peers: parties.peers.place,
          language: parties.language.place, own: grains, shared: shared, common: common))
      taught[place] = TaughtShare(night: night, own: grains, shared: shared, common: common)
    }
  }

  /// Teaches all lessons; `beside` is done meanwhile, by whoever is free, and touches no profile.
  func teach(world: Profile, crew: Crew, beside: () -> Void) {
    if senders.isEmpty { return beside() }
    let lessons = grouped(agencies.parties.count) { $0.agency }
    let classes = crew.size * 2
    withoutActuallyEscaping(beside) { beside in
      nonisolated(unsafe) let (school, world, beside) = (self, world, beside)
      crew.work(classes + 4) { piece in
        var teacher = Teacher()
        // The longest first, so that all are done at about the same time.
        switch piece - classes {
        case 0: beside()
        case 1: school.teachPeers(&teacher)
        case 2: school.teachWorld(world, &teacher)
        case 3: school.teachLanguages(&teacher)
        default: school.teachAgencies(piece, of: classes, lessons, &teacher)
        }
      }
    }
  }

  private func age(_ profile: Profile) { profile.age(to: night, halfLife: settings.halfLifeDays) }

  private func teachWorld(_ world: Profile, _ teacher: inout Teacher) {
    age(world)
    for period in periods { teacher.learn(period.lesson, level: 3, world, period.common) }
    world.counts.prune(to: settings.worldEntries)
  }

  private func teachLanguages(_ teacher: inout Teacher) {
    for (party, lessons) in zip(languages.parties, grouped(languages.parties.count, by: { $0.language })) {
      let profile = party.state.profile
      for place in lessons where !periods[place].lesson.words.isEmpty {
        age(profile)
        teacher.read(periods[place].lesson, into: profile, periods[place].common, withLines: false)
      }
      profile.words.prune(to: settings.languageEntries)
    }
  }

  private func teachPeers(_ teacher: inout Teacher) {
    for (party, lessons) in zip(peers.parties, grouped(peers.parties.count, by: { $0.peers })) {
      let profile = party.state.profile
      for place in lessons {
        age(profile)
        teacher.learn(periods[place].lesson, level: 2, profile, periods[place].common)
      }
      profile.counts.prune(to: settings.agencyEntries)
    }
  }

  /// Teaches every `classes`-th agency and its senders.
  private func teachAgencies(_ share: Int, of classes: Int, _ lessons: [[Int]], _ teacher: inout Teacher) {
    for place in stride(from: share, to: agencies.parties.count, by: classes) {
      let agency = agencies.parties[place].state.profile
      for place in lessons[place] {
        let period = periods[place]
        let sender = period.lesson.parties.sender.state.profile
        age(sender)
        age(agency)
        teacher.learn(period.lesson, level: 0, sender, period.own)
        teacher.learn(period.lesson, level: 1, agency, period.shared)
        teacher.read(period.lesson, into: agency, period.shared, withLines: true)
      }
      agency.counts.prune(to: settings.agencyEntries)
      agency.words.prune(to: settings.vocabularyEntries)
    }
    for (sender, employer) in zip(senders.parties, employers) where employer % classes == share {
      sender.state.profile.counts.prune(to: settings.senderEntries)
    }
  }

  /// The places of the lessons, in order, by one of their parties.
  private func grouped(_ count: Int, by party: (Period) -> Int) -> [[Int]] {
    var out = [[Int]](repeating: [], count: count)
    for place in periods.indices { out[party(periods[place])].append(place) }
    return out
  }

  /// Parties by the order in which they first came; each notes its place, which other rounds may have noted before.
  private struct Roll {
    private(set) var parties: [Party] = []

    var isEmpty: Bool { parties.isEmpty }

    /// Says whether the party was new.
    mutating func enter(_ party: Party) -> Bool {
      if party.place < parties.count, parties[party.place] === party { return false }
      party.place = parties.count
      parties.append(party)
      return true
    }
  }
}
