import RequestModel
import Testing

@Suite struct SupervisorDetectorTests {
  @Test func `a supervisor never named outranks the usual one`() throws {
    try LookTrial.expectOdder("supervisor", saying: "names a supervisor") {
      ($0.supervisorName, $0.supervisorPhone) = (Pseudonym(high: 9, low: 9), Pseudonym(high: 9, low: 9))
    }
  }
}
