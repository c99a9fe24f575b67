import Foundation
import Testing

@testable import Workflow

@Suite("What the README shows is so")
struct ReadmeTests {
  private static let text: String = {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    return (try? String(contentsOf: root.appending(path: "README.md"), encoding: .utf8)) ?? ""
  }()

  /// The cells of every table row whose first cell is `first`.
  private func row(_ first: String) -> [String]? {
    Self.text.split(separator: "\n").lazy.filter { $0.hasPrefix("| ") }
      .map { $0.split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces) } }
      .first { $0.first == first }
  }

  @Test(
    "Every key of the configuration stands in the table with its default", arguments: ConfigurationKey.all.map(\.name))
  func keys(name: String) throws {
    let key = try #require(ConfigurationKey.byName[name])
    let cells = try #require(row("`\(name)`"))
    #expect(cells.count == 3)
    let value = key.text(Configuration())
    #expect(cells[1] == (value.isEmpty ? "" : "`\(value)`"))
  }

  @Test("Every exit status stands in the table, and no other", arguments: Workflow.ExitStatus.allCases)
  func statuses(status: Workflow.ExitStatus) {
    #expect(row("\(status.rawValue)") != nil)
  }

  @Test("No row of a table is without its key or its status")
  func noStrangers() {
    let numbers = Self.text.split(separator: "\n").filter { $0.hasPrefix("| ") }
      .compactMap { Int32($0.split(separator: "|")[0].trimmingCharacters(in: .whitespaces)) }
    #expect(Set(numbers) == Set(Workflow.ExitStatus.allCases.map(\.rawValue)))
  }
}
