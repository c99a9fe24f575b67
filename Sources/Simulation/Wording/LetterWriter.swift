import RequestModel
import Statistics

/// Writes subject and body of a request: the same writer and the same phrases serve officers and forgers.
struct LetterWriter {
  private let grammar: Grammar
  private let work: Composition
  private let hand: Hand
  private var random: SeededGenerator
  var text: [UInt8] = []
  /// Phrases that this letter has used, by place in the grammar modulo 64, so that it does not say one thing twice.
  private var used: UInt64 = 0

  init(_ work: Composition, random: SeededGenerator) {
    grammar = Grammar.all[Int(work.hand.language.rawValue)]
    self.work = work
    hand = work.hand
    self.random = random
  }

  private typealias Section = Grammar.Section
  private static let fields = PhraseField.allCases

  /// The subject line.
  mutating func subject() -> String {
    text.removeAll(keepingCapacity: true)
    settled(work.row.type == .emergency ? .subjectEmergency : .subjectRoutine)
    return hand.capitals == .none ? finished() : finished().uppercased()
  }

  /// The letter.
  mutating func body() -> String {
    text.removeAll(keepingCapacity: true)
    text.reserveCapacity(1_600)
    let emergency = work.row.type == .emergency
    if !hand.isTerse {
      if settledChance(0.6, 1) { paragraph(.reference) }
      paragraph(.salutation)
    }
    paragraph(emergency ? .openingEmergency : .openingRoutine)
    let requestFirst = settledChance(0.25, 2)
    if requestFirst { ask() }
    tell(emergency: emergency)
    if !requestFirst { ask() }
    if !work.row.citations.isEmpty { paragraph(.statute) }
    if settledChance(0.6, 3) { sentence(.why, newParagraph: true) }
    press(emergency: emergency)
    if random.chance(hand.secrecy) { sentence(.secrecy, newParagraph: true) }
    if random.chance(hand.aside) { sentence(.own, newParagraph: true) }
    paragraph(.closing)
    paragraph(.signature)
    return finished()
  }

  private mutating func ask() {
    switch work.row.type {
    case .preservation: paragraph(.preserve)
    case .freeze: paragraph(.freeze)
    default: paragraph(.ask)
    }
    if work.row.type == .freeze || work.row.type == .preservation, random.chance(0.4) {
      space()
      settled(.ask)
    }
  }

  /// What happened: the danger claimed, or the offence under investigation.
  private mutating func tell(emergency: Bool) {
    var opens = true
    if !work.facts.incidentPlace.isEmpty {
      sentence(.incident, newParagraph: true)
      opens = false
    }
    guard emergency else {
      sentence(.background, newParagraph: opens)
      return
    }
    for nature in work.row.natures.prefix(2) {
      sentence(LetterWriter.danger(nature), newParagraph: opens)
      opens = false
    }
    if work.row.natures.isEmpty { sentence(.threatToLife, newParagraph: opens) }
    if work.facts.namesVictim {
      space()
      settled(.victim)
    }
  }

  private static func danger(_ nature: EmergencyNature) -> Section {
    switch nature {
    case .threatToLife: .threatToLife
    case .suicide: .suicide
    case .kidnapping: .kidnapping
    case .childSafety: .childSafety
    case .terrorism: .terrorism
    case .bombThreat: .bombThreat
    case .other: .other
    }
  }

  /// Urgent sentences as the pressure asks, else the polite close of a routine letter.
  private mutating func press(emergency: Bool) {
    let mean = emergency ? 0.4 + 3.2 * hand.pressure : 0.5 * hand.pressure
    let sentences = random.poisson(mean: mean)
    if sentences > 0 {
      let start = text.count
      for i in 0..<min(5, sentences) { sentence(.urgency, newParagraph: i == 0) }
      if hand.capitals == .shouting {
        let loud = String(decoding: text[start...], as: UTF8.self).uppercased()
        text.removeSubrange(start...)
        text += Array(loud.utf8)
      }
      if hand.exclaims, text.last == 46 {
        text.removeLast()
        text += [33, 33]
      }
    }
    if !emergency || sentences == 0 || random.chance(0.25) { paragraph(.calm) }
  }

  private mutating func space() {
    if let last = text.last, last != 32, last != 10 { text.append(32) }
  }

  private mutating func breakParagraph() {
    guard !text.isEmpty else { return }
    text.append(10)
    if !hand.isTerse { text.append(10) }
  }

  private mutating func paragraph(_ section: Section) {
    breakParagraph()
    settled(section)
  }

  private mutating func sentence(_ section: Section, newParagraph: Bool) {
    if newParagraph { breakParagraph() } else { space() }
    free(section)
  }

  /// A choice that the template has made once for all letters.
  private func settledChance(_ probability: Double, _ salt: UInt64) -> Bool {
    Double(SeededGenerator.mix(hand.template, 1_000 &+ salt) >> 11) * 0x1p-53 < probability
  }

