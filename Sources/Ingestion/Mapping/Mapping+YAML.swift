import Foundation
import RequestModel
import Yams

extension Mapping {
  /// Reads a mapping file.
  ///
  ///     fields:
  ///       received_at: {column: when, format: epoch_seconds, offset_column: off_min}
  ///       body: [title, text]
  ///     constants:
  ///       channel: api
  package init(yaml: String) throws(MappingError) {
    let root: Node?
    do { root = try Yams.compose(yaml: yaml) } catch {
      let line = (error as? YamlError).flatMap { Self.line(of: $0) }
      throw .notYAML(line: line ?? 1)
    }
    self.init()
    guard let root else { return }
    for (key, node, line) in try Self.entries(root) {
      switch key {
      case "fields": for (name, rule) in try Self.pairs(node) { try add(name, rule) }
      case "constants": for (name, value) in try Self.pairs(node) { try addConstant(name, value) }
      default: throw .unknownSection(key, line: line)
      }
    }
  }

  private mutating func append(_ rule: Rule, _ name: String, _ node: Node) throws(MappingError) {
    for known in rules where known.destination.name == rule.destination.name {
      throw .filledTwice(name, line: Self.line(node))
    }
    guard rule.constant != nil || !rule.sources.isEmpty else { throw .noSource(name, line: Self.line(node)) }
    rules.append(rule)
  }

  private mutating func addConstant(_ name: String, _ node: Node) throws(MappingError) {
    var rule = Rule(try Self.destination(name, node))
    rule.constant = try Self.text(node)
    try append(rule, name, node)
  }

  private mutating func add(_ name: String, _ node: Node) throws(MappingError) {
    if name == "attributes" {
      for (attribute, rule) in try Self.pairs(node) { try add(CSVColumns.attributePrefix + attribute, rule) }
      return
    }
    var rule = Rule(try Self.destination(name, node))
    if case .field(let field) = rule.destination, field.isList { rule.separator = ";" }
    if node.scalar != nil {
      rule.sources = [Source(column: try Self.text(node))]
    } else if let columns = node.sequence {
      for column in columns { rule.sources.append(Source(column: try Self.text(column))) }
    } else {
      for (key, value) in try Self.pairs(node) { try Self.set(&rule, key, value) }
    }
    try append(rule, name, node)
  }

  private static func set(_ rule: inout Rule, _ key: String, _ node: Node) throws(MappingError) {
    switch key {
    case "column": rule.sources = [Source(column: try text(node))]
    case "columns":
      guard let columns = node.sequence else { throw .notAMapping(line: line(node)) }
      for column in columns { rule.sources.append(Source(column: try text(column))) }
    case "constant": rule.constant = try text(node)
    case "separator": rule.separator = try text(node)
    case "item_separator": rule.itemSeparator = try text(node)
    case "values":
      for (from, to) in try pairs(node) { rule.values[from.lowercased()] = try text(to) }
    case "default": rule.otherwise = try text(node)
    case "as":
      guard case .attribute(let name, _) = rule.destination, let reading = AttributeReading(rawValue: try text(node))
      else { throw .unknownChoice("as", of: "automatic, category, number, for an attribute", line: line(node)) }
      rule.destination = .attribute(name, reading)
    case "format", "zone", "offset_column", "offset_unit":
      var date = rule.date ?? DateReading()
      try set(&date, key, node)
      rule.date = date
    default:
      // A target type, for `targets: {phone: tel, email: [mail, second_mail]}`.
      guard rule.destination == .field(.optional(.targets)), TargetType(name: key) != nil else {
        throw .unknownKey(key, line: line(node))
      }
      let columns = node.sequence.map { Array($0) } ?? [node]
      for column in columns { rule.sources.append(Source(column: try text(column), prefix: key + ":")) }
    }
  }

  private static func set(_ date: inout DateReading, _ key: String, _ node: Node) throws(MappingError) {
    let text = try text(node)
    switch key {
    case "zone":
      guard TimeZone(identifier: text) != nil else { throw .unknownZone(text, line: line(node)) }
      date.zone = text
    case "offset_column": date.offsetColumn = text
    case "offset_unit":
      guard let unit = DateReading.OffsetUnit(rawValue: text) else {
        throw .unknownChoice(key, of: "minutes, hours, seconds", line: line(node))
      }
      date.offsetUnit = unit
    default:
      switch text {
      case "rfc3339": date.format = .rfc3339
      case "epoch_seconds": date.format = .epoch(ticksPerSecond: 1)
      case "epoch_milliseconds": date.format = .epoch(ticksPerSecond: 1_000)
      case "epoch_microseconds": date.format = .epoch(ticksPerSecond: 1_000_000)
      default:
        guard let pattern = DatePattern(text) else { throw .badPattern(text, line: line(node)) }
        date.format = .pattern(pattern)
      }
    }
  }

  private static func destination(_ name: String, _ node: Node) throws(MappingError) -> Destination {
    if name.hasPrefix(CSVColumns.attributePrefix), name != CSVColumns.attributePrefix {
      return .attribute(String(name.dropFirst(CSVColumns.attributePrefix.count)), .automatic)
    }
    guard let field = LogField(name: name), name != "attributes" else {
      throw .unknownField(name, line: line(node))
    }
    return .field(field)
  }

  private static func pairs(_ node: Node) throws(MappingError) -> [(String, Node)] {
    try entries(node).map { ($0.key, $0.value) }
  }

  /// The names that a mapping of YAML holds, what stands under each, and the line of the name.
  private static func entries(_ node: Node) throws(MappingError) -> [(key: String, value: Node, line: Int)] {
    if node.scalar?.string.isEmpty == true { return [] }
    guard let mapping = node.mapping else { throw .notAMapping(line: line(node)) }
    var entries: [(key: String, value: Node, line: Int)] = []
    for (key, value) in mapping { entries.append((try text(key), value, line(key))) }
    return entries
  }

  private static func text(_ node: Node) throws(MappingError) -> String {
    guard let scalar = node.scalar else { throw .notAMapping(line: line(node)) }
    return scalar.string
  }

  private static func line(_ node: Node) -> Int { node.mark?.line ?? 1 }

  private static func line(of error: YamlError) -> Int? {
    switch error {
    case .scanner(_, _, let mark, _), .parser(_, _, let mark, _), .composer(_, _, let mark, _): mark.line
    default: nil
    }
  }
}

extension Mapping.Destination {
  /// The name that a mapping file uses.
  var name: String {
    switch self {
    case .field(let field): field.description
    case .attribute(let name, _): CSVColumns.attributePrefix + name
    }
  }
}

extension LogField {
  /// Whether the field holds a list.
  var isList: Bool {
    switch self {
    case .optional(.targets), .optional(.legalCitations), .optional(.attachments), .optional(.emergencyNature),
      .optional(.dataCategories):
      true
    default: false
    }
  }

  /// Whether the field holds a day without a time.
  var isDate: Bool { self == .optional(.periodStart) || self == .optional(.periodEnd) }
}
