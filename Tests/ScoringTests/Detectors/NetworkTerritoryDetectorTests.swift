import RequestModel
import Testing

@Suite struct NetworkTerritoryDetectorTests {
  @Test func `a network that the log hardly knows outranks one that serves the country`() throws {
    try LookTrial.expectOdder("network_territory", saying: "AS1, which the log hardly knows") { $0.sessionASN = 1 }
  }
}
