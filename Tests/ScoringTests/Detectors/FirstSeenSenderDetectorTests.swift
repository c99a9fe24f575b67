import Detection
import RequestModel
import Testing

@Suite struct FirstSeenSenderDetectorTests {
  @Test func `an account that the agency never used outranks one of its own`() throws {
    try LookTrial.expectOdder("first_seen_sender", saying: "the first request from this account") {
      $0.sender = "new@police0.example"
    }
  }

  @Test func `a request without an account leaves it silent`() throws {
    try LookTrial.expectSilent("first_seen_sender", .notThisKind) { $0.sender = "" }
  }
}
