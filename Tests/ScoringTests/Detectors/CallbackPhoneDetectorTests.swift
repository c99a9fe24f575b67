import RequestModel
import Testing

@Suite struct CallbackPhoneDetectorTests {
  @Test func `another number outranks the officer's own`() throws {
    try LookTrial.expectOdder("callback_phone", saying: "gives a call-back number") {
      $0.callbackPhone = Pseudonym(high: 9, low: 9)
    }
  }

  @Test func `leaving the number out is judged as bringing another`() throws {
    try LookTrial.expectOdder("callback_phone", saying: "gives no call-back number") { $0.callbackPhone = nil }
  }
}
