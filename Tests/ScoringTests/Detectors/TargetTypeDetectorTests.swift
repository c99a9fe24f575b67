import RequestModel
import Testing

@Suite struct TargetTypeDetectorTests {
  @Test func `a kind of target that nobody here asks about outranks the usual`() throws {
    try LookTrial.expectOdder("target_type", saying: "asks about username") {
      $0.targets = $0.targets.map { Target(type: .username, value: $0.value, country: $0.country) }
    }
  }
}
