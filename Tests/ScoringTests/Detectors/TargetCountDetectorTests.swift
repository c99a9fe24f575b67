import RequestModel
import Testing

@Suite struct TargetCountDetectorTests {
  @Test func `two hundred targets outrank a few`() throws {
    try LookTrial.expectOdder("target_count", saying: "asks about 200 targets") {
      $0.targets = (0..<200).map {
        Target(type: .email, value: Pseudonym(high: 1, low: UInt64($0)), country: "US")
      }
    }
  }
}
