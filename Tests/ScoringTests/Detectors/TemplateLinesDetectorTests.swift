import Detection
import RequestModel
import Statistics
import Testing

@Suite struct TemplateLinesDetectorTests {
  @Test func `lines that the agency never sent outrank its own`() throws {
    try LookTrial.expectOdder("template_lines", saying: "0 % of the letter's lines") {
      $0.wording?.lines = (0..<10).map { mixed($0 + 6_000_000) }
    }
  }

  @Test func `a request without text leaves it silent`() throws {
    try LookTrial.expectSilent("template_lines", .noText) { $0.wording = nil }
  }
}
