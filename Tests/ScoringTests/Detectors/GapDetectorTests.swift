import Detection
import RequestModel
import Testing

@Suite struct GapDetectorTests {
  @Test func `an account that wakes after months outranks one that writes as ever`() throws {
    // The officer's last request lies three nights back at most: half a year later the same request has a long gap.
    let usual = try LookTrial.finding("gap", [LookTrial.usual()])
    var late = LookTrial.usual()
    late.receivedAt = Instant(seconds: late.receivedAt.seconds + 180 * 86_400)
    let dormant = try LookTrial.finding("gap", [late])
    #expect(dormant.bits > usual.bits + 0.3)
    #expect(dormant.observed?.contains("days after the sender's last request") == true)
  }

  @Test func `an account without a past leaves it silent`() throws {
    try LookTrial.expectSilent("gap", .noHistory) { $0.sender = "new@police0.example" }
  }
}
