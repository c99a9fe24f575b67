import RequestModel
import Testing

@Suite struct RequestTypeDetectorTests {
  @Test func `a legal basis that nobody here claims outranks the usual one`() throws {
    try LookTrial.expectOdder("request_type", saying: "claims freeze") { $0.type = .freeze }
  }
}
