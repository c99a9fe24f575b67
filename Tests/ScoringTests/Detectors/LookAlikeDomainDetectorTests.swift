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

  @Test func `a newcomer with an identity of its own may share a name, a mere domain may not`() throws {
    func bits(agency: String) throws -> Double {
      var request = LookTrial.usual()
      request.senderRegistrableDomain = "po1ice0.example"
      request.senderDomain = "po1ice0.example"
      request.agencyID = agency
      return try LookTrial.finding("look_alike_domain", [request]).bits
    }
    let (newcomer, stranger) = (try bits(agency: "county sheriff"), try bits(agency: "po1ice0.example"))
    let usurper = try bits(agency: LookTrial.usual().agencyID)
    #expect(newcomer < stranger - 1)
    #expect(newcomer < usurper - 1)
  }

  @Test func `a request without a domain leaves it silent`() throws {
    try LookTrial.expectSilent("look_alike_domain", .notThisKind) { $0.senderRegistrableDomain = "" }
  }
}
