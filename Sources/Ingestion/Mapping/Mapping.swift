/// How a log that was not written for this format is read as if it were.
///
/// Each rule fills one field, or one attribute, from columns of the log (CSV columns or members of the JSON object) or
/// from a constant. A column that bears the name of a field fills that field unless a rule does. Validation comes after.
package struct Mapping: Sendable, Hashable {
  /// What a rule fills.
  package enum Destination: Sendable, Hashable {
    case field(LogField)
    case attribute(String, AttributeReading)
  }

  /// How an attribute's text is read.
  package enum AttributeReading: String, Sendable, Hashable, CaseIterable {
    /// A number where it is written as one.
    case automatic
    case category, number
  }

  /// One thing that a rule takes its text from.
  package struct Source: Sendable, Hashable {
    package var column: String
    /// Put before the text where there is one, as the `phone:` of a target.
    package var prefix = ""
  }

  package struct Rule: Sendable, Hashable {
    package var destination: Destination
    package var constant: String?
    package var sources: [Source] = []
    /// Between the texts of several columns.
    package var separator = " "
    /// What separates the items of a list in the columns, where it is not `;`.
    package var itemSeparator: String?
    /// Text of the log, in lower case → text of the format.
    package var values: [String: String] = [:]
    /// For texts that `values` does not have; nil keeps them.
    package var otherwise: String?
    package var date: DateReading?

    package init(_ destination: Destination) { self.destination = destination }

    /// Whether the value passes through as it is, lists and objects too.
    var isPlain: Bool {
      sources.count == 1 && sources[0].prefix.isEmpty && values.isEmpty && otherwise == nil && date == nil
        && itemSeparator == nil
    }
  }

  package var rules: [Rule] = []

  package init(rules: [Rule] = []) { self.rules = rules }

  /// Every column that a rule names, in order, once.
  package var columns: [String] {
    var names: [String] = []
    for rule in rules {
      for column in rule.sources.map(\.column) + [rule.date?.offsetColumn].compactMap({ $0 })
      where !names.contains(column) {
        names.append(column)
      }
    }
    return names
  }

  /// Makes sure that a CSV header has every column that a rule names.
  package func check(header: [String]) throws(MappingError) {
    for column in columns where !header.contains(column) { throw .missingColumn(column) }
  }
}

/// How a date or a time is written in a log.
package struct DateReading: Sendable, Hashable {
  package enum Format: Sendable, Hashable {
    case rfc3339
    /// Counted from 1970 in seconds, or in 1/1000 or 1/1000000 of one.
    case epoch(ticksPerSecond: Int64)
    case pattern(DatePattern)
  }

  package enum OffsetUnit: String, Sendable, Hashable, CaseIterable {
    case minutes, hours, seconds
    var seconds: Double { self == .minutes ? 60 : self == .hours ? 3_600 : 1 }
  }

  package var format = Format.rfc3339
  /// An IANA zone that local times are in, and whose offset counted times get.
  package var zone: String?
  /// A column with the offset east of Greenwich; it goes before the zone.
  package var offsetColumn: String?
  package var offsetUnit = OffsetUnit.minutes

  package init() {}
}

/// Why a mapping file cannot be used.
///
/// Holds names of the mapping and the header, never rows.
package enum MappingError: Error, Hashable, Sendable, CustomStringConvertible {
  case notYAML(line: Int)
  case notAMapping(line: Int)
  case unknownSection(String, line: Int)
  case unknownKey(String, line: Int)
  case unknownField(String, line: Int)
  case filledTwice(String, line: Int)
  case noSource(String, line: Int)
  case unknownChoice(String, of: String, line: Int)
  case unknownZone(String, line: Int)
  case badPattern(String, line: Int)
  case missingColumn(String)

  package var description: String {
    switch self {
    case .notYAML(let line): "mapping line \(line): not valid YAML: correct the indentation or the quotes there"
    case .notAMapping(let line): "mapping line \(line): write `name: value` pairs here"
    case .unknownSection(let key, let line):
      "mapping line \(line): `\(key)` means nothing here: a mapping has `fields` and `constants`, and rules stand below them"
    case .unknownKey(let key, let line):
      "mapping line \(line): `\(key)` means nothing in a rule: the comments of the mappings under Datasets/mappings list what "
        + "does"
    case .unknownField(let field, let line):
      "mapping line \(line): the format has no field `\(field)`: use a field of the request log or `attributes.NAME`"
    case .filledTwice(let field, let line): "mapping line \(line): `\(field)` is filled twice: keep one rule"
    case .noSource(let field, let line): "mapping line \(line): `\(field)` needs a column, columns or a constant"
    case .unknownChoice(let key, let choices, let line): "mapping line \(line): `\(key)` is one of \(choices)"
    case .unknownZone(let zone, let line):
      "mapping line \(line): no time zone `\(zone)`: use an IANA name such as Europe/Rome"
    case .badPattern(let pattern, let line):
      "mapping line \(line): the date pattern `\(pattern)` cannot be read: use %Y %m %d %H %M %S %f %z %b %y %I %p"
    case .missingColumn(let column):
      "the mapping names the column `\(column)`, which the log does not have: correct the name or leave the rule out"
    }
  }
}
