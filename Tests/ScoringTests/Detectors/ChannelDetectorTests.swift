import RequestModel
import Testing

@Suite struct ChannelDetectorTests {
  @Test func `another way in outranks the usual one`() throws {
    try LookTrial.expectOdder("channel", saying: "came by portal") { $0.channel = .portal }
  }
}
