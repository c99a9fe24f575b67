import Detection
import RequestModel
import Testing

@Suite struct LanguageDetectorTests {
  @Test func `a letter in another language outranks the usual one`() throws {
    try LookTrial.expectOdder("language", saying: "written in pt") { $0.wording?.language = "pt" }
  }

  @Test func `a request without text leaves it silent`() throws {
    try LookTrial.expectSilent("language", .noText) { $0.wording = nil }
  }
}
