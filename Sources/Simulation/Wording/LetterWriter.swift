import RequestModel
import Statistics

/// Writes subject and body of a request: the same writer and the same phrases serve officers and forgers.
struct LetterWriter {
  private let grammar: Grammar
  private let hand: Hand
  private let row: RequestRow
  private let facts: LetterFacts
  private var random: SeededGenerator
  private var text = ""

  init(row: RequestRow, hand: Hand, facts: LetterFacts, random: SeededGenerator) {
    grammar = Grammar.all[Int(hand.language.rawValue)]
    self.hand = hand
    self.row = row
    self.facts = facts
    self.random = random
  }

  private typealias Section = Grammar.Section

  /// The subject line.
  mutating func subject() -> String {
    text = ""
    settled(row.type == .emergency ? .subjectEmergency : .subjectRoutine)
    return hand.capitals == .none ? finished() : finished().uppercased()
  }

  /// The letter.
  mutating func body() -> String {
    text = ""
    text.reserveCapacity(1_400)
    let emergency = row.type == .emergency
    if !hand.isTerse {
      if settledChance(0.6, 1) { paragraph { $0.settled(.reference) } }
      paragraph { $0.settled(.salutation) }
    }
    paragraph { $0.settled(emergency ? .openingEmergency : .openingRoutine) }
    let story: (inout LetterWriter) -> Void = { $0.tell(emergency: emergency) }
    let request: (inout LetterWriter) -> Void = { writer in
      writer.settled(writer.askSection)
      if writer.row.type == .freeze || writer.row.type == .preservation, writer.random.chance(0.4) {
        writer.space()
        writer.settled(.ask)
      }
    }
    if settledChance(0.75, 2) {
      paragraph(story)
      paragraph(request)
    } else {
      paragraph(request)
      paragraph(story)
    }
    if !row.citations.isEmpty { paragraph { $0.settled(.statute) } }
    if settledChance(0.6, 3) { paragraph { $0.free(.why) } }
    press(emergency: emergency)
    if random.chance(hand.secrecy) { paragraph { $0.free(.secrecy) } }
    if random.chance(hand.aside) { paragraph { $0.free(.own) } }
    paragraph { $0.settled(.closing) }
    paragraph { $0.settled(.signature) }
    return finished()
  }

  private var askSection: Section {
    switch row.type {
    case .preservation: .preserve
    case .freeze: .freeze
    default: .ask
    }
  }

