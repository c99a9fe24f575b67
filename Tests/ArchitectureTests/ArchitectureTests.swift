import Foundation
import Testing

@Suite("The rooms keep to their layers")
struct ArchitectureTests {
  private static let sources = (try? Repository.swiftFiles(under: "Sources")) ?? []

  @Test("There are sources to look at, and every Swift room stands in a layer")
  func roomsAreKnown() throws {
    #expect(!Self.sources.isEmpty)
    let listed = Layers.rooms.reduce(into: Set<String>()) { $0.formUnion($1) }
    #expect(Set(Self.sources.map(\.room)) == listed)
    let systems = try Repository.rooms().filter { !listed.contains($0) }
    #expect(systems.allSatisfy { Layers.outside[$0] != nil }, "a system library stands in no list: \(systems)")
  }

  @Test("Imports point down the layers, and an outside module is named only by its owners")
  func importsPointDown() {
    for file in Self.sources {
      for module in file.imports {
        let objection = Layers.objection(to: module, in: file.room)
        #expect(objection == nil, "\(file.path): \(objection ?? "")")
      }
    }
  }

  @Test("From RequestModel to Reporting there are no files, clock, environment, printing or unseeded randomness")
  func pureRoomsArePure() {
    for file in Self.sources where Layers.pure.contains(file.room) {
      let found = Purity.impurities(in: file.code)
      #expect(found.isEmpty, "\(file.path): \(found.joined(separator: "; "))")
    }
  }

  @Test("No file passes 400 lines, and the median stays at 120 or below")
  func filesStayShort() throws {
    for file in Self.sources { #expect(file.lineCount <= 401, "\(file.path) has \(file.lineCount) lines") }
    let sorted = Self.sources.map(\.lineCount).sorted()
    let median = try #require(sorted.isEmpty ? nil : sorted[sorted.count / 2])
    #expect(median <= 120)
  }

  @Test("Nothing is public, unchecked or left to be done")
  func declarationsStayInside() {
    for file in Self.sources {
      for word in ["public ", "open class", "@unchecked"] where file.code.contains(word) {
        Issue.record("\(file.path) says \(word)")
      }
      for mark in ["TO" + "DO", "FIX" + "ME", "XX" + "X:"] where file.text.contains(mark) {
        Issue.record("\(file.path) says \(mark)")
      }
    }
  }
}
