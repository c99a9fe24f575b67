import Detection
import RequestModel
import Testing

@Suite struct LetterStyleDetectorTests {
  @Test func `a letter in capitals outranks the usual style`() throws {
    try LookTrial.expectOdder("letter_style", saying: "100 % capitals") {
      var wording = $0.wording ?? WordingFeatures()
      wording.capitalCount = wording.letterCount
      wording.exclamationCount = 30
      $0.wording = wording
    }
  }

  @Test func `a request without text leaves it silent`() throws {
    try LookTrial.expectSilent("letter_style", .noText) { $0.wording = nil }
  }
}
