import Detection
import RequestModel
import Statistics
import Testing

@Suite struct UnfamiliarWordsDetectorTests {
  @Test func `words that are not the agency's outrank its own`() throws {
    try LookTrial.expectOdder("unfamiliar_words", saying: "less usual") {
      $0.wording?.words = (0..<40).map { .init(hash: mixed($0 + 5_000_000), count: 1) }
    }
  }

  @Test func `a request without text leaves it silent`() throws {
    try LookTrial.expectSilent("unfamiliar_words", .noText) { $0.wording = nil }
  }
}
