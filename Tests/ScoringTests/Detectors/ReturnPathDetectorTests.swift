import RequestModel
import Testing

@Suite struct ReturnPathDetectorTests {
  @Test func `bounces to a strange domain outrank the sender's own`() throws {
    try LookTrial.expectOdder("return_path", saying: "bounces go to elsewhere.example") {
      $0.returnPath = LookTrial.address("bounce", "elsewhere.example")
    }
  }
}
