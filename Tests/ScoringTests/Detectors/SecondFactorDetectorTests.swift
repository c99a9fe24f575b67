import RequestModel
import Testing

@Suite struct SecondFactorDetectorTests {
  @Test func `a session without the second factor outranks one with it`() throws {
    try LookTrial.expectOdder("second_factor", officer: 0, saying: "no second factor") { $0.mfa = false }
  }
}
