import RequestModel
import Testing

@Suite struct SessionAddressDetectorTests {
  @Test func `an address never seen outranks the sender's own`() throws {
    try LookTrial.expectOdder("session_address", saying: "this internet address") {
      $0.sessionIP = Pseudonym(high: 9, low: 9)
    }
  }
}
