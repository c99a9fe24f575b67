import Detection
import RequestModel
import Testing

@Suite struct LookAlikeDomainDetectorTests {
  @Test func `a domain that imitates a known one outranks the agency's own`() throws {
    try LookTrial.expectOdder("look_alike_domain", saying: "looks like police0.example") {
      $0.senderRegistrableDomain = "po1ice0.example"
      $0.senderDomain = "po1ice0.example"
    }
  }

  @Test func `a request without a domain leaves it silent`() throws {
    try LookTrial.expectSilent("look_alike_domain", .notThisKind) { $0.senderRegistrableDomain = "" }
  }
}
