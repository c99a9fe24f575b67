import RequestModel
import Testing

@Suite struct CitationDetectorTests {
  @Test func `a statute that nobody here cites outranks the usual one`() throws {
    try LookTrial.expectOdder("legal_citation", saying: "cites art.1xyz") {
      $0.type = .subpoena
      $0.natures = VocabularySet([])
      $0.legalCitations = ["art.1xyz"]
    }
  }
}
