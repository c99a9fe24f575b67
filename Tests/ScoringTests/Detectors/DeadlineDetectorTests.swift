import RequestModel
import Testing

@Suite struct DeadlineDetectorTests {
  @Test func `an answer within minutes outranks the usual time to reply`() throws {
    try LookTrial.expectOdder("deadline", saying: "demands an answer in 20 minutes") { $0.deadlineMinutes = 20 }
  }
}
