import RequestModel
import Testing

@Suite struct NetworkDetectorTests {
  @Test func `a network never seen outranks the sender's own`() throws {
    try LookTrial.expectOdder("session_network", by: 2, saying: "network AS1") { $0.sessionASN = 1 }
  }
}
