import RequestModel
import Testing

@Suite struct TargetTerritoryDetectorTests {
  @Test func `targets abroad outrank targets at home`() throws {
    try LookTrial.expectOdder("target_territory", saying: "targets in XZ") {
      $0.targets = $0.targets.map { Target(type: $0.type, value: $0.value, country: "XZ") }
    }
  }
}
