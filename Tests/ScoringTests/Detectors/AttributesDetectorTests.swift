import RequestModel
import Testing

@Suite struct AttributesDetectorTests {
  @Test func `a further field with a value of its own outranks the usual one`() throws {
    try LookTrial.expectOdder("attributes", saying: "1 other things: mailer") {
      $0.attributes = [Attribute(name: "mailer", value: .category(Pseudonym(high: 9, low: 9)))]
    }
  }
}
