import Baselines
import Testing

@testable import Scoring

/// Sentences of what was usual, as they are read aloud.
@Suite struct ExpectationTests {
  private func history(_ seen: Double, of sample: Double, level: Level = .sender) -> String {
    let share = ExpectedShare(level: level, seen: seen, sample: sample, own: 0, baseline: 0.25)
    return String(decoding: Sentence { share.appendHistory(to: &$0) }.bytes, as: UTF8.self)
  }

  @Test(arguments: [
    (0, 13, "never in 13 past requests"), (0.09, 13, "less than once in 13 past requests"),
    (0.6, 13, "once in 13 past requests"), (1.4, 13.2, "once in 13 past requests"),
    (6.6, 13, "in 7 of 13 past requests"),
    (12.9, 13.1, "in all of 13 past requests"), (1, 1, "once in 1 past request"), (2, 1.9, "in all of 2 past requests"),
    (98.4, 99.4, "in 98 of 99 past requests"),
  ])
  func `few past requests are counted`(seen: Double, sample: Double, words: String) {
    #expect(history(seen, of: sample) == ": \(words) of this sender; expected 25 %.")
  }

  @Test(arguments: [
    (0, 400, "never in 400 past requests"), (0.9, 240, "in 0.4 % of 240 past requests"),
    (60, 240, "in 25 % of 240 past requests"), (0.01, 5_000, "in under 0.1 % of 5000 past requests"),
    (500, 480, "in 100 % of 480 past requests"),
  ])
  func `of many past requests a share is told`(seen: Double, sample: Double, words: String) {
    #expect(history(seen, of: sample, level: .agency) == ": \(words) of this agency; expected 25 %.")
  }

  @Test func `without a past nothing is counted`() {
    #expect(history(0, of: 0.4) == ": no past request to go by of this sender; expected 25 %.")
  }

  @Test(arguments: [(0.3, "no past requests"), (1.2, "1 past request"), (17.8, "18 past requests")])
  func `a rate says how many requests it rests on`(history: Double, words: String) {
    let rate = ExpectedRate(daily: 0.1, history: history)
    let text = String(decoding: Sentence { rate.appendHistory(to: &$0) }.bytes, as: UTF8.self)
    #expect(text == "; one in 10 days expected from \(words).")
  }
}
