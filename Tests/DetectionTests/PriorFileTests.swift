import Detection
import Foundation
import Testing

/// `Models/prior.json` is the documented prior, to read and to copy: the file and the program may not differ.
@Suite struct PriorFileTests {
  static let file = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "Models/prior.json")

  @Test func theFileIsTheModelOfTheProgram() throws {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    let now = try encoder.encode(ForgerModel.documented) + Data("\n".utf8)
    if ProcessInfo.processInfo.environment["COUNTERSIGN_RECORD_GOLDEN"] != nil {
      try now.write(to: Self.file)
      Issue.record("recorded Models/prior.json; run again without COUNTERSIGN_RECORD_GOLDEN")
      return
    }
    #expect(try Data(contentsOf: Self.file) == now, "Record it with COUNTERSIGN_RECORD_GOLDEN=1 swift test.")
  }

  @Test func itReadsBackAsItself() throws {
    let data = try Data(contentsOf: Self.file)
    #expect(try JSONDecoder().decode(ForgerModel.self, from: data) == .documented)
  }

  @Test func everyLookHasAPriorAndEveryPriorALook() {
    #expect(Set(ForgerModel.documented.looks.keys) == Set(Registry.types.map { $0.id }))
  }

  @Test func habitsSumToOneAndProbabilitiesArePossible() {
    let model = ForgerModel.documented
    #expect(abs(model.habits.values.reduce(0, +) - 1) < 1e-9)
    #expect(Set(model.habits.keys) == Set(Habit.allCases.map(\.name)))
    for (id, look) in model.looks {
      #expect((0...1).contains(look.weight), "\(id)")
      #expect(!look.source.isEmpty, "\(id)")
      #expect([1, 8].contains(look.imitation.count) && look.imitation.allSatisfy { $0 > 0 && $0 < 1 }, "\(id)")
      for (value, numbers) in look.values where value != "mean_burst" {
        #expect([1, 8].contains(numbers.count) && numbers.allSatisfy { $0 >= 0 && $0 <= 1 }, "\(id) \(value)")
      }
    }
  }
}
