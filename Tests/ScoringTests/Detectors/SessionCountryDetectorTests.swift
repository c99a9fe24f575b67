import RequestModel
import Testing

@Suite struct SessionCountryDetectorTests {
  @Test func `a country never seen outranks the agency's own`() throws {
    try LookTrial.expectOdder("session_country", saying: "session from XZ") { $0.sessionCountry = "XZ" }
  }
}