  /// What happened: the danger claimed, or the offence under investigation.
  private mutating func tell(emergency: Bool) {
    if !facts.incidentPlace.isEmpty {
      free(.incident)
      space()
    }
    guard emergency else {
      free(.background)
      return
    }
    for nature in row.natures.prefix(2) {
      free(LetterWriter.danger(nature))
      space()
    }
    if row.natures.isEmpty { free(.threatToLife) }
    if facts.namesVictim {
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
    let sentences =
      emergency ? random.poisson(mean: 0.4 + 3.2 * hand.pressure) : random.poisson(mean: 0.5 * hand.pressure)
    if sentences > 0 {
      let start = text.utf8.count
      paragraph { writer in
        for i in 0..<min(5, sentences) {
          if i > 0 { writer.space() }
          writer.free(.urgency)
        }
      }
      if hand.capitals == .shouting {
        let cut = text.utf8.index(text.utf8.startIndex, offsetBy: start)
        text = String(text[..<cut]) + text[cut...].uppercased()
      }
      if hand.exclaims, text.hasSuffix(".") { text.replaceSubrange(text.index(before: text.endIndex)..., with: "!!") }
    }
    if !emergency || sentences == 0 || random.chance(0.25) { paragraph { $0.settled(.calm) } }
  }

  private mutating func space() {
    if let last = text.utf8.last, last != 32, last != 10 { text += " " }
  }

  private mutating func paragraph(_ write: (inout LetterWriter) -> Void) {
    if !text.isEmpty { text += hand.isTerse ? "\n" : "\n\n" }
    write(&self)
  }

  /// A choice that the template has made once for all letters.
  private func settledChance(_ probability: Double, _ salt: UInt64) -> Bool {
    Double(SeededGenerator.mix(hand.template, 1_000 &+ salt) >> 11) * 0x1p-53 < probability
  }

  /// A phrase as the template, or the writer's own habit, has it: the same in every letter.
  private mutating func settled(_ section: Section) {
    let position = UInt64(section.position)
    let own = Double(SeededGenerator.mix(hand.person, position) >> 11) * 0x1p-53 < hand.rewriting
    var key = SeededGenerator.mix(own ? hand.person : hand.template, 77 &+ position)
    let pool = grammar[section.position]
    guard !pool.isEmpty else { return }
    write(pool[LetterWriter.draw(&key, pool.count)].parts, &key)
  }

  /// A phrase chosen for this letter; six times in ten one that the template's house favours.
  private mutating func free(_ section: Section) {
    let pool = grammar[section.position]
    guard !pool.isEmpty else { return }
    var choice = random.below(pool.count)
    if random.chance(0.6) {
      var favoured = SeededGenerator.mix(hand.template, 500 &+ UInt64(section.position) &+ UInt64(random.below(2)))
      choice = LetterWriter.draw(&favoured, pool.count)
    }
    var key = random.next()
    write(pool[choice].parts, &key)
  }

  private static func draw(_ key: inout UInt64, _ count: Int) -> Int {
    Int(SeededGenerator.splitMix(&key).multipliedFullWidth(by: UInt64(count)).high)
  }

  private mutating func write(_ parts: [Phrase.Part], _ key: inout UInt64) {
    for part in parts {
      switch part {
      case .text(let literal): text += literal
      case .choice(let options): write(options[LetterWriter.draw(&key, options.count)], &key)
      case .field(let field): write(field)
      }
    }
  }

  private mutating func write(_ field: PhraseField) {
    switch field {
    case .case: text += row.caseNumber.isEmpty ? "-" : row.caseNumber
    case .agency: text += row.agencyName.isEmpty ? facts.place : row.agencyName
    case .name: text += facts.officer
    case .badge: text += row.badge.isEmpty ? "-" : row.badge
    case .phone: text += facts.phone
    case .supervisor: text += row.supervisorName.isEmpty ? "-" : row.supervisorName
    case .supervisorPhone: text += row.supervisorPhone.isEmpty ? facts.phone : row.supervisorPhone
    case .place: text += facts.incidentPlace.isEmpty ? facts.place : facts.incidentPlace
    case .victim: text += facts.victim
    case .age: text += String(facts.age)
    case .date: writeDate(CivilDate(daysSinceEpoch: facts.localDay))
    case .statute: writeList(row.citations)
    case .data: writeList(row.categories.map { grammar.categories[Int($0.rawValue)] })
    case .deadline: writeDeadline()
    case .target:
      writeList(row.targets.prefix(3).map(\.value))
      if row.targets.count > 3 { text += " (+" + String(row.targets.count - 3) + ")" }
    case .period:
      if let start = row.periodStart { writeDate(start) }
      text += " - "
      if let end = row.periodEnd { writeDate(end) }
    }
  }

  private mutating func writeList(_ items: [String]) {
    for (i, item) in items.enumerated() {
      if i > 0 { text += ", " }
      text += item
    }
  }

  private mutating func writeDate(_ date: CivilDate) {
    func two(_ n: Int) -> String { n < 10 ? "0" + String(n) : String(n) }
    switch hand.language {
    case .en:
      text += two(date.month) + "/" + two(date.day) + "/" + String(date.year)
    case .de:
      text += two(date.day) + "." + two(date.month) + "." + String(date.year)
    default:
      text += two(date.day) + "/" + two(date.month) + "/" + String(date.year)
    }
  }

  private mutating func writeDeadline() {
    let minutes = row.deadlineMinutes ?? (row.type == .emergency ? 60 : 14_400)
    if minutes < 120 {
      text += String(minutes) + " " + grammar.units[0]
    } else if minutes < 4_320 {
      text += String(minutes / 60) + " " + grammar.units[1]
    } else {
      text += String(minutes / 1_440) + " " + grammar.units[2]
    }
  }

  /// The text with line breaks and the writer's slips.
  private mutating func finished() -> String {
    var bytes = Array(text.utf8)
    bytes = LetterWriter.lineBreaks(bytes)
    if hand.abbreviates {
      for (i, pair) in grammar.abbreviations.enumerated() where SeededGenerator.mix(hand.person, UInt64(i)) & 1 == 0 {
        bytes = LetterWriter.replace(Array(pair.long.utf8), by: Array(pair.short.utf8), in: bytes)
      }
    }
    if hand.typos > 0 { mistype(&bytes) }
    let result = String(decoding: bytes, as: UTF8.self)
    return hand.dropsAccents ? LetterWriter.withoutAccents(result) : result
  }

  /// Turns `¶` (two bytes) into line feeds.
  private static func lineBreaks(_ bytes: [UInt8]) -> [UInt8] {
    guard bytes.contains(0xC2) else { return bytes }
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    var i = 0
    while i < bytes.count {
      if bytes[i] == 0xC2, i + 1 < bytes.count, bytes[i + 1] == 0xB6 {
        result.append(10)
        i += 2
      } else {
        result.append(bytes[i])
        i += 1
      }
    }
    return result
  }

  private static func replace(_ long: [UInt8], by short: [UInt8], in bytes: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    var i = 0
    while i < bytes.count {
      if bytes[i] == long[0], i + long.count <= bytes.count, bytes[i..<(i + long.count)].elementsEqual(long) {
        result += short
        i += long.count
      } else {
        result.append(bytes[i])
        i += 1
      }
    }
    return result
  }

  /// Swaps or doubles ASCII letters at random places.
  private mutating func mistype(_ bytes: inout [UInt8]) {
    let count = random.poisson(mean: hand.typos * Double(bytes.count) / 6)
    for _ in 0..<count {
      let i = random.below(max(1, bytes.count - 1))
      guard (97...122).contains(bytes[i]), i + 1 < bytes.count, (97...122).contains(bytes[i + 1]) else { continue }
      if random.chance(0.6) {
        bytes.swapAt(i, i + 1)
      } else {
        bytes.insert(bytes[i], at: i)
      }
    }
  }

  private static func withoutAccents(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      if scalar.value < 128 {
        result.unicodeScalars.append(scalar)
      } else {
        result += Names.ascii(String(scalar))
      }
    }
    return result
  }
}

extension Grammar.Section {
  /// The place among all sections; the declaration order.
  var position: Int {
    switch self {
    case .subjectEmergency: 0
    case .subjectRoutine: 1
    case .salutation: 2
    case .reference: 3
    case .statute: 4
    case .openingEmergency: 5
    case .openingRoutine: 6
    case .threatToLife: 7
    case .suicide: 8
    case .kidnapping: 9
    case .childSafety: 10
    case .terrorism: 11
    case .bombThreat: 12
    case .other: 13
    case .victim: 14
    case .urgency: 15
    case .calm: 16
    case .secrecy: 17
    case .ask: 18
    case .preserve: 19
    case .freeze: 20
    case .why: 21
    case .background: 22
    case .incident: 23
    case .closing: 24
    case .signature: 25
    case .category: 26
    case .unit: 27
    case .abbreviation: 28
    case .own: 29
    }
  }
}
