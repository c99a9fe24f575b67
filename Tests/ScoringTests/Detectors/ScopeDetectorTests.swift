import RequestModel
import Testing

@Suite struct ScopeDetectorTests {
  @Test func `a scope of a million outranks the usual one`() throws {
    try LookTrial.expectOdder("scope", saying: "asks across 1000000 units") { $0.scope = 1_000_000 }
  }
}
