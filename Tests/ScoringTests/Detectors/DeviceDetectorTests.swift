import RequestModel
import Testing

@Suite struct DeviceDetectorTests {
  @Test func `a device never seen outranks the sender's own`() throws {
    try LookTrial.expectOdder("session_device", by: 2, saying: "device “another”") { $0.sessionDevice = "another" }
  }

  @Test func `leaving the device out is judged as bringing another`() throws {
    try LookTrial.expectOdder("session_device", saying: "no device recorded") { $0.sessionDevice = "" }
  }
}
