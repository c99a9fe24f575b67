import RequestModel
import Testing

@Suite struct DataCategoriesDetectorTests {
  @Test func `data that nobody here asks for outranks the usual`() throws {
    try LookTrial.expectOdder("data_categories", saying: "asks for content") {
      $0.categories = VocabularySet([.content, .location, .payment])
    }
  }
}
