import Detection
import Foundation
import Testing

/// Every look is described, tested, weighed, listed and shown; what is missing is named.
@Suite struct CompletenessTests {
  private static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  private static func text(_ path: String) -> String {
    (try? String(contentsOf: root.appending(path: path), encoding: .utf8)) ?? ""
  }

  /// The cells of the rows of `Models/LOOKS.md`, by the look's name.
  private static let rows: [String: [String]] = {
    var out: [String: [String]] = [:]
    for line in text("Models/LOOKS.md").split(separator: "\n") where line.hasPrefix("| `") {
      let cells = line.dropFirst().split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces) }
      out[cells[0].replacing("`", with: "")] = Array(cells.dropFirst())
    }
    return out
  }()

  private static func missing(of type: any Detector.Type) -> [String] {
    let (id, name) = (type.id, "\(type)")
    var missing: [String] = []
    let source = text("Sources/Detection/Detectors/\(name).swift")
    let documentation = source.split(separator: "\n").prefix { !$0.contains("struct \(name)") }.filter {
      $0.hasPrefix("///")
    }
    if documentation.count < 3 { missing.append("a doc comment") }
    let tests =
      text("Tests/ScoringTests/Detectors/\(name)Tests.swift") + text("Tests/ScoringTests/LookTests.swift")
    if !tests.contains("@Test") || !tests.contains("\"\(id)\"") { missing.append("a test") }
    let prior = text("Models/prior.json")
    if ForgerModel.documented.looks[id] == nil || !prior.contains("\"\(id)\" : {") { missing.append("a weight") }
    let row = rows[id]
    if row?.first != type.group.name || row?.dropFirst().first != type.summary {
      missing.append("the row “| `\(id)` | \(type.group.name) | \(type.summary) |” of Models/LOOKS.md")
    }
    if (row?.last?.count ?? 0) < 8 || (row?.count ?? 0) < 3 { missing.append("an example in Models/LOOKS.md") }
    return missing
  }

  @Test(arguments: Registry().ids) func `nothing is missing of a look`(id: String) throws {
    let type = try #require(Registry.types.first { $0.id == id })
    let missing = Self.missing(of: type)
    #expect(missing.isEmpty, "\(id) has not \(missing.joined(separator: ", nor "))")
  }
}
