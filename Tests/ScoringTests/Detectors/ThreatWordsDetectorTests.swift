import Detection
import RequestModel
import Testing

@Suite struct ThreatWordsDetectorTests {
  @Test func `talk of death outranks none`() throws {
    try LookTrial.expectOdder("threat_words", saying: "6 words of threat") {
      $0.wording?.lexiconHits[Int(Lexicon.threat.rawValue)] = 6
    }
  }

  @Test func `a request without text leaves it silent`() throws {
    try LookTrial.expectSilent("threat_words", .noText) { $0.wording = nil }
  }
}
