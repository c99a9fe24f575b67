import Testing

@Suite("Each gate fails where it should")
struct GateTests {
  @Test(
    "An import that the layers forbid is objected to",
    arguments: [
      ("Statistics", "Scoring"), ("Storage", "Ingestion"), ("Detection", "LinearModels"), ("Workflow", "GRDB"),
      ("Scoring", "CBLAS"), ("Workflow", "ArgumentParser"), ("Reporting", "Dispatch"), ("Scoring", "Scoring"),
      ("Baselines", "Wording"), ("Workflow", "NIO"), ("Elsewhere", "Statistics"),
    ])
  func forbiddenImport(room: String, module: String) {
    #expect(Layers.objection(to: module, in: room) != nil)
  }

  @Test(
    "An import that the layers allow is not",
    arguments: [
      ("countersign", "Workflow"), ("countersign", "ArgumentParser"), ("Ingestion", "Wording"), ("Storage", "GRDB"),
      ("Scoring", "LinearModels"), ("LinearAlgebra", "CBLAS"), ("Baselines", "Foundation"), ("Ingestion", "Glibc"),
    ])
  func allowedImport(room: String, module: String) {
    #expect(Layers.objection(to: module, in: room) == nil)
  }

  @Test("Import lines are read with access, kind and submodule; those in comments and strings are not")
  func importLines() {
    let file = SourceFile(
      path: "Sources/Scoring/A.swift",
      text: """
        package import Statistics
        import struct Foundation.Date
          @preconcurrency import Glibc
        // import GRDB
        /* import CBLAS
        import Yams */
        let words = "a \\" import Crypto"; import Mustache
        let important = 1
        """)
    #expect(file.imports == ["Statistics", "Foundation", "Glibc", "Mustache"])
    #expect(file.room == "Scoring")
  }

  @Test("Every forbidden word is seen in code", arguments: Purity.forbidden + [".random(in:"])
  func impurity(word: String) {
    #expect(!Purity.impurities(in: "let x = 1\nlet y = \(word)").isEmpty)
  }

  @Test(
    "A longer name, a comment, a string and a seeded generator are not impure",
    arguments: [
      "func blueprint(_ x: Int)", "// print(x)", "let s = \"Date()\"",
      "let r = Int.random(in: 0..<3, using: &generator)",
      "let ReceivedDate() = 1", "document.print(to: out)",
    ])
  func purity(line: String) {
    #expect(Purity.impurities(in: SourceFile(path: "", text: line).code).isEmpty)
  }
}
