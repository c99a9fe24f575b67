import Foundation

/// The log of `Datasets/tiny`: four weeks of simulated requests.
enum TinyLog {
  static let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../Datasets/tiny")
    .standardized.path

  /// The rows in order of arrival, each with its line feed.
  static let rows: [String] = {
    let unpacked = try? Program.shell("gzip -dc '\(folder)/requests.jsonl.gz'", in: folder).output
    return (unpacked ?? "").split(separator: "\n").map { $0 + "\n" }
  }()

  static let text = rows.joined()

  /// The rows of each night, nights ascending.
  static let nights: [(night: String, text: String)] = {
    var nights: [String: String] = [:]
    for row in rows { nights[night(of: row), default: ""] += row }
    return nights.sorted { $0.key < $1.key }.map { (night: $0.key, text: $0.value) }
  }()

  static var lastNight: String { nights.last?.night ?? "" }

  static func object(_ row: String) -> [String: Any] {
    (try? JSONSerialization.jsonObject(with: Data(row.utf8))) as? [String: Any] ?? [:]
  }

  /// The row with some members replaced.
  static func changing(_ row: String, _ changes: [String: Any]) throws -> String {
    let changed = object(row).merging(changes) { $1 }
    return String(decoding: try JSONSerialization.data(withJSONObject: changed, options: .sortedKeys), as: UTF8.self)
      + "\n"
  }

  /// The day, in UTC, of a row's arrival.
  static func night(of row: String) -> String {
    let text = object(row)["received_at"] as? String ?? ""
    let pattern = /(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d)(?:\.\d+)?(Z|[+-]\d\d:\d\d)/
    let style = Date.ISO8601FormatStyle()
    guard let match = text.wholeMatch(of: pattern), let local = try? style.parse(match.1 + "Z") else { return "" }
    var seconds = 0
    if match.2 != "Z", let hours = Int(match.2.dropFirst().prefix(2)), let minutes = Int(match.2.suffix(2)) {
      seconds = (hours * 60 + minutes) * (match.2.hasPrefix("-") ? -60 : 60)
    }
    return local.addingTimeInterval(-Double(seconds)).formatted(style.year().month().day())
  }

  /// The rows as CSV, with every column that any of them needs, in an order of its own.
  static let csv: String = {
    let objects = rows.map(object)
    var columns = Set(objects.flatMap(\.keys))
    columns.remove("attributes")
    let attributes = Set(objects.flatMap { ($0["attributes"] as? [String: Any] ?? [:]).keys })
    let header = columns.sorted() + attributes.sorted().map { "attributes." + $0 }
    var lines = [header.joined(separator: ",")]
    for object in objects {
      var cells = object.mapValues(cell)
      for (name, value) in object["attributes"] as? [String: Any] ?? [:] { cells["attributes." + name] = cell(value) }
      lines.append(header.map { quoted(cells[$0] ?? "") }.joined(separator: ","))
    }
    return lines.joined(separator: "\r\n") + "\r\n"
  }()

  /// A member's value as a cell of CSV, not yet quoted.
  static func cell(_ value: Any) -> String {
    switch value {
    case let text as String: text
    case let items as [String]: items.map(escaped).joined(separator: ";")
    case let targets as [[String: String]]:
      targets.map { target in
        let country = target["country"].map { "@" + $0 } ?? ""
        return escaped("\(target["type"] ?? "")\(country):\(target["value"] ?? "")")
      }.joined(separator: ";")
    case let number as NSNumber where isBoolean(number): number.boolValue ? "true" : "false"
    case let number as NSNumber: number.stringValue
    default: ""
    }
  }

  private static func escaped(_ item: String) -> String {
    item.replacingOccurrences(of: "\\", with: "\\\\").replacingOccurrences(of: ";", with: "\\;")
  }

  private static func quoted(_ cell: String) -> String {
    cell.contains { ",\"\r\n".contains($0) || $0 == "\r\n" }
      ? "\"" + cell.replacingOccurrences(of: "\"", with: "\"\"") + "\"" : cell
  }

  /// JSON's `true` and `1` are both numbers to Foundation; their types tell them apart.
  private static func isBoolean(_ number: NSNumber) -> Bool { String(cString: number.objCType) == "c" }
}
