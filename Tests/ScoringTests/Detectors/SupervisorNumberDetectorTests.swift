import RequestModel
import Testing

@Suite struct SupervisorNumberDetectorTests {
  @Test func `one number for officer and supervisor outranks two`() throws {
    try LookTrial.expectOdder("supervisor_number", saying: "one number for officer and supervisor") {
      $0.supervisorPhone = $0.callbackPhone
    }
  }
}
