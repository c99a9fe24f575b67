/// A field of the request that a phrase quotes.
enum PhraseField: String, Sendable {
  case `case`, target, agency, name, badge, date, statute, place, victim, age, deadline, phone, data, period
  case supervisor, supervisorPhone
}

/// One phrase with its choices.
struct Phrase: Sendable {
  indirect enum Part: Sendable {
    case text(String)
    case choice([[Part]])
    case field(PhraseField)
  }

  let parts: [Part]

  /// Reads `text {a|b} <field>`; choices hold text and fields but no further choices.
  init(_ source: Substring) {
    parts = Phrase.read(source)
  }

  private static func read(_ source: Substring) -> [Part] {
    var parts: [Part] = []
    var rest = source
    while let opening = rest.firstIndex(where: { $0 == "{" || $0 == "<" }) {
      if opening > rest.startIndex { parts.append(.text(String(rest[..<opening]))) }
      let closes: Character = rest[opening] == "{" ? "}" : ">"
      guard let closing = rest[opening...].firstIndex(of: closes) else { break }
      let inner = rest[rest.index(after: opening)..<closing]
      if closes == "}" {
        parts.append(.choice(inner.split(separator: "|", omittingEmptySubsequences: false).map(read)))
      } else if let field = PhraseField(rawValue: String(inner)) {
        parts.append(.field(field))
      }
      rest = rest[rest.index(after: closing)...]
    }
    if !rest.isEmpty { parts.append(.text(String(rest))) }
    return parts
  }
}

/// The phrases of one language, by the place they take in a letter.
struct Grammar: Sendable {
  enum Section: String, CaseIterable, Sendable {
    case subjectEmergency, subjectRoutine, salutation, reference, statute, openingEmergency, openingRoutine
    case threatToLife = "danger.threatToLife"
    case suicide = "danger.suicide"
    case kidnapping = "danger.kidnapping"
    case childSafety = "danger.childSafety"
    case terrorism = "danger.terrorism"
    case bombThreat = "danger.bombThreat"
    case other = "danger.other"
    case victim, urgency, calm, secrecy, ask, preserve, freeze, why, background, incident, closing, signature
    case category, unit, abbreviation, own
  }

  let language: Language
  private let phrases: [[Phrase]]
  /// Names of the data categories, in the order of `DataCategory`.
  let categories: [String]
  /// Minutes, hours, days.
  let units: [String]
  let abbreviations: [(long: String, short: String)]

  init(_ language: Language) {
    self.language = language
    let source =
      switch language {
      case .en: Grammar.english
      case .it: Grammar.italian
      case .de: Grammar.german
      case .fr: Grammar.french
      case .es: Grammar.spanish
      case .pt: Grammar.portuguese
      }
    var lines: [String: [Substring]] = [:]
    var section = ""
    for line in source.split(separator: "\n") {
      if line.hasPrefix("#") {
        section = String(line.dropFirst())
      } else {
        lines[section, default: []].append(line)
      }
    }
    phrases = Section.allCases.map { (lines[$0.rawValue] ?? []).map(Phrase.init) }
    categories = (lines["category"] ?? []).map(String.init)
    units = (lines["unit"] ?? []).map(String.init)
    abbreviations = (lines["abbreviation"] ?? []).compactMap { line in
      let sides = line.split(separator: "=")
      return sides.count == 2 ? (String(sides[0]), String(sides[1])) : nil
    }
  }

  func phrases(_ section: Section) -> [Phrase] { phrases[Section.allCases.firstIndex(of: section) ?? 0] }

  /// Sections by raw position, for the writer's inner loop.
  subscript(_ position: Int) -> [Phrase] { phrases[position] }

  static let all: [Grammar] = Language.allCases.map(Grammar.init)
}