  /// A phrase as the template, or the writer's own habit, has it: the same in every letter.
  private mutating func settled(_ section: Section) {
    let position = UInt64(section.rawValue)
    let own = Double(SeededGenerator.mix(hand.person, position) >> 11) * 0x1p-53 < hand.rewriting
    var key = SeededGenerator.mix(own ? hand.person : hand.template, 77 &+ position)
    let pool = grammar.sections[section.rawValue]
    guard !pool.isEmpty else { return }
    write(grammar.phrases[pool.lowerBound + LetterWriter.draw(&key, pool.count)], &key)
  }

  /// A phrase chosen for this letter; six times in ten one that the template's house favours.
  private mutating func free(_ section: Section) {
    let pool = grammar.sections[section.rawValue]
    guard !pool.isEmpty else { return }
    var choice = random.below(pool.count)
    if random.chance(0.6) {
      var favoured = SeededGenerator.mix(hand.template, 500 &+ UInt64(section.rawValue * 2 + random.below(2)))
      choice = LetterWriter.draw(&favoured, pool.count)
    }
    for _ in 0..<pool.count where used >> UInt64((pool.lowerBound + choice) & 63) & 1 == 1 {
      choice = (choice + 1) % pool.count
    }
    used |= 1 << UInt64((pool.lowerBound + choice) & 63)
    var key = random.next()
    write(grammar.phrases[pool.lowerBound + choice], &key)
  }

  private static func draw(_ key: inout UInt64, _ count: Int) -> Int {
    Int(SeededGenerator.splitMix(&key).multipliedFullWidth(by: UInt64(count)).high)
  }

  private mutating func write(_ range: Range<Int>, _ key: inout UInt64) {
    for i in range {
      let token = grammar.tokens[i]
      switch token.kind {
      case .text:
        grammar.bytes.withUnsafeBufferPointer {
          text.append(contentsOf: UnsafeBufferPointer(rebasing: $0[Int(token.from)..<Int(token.to)]))
        }
      case .choice:
        let choice = Int(token.from) + LetterWriter.draw(&key, Int(token.to - token.from))
        write(grammar.options[choice], &key)
      case .field: write(LetterWriter.fields[Int(token.from)])
      }
    }
  }

  mutating func put(_ value: String) {
    var value = value
    value.withUTF8 { text.append(contentsOf: $0) }
  }

  private mutating func write(_ field: PhraseField) {
    switch field {
    case .case: put(work.row.caseNumber)
    case .agency: put(work.row.agencyName)
    case .name: put(work.facts.officer)
    case .badge: put(work.row.badge)
    case .phone: put(work.facts.phone)
    case .supervisor: put(work.row.supervisorName)
    case .supervisorPhone: put(work.row.supervisorPhone)
    case .place: put(work.facts.incidentPlace.isEmpty ? work.facts.place : work.facts.incidentPlace)
    case .victim: put(work.facts.victim)
    case .age: put(String(work.facts.age))
    case .date: putDate(CivilDate(daysSinceEpoch: work.facts.localDay), hand.language)
    case .statute: putList(work.row.citations)
    case .data:
      for (i, category) in work.row.categories.enumerated() {
        if i > 0 { put(", ") }
        put(grammar.categories[Int(category.rawValue)])
      }
    case .deadline: putDeadline()
    case .target:
      for (i, target) in work.row.targets.prefix(3).enumerated() {
        if i > 0 { put(", ") }
        put(target.value)
      }
      if work.row.targets.count > 3 { put(" (+" + String(work.row.targets.count - 3) + ")") }
    case .period:
      if let start = work.row.periodStart { putDate(start, hand.language) }
      put(" - ")
      if let end = work.row.periodEnd { putDate(end, hand.language) }
    }
  }

  private mutating func putDeadline() {
    let minutes = work.row.deadlineMinutes ?? (work.row.type == .emergency ? 60 : 14_400)
    let (count, unit) = minutes < 120 ? (minutes, 0) : minutes < 4_320 ? (minutes / 60, 1) : (minutes / 1_440, 2)
    put(String(count))
    put(" ")
    put(grammar.units[unit])
  }

  /// The text with the writer's slips.
  private mutating func finished() -> String {
    if hand.abbreviates {
      for (i, pair) in grammar.abbreviations.enumerated() where SeededGenerator.mix(hand.person, UInt64(i)) & 1 == 0 {
        text = Slips.replace(pair.long, by: pair.short, in: text)
      }
    }
    if hand.typos > 0 { Slips.mistype(&text, rate: hand.typos, &random) }
    let result = String(decoding: text, as: UTF8.self)
    return hand.dropsAccents ? Slips.withoutAccents(result) : result
  }
}
