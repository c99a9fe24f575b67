import Detection
import RequestModel
import Testing

@Suite struct SecrecyWordsDetectorTests {
  @Test func `demands of silence outrank none`() throws {
    try LookTrial.expectOdder("secrecy_words", saying: "6 words of secrecy") {
      $0.wording?.lexiconHits[Int(Lexicon.secrecy.rawValue)] = 6
    }
  }

  @Test func `a request without text leaves it silent`() throws {
    try LookTrial.expectSilent("secrecy_words", .noText) { $0.wording = nil }
  }
}
