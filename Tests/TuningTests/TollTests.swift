import Testing
import Tuning

@Suite struct TollTests {
  /// Down the ranking: a fraud about 3 people, a genuine emergency, a fraud about 5, an emergency nobody labelled, a genuine
  /// subpoena, a fraud about 7.
  private func sample() throws -> RankedSample {
    var rows = [
      row(1, score: 9, isFraudulent: true), row(2, score: 8, isFraudulent: false), row(3, score: 7, isFraudulent: true),
      row(4, score: 6, isFraudulent: false, weight: 2), row(5, score: 5, isFraudulent: false),
      row(6, score: 4, isFraudulent: true),
    ]
    for (i, people) in [(0, 3), (2, 5), (5, 7)] { rows[i].people = people }
    for i in [1, 3] { rows[i].isEmergency = true }
    rows[3].isLabelled = false
    return try RankedSample(rows)
  }

  @Test func `a higher threshold exposes more people and delays fewer emergencies`() throws {
    let sample = try sample()
    let tolls = [10.0, 8, 6, 4].map { sample.toll(threshold: $0) }
    #expect(tolls.map(\.peopleDisclosed) == [15, 12, 7, 0])
    // The row of weight 2 stands for two emergencies.
    #expect(tolls.map(\.emergenciesDelayed) == [0, 1, 3, 3])
  }

  @Test func `what nobody labelled stands apart from what is known to be genuine`() throws {
    let known = try sample().knowledge(budget: 4)
    #expect(known.fraudulent == 2 && known.legitimate == 1 && known.unlabelled == 2)
    #expect(known.leastPrecision == 0.4 && known.labelledPrecision == 2.0 / 3)
    #expect(try sample().unlabelledWeight == 2)
  }
}
