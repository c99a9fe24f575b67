import Detection
import RequestModel
import Testing

@Suite struct UrgencyWordsDetectorTests {
  @Test func `pressure outranks calm`() throws {
    try LookTrial.expectOdder("urgency_words", saying: "6 words of urgency") {
      $0.wording?.lexiconHits[Int(Lexicon.urgency.rawValue)] = 6
    }
  }

  @Test func `a request without text leaves it silent`() throws {
    try LookTrial.expectSilent("urgency_words", .noText) { $0.wording = nil }
  }
}
