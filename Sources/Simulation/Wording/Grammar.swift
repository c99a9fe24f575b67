/// A field of the request that a phrase quotes.
enum PhraseField: String, CaseIterable, Sendable {
  case `case`, target, agency, name, badge, date, statute, place, victim, age, deadline, phone, data, period
  case supervisor, supervisorPhone
}

/// The phrases of one language, by the place they take in a letter; compiled flat, so that writing touches bytes only.
final class Grammar: Sendable {
  enum Section: Int, CaseIterable, Sendable {
    case subjectEmergency, subjectRoutine, salutation, reference, statute, openingEmergency, openingRoutine
    case threatToLife, suicide, kidnapping, childSafety, terrorism, bombThreat, other
    case victim, urgency, calm, secrecy, ask, preserve, freeze, why, background, incident, closing, signature, own

    /// The heading in the phrase lists.
    var heading: String { (7...13).contains(rawValue) ? "danger.\(self)" : "\(self)" }
  }

  /// A piece of a phrase: bytes, a choice among options, or a field.
  struct Token: Sendable {
    enum Kind: UInt8, Sendable {
      case text, choice, field
    }
    var kind: Kind
    /// Bytes, options, or the number of the field.
    var from: Int32
    var to: Int32
  }

  let language: Language
  let bytes: [UInt8]
  let tokens: [Token]
  /// Ranges of tokens.
  let options: [Range<Int>]
  let phrases: [Range<Int>]
  /// Ranges of phrases, by section.
  let sections: [Range<Int>]
  /// Names of the data categories, in the order of `DataCategory`.
  let categories: [String]
  /// Minutes, hours, days.
  let units: [String]
  let abbreviations: [(long: [UInt8], short: [UInt8])]

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
    var heading = ""
    for line in source.split(separator: "\n") {
      if line.hasPrefix("#") {
        heading = String(line.dropFirst())
      } else {
        lines[heading, default: []].append(line)
      }
    }
    var compiler = PhraseCompiler()
    var sections: [Range<Int>] = []
    for section in Section.allCases {
      let start = compiler.phrases.count
      for line in lines[section.heading] ?? [] { compiler.add(line) }
      sections.append(start..<compiler.phrases.count)
    }
    (bytes, tokens, options, phrases) = (compiler.bytes, compiler.tokens, compiler.options, compiler.phrases)
    self.sections = sections
    categories = (lines["category"] ?? []).map(String.init)
    units = (lines["unit"] ?? []).map(String.init)
    abbreviations = (lines["abbreviation"] ?? []).compactMap { line in
      let sides = line.split(separator: "=")
      return sides.count == 2 ? (Array(sides[0].utf8), Array(sides[1].utf8)) : nil
    }
  }

  static let all: [Grammar] = Language.allCases.map(Grammar.init)
}

/// Reads phrases of text, `{a|b}` choices and `<field>`s; a choice holds text and fields but no further choice.
struct PhraseCompiler {
  private(set) var bytes: [UInt8] = []
  private(set) var tokens: [Grammar.Token] = []
  private(set) var options: [Range<Int>] = []
  private(set) var phrases: [Range<Int>] = []

  mutating func add(_ source: Substring) {
    let pieces = compile(source)
    phrases.append(append(pieces))
  }

  private mutating func append(_ pieces: [Grammar.Token]) -> Range<Int> {
    let start = tokens.count
    tokens += pieces
    return start..<tokens.count
  }

  private mutating func compile(_ source: Substring) -> [Grammar.Token] {
    var pieces: [Grammar.Token] = []
    var rest = source
    while let opening = rest.firstIndex(where: { $0 == "{" || $0 == "<" }) {
      if opening > rest.startIndex { pieces.append(text(rest[..<opening])) }
      let closes: Character = rest[opening] == "{" ? "}" : ">"
      guard let closing = rest[opening...].firstIndex(of: closes) else { break }
      let inner = rest[rest.index(after: opening)..<closing]
      if closes == "}" {
        let choices = inner.split(separator: "|", omittingEmptySubsequences: false).map { append(compile($0)) }
        let start = options.count
        options += choices
        pieces.append(Grammar.Token(kind: .choice, from: Int32(start), to: Int32(options.count)))
      } else if let field = PhraseField.allCases.firstIndex(where: { $0.rawValue == inner }) {
        pieces.append(Grammar.Token(kind: .field, from: Int32(field), to: 0))
      }
      rest = rest[rest.index(after: closing)...]
    }
    if !rest.isEmpty { pieces.append(text(rest)) }
    return pieces
  }

  private mutating func text(_ source: Substring) -> Grammar.Token {
    let start = bytes.count
    for character in source {
      if character == "¶" { bytes.append(10) } else { bytes += Array(String(character).utf8) }
    }
    return Grammar.Token(kind: .text, from: Int32(start), to: Int32(bytes.count))
  }
}
