import Detection
import RequestModel
import Testing

@Suite struct SenderDomainDetectorTests {
  @Test func `a domain new to the log outranks the agency's own`() throws {
    try LookTrial.expectOdder("sender_domain", saying: "a domain new to the log") {
      $0.senderRegistrableDomain = "elsewhere.example"
    }
  }

  @Test func `a request without a domain leaves it silent`() throws {
    try LookTrial.expectSilent("sender_domain", .notThisKind) { $0.senderRegistrableDomain = "" }
  }
}
