import RequestModel
import Testing

@Suite struct PlatformDetectorTests {
  @Test func `a product never asked about outranks the usual one`() throws {
    try LookTrial.expectOdder("platform", saying: "asks wallet") { $0.platform = "wallet" }
  }
}
