import RequestModel
import Testing

@Suite struct PhoneCountryDetectorTests {
  @Test func `a number of a foreign country outranks numbers without one`() throws {
    try LookTrial.expectOdder("phone_country", saying: "of a foreign country (+91)") { $0.callbackCallingCode = 91 }
  }
}
