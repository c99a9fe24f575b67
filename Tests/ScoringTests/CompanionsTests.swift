import Scoring
import Statistics
import Testing

/// Looks that are odd together on honest traffic count once; those that are odd apart count in full.
@Suite struct CompanionsTests {
  /// `together` of a hundred requests have looks 0 and 1 odd; look 2 is odd in every tenth, whatever the others do.
  private static func learned(together: Int) -> Companions {
    var companions = Companions(looks: 3)
    for i in 0..<1000 {
      let pair = i % 100 < together ? 3.0 : -0.5
      companions.learn([pair, pair, i % 10 == i / 100 ? 3 : -0.5], grains: 1024)
    }
    companions.close(factor: 1)
    return companions
  }

  @Test func aTwinLosesWhatItRepeats() {
    // P(both) = 0.05, P(each) = 0.05: the lift is 20, log₂ 20 = 4.3; shrunk by four pairs: (50 + 4) / (2.5 + 4) = 8.3, 3.05 bits.
    let repeated = Self.learned(together: 5).repeated([5, 4, -1], weights: [1, 1, 1])
    #expect(repeated[0] == 0)
    #expect(abs(repeated[1] - 3.0546) < 0.001)
    #expect(repeated[2] == 0)
  }

  @Test func independentLooksLoseNextToNothing() {
    let repeated = Self.learned(together: 20).repeated([5, -1, 4], weights: [1, 1, 1])
    #expect(repeated[2] < 0.05)
  }

  @Test func nothingLosesMoreThanItSays() {
    let repeated = Self.learned(together: 2).repeated([9, 1.2, 1.1], weights: [1, 1, 1])
    #expect(zip(repeated, [9, 1.2, 1.1]).allSatisfy { $0 <= $1 && $0 >= 0 })
  }

  @Test func theHeavierLookTellsTheStory() {
    let companions = Self.learned(together: 5)
    #expect(companions.repeated([3, 4, 0], weights: [1, 1, 1])[0] > 0)
    #expect(companions.repeated([3, 4, 0], weights: [2, 1, 1])[0] == 0)
  }

  @Test func learningInPartsIsLearningTheWhole() throws {
    var random = SeededGenerator(seed: 11)
    let rows = (0..<200).map { _ in (0..<4).map { _ in random.uniform() * 3 } }
    var (whole, first, second) = (Companions(looks: 4), Companions(looks: 4), Companions(looks: 4))
    for (i, row) in rows.enumerated() {
      whole.learn(row, grains: Int64(i))
      if i % 3 == 0 { first.learn(row, grains: Int64(i)) } else { second.learn(row, grains: Int64(i)) }
    }
    second.merge(first)
    second.close(factor: 0.5)
    whole.close(factor: 0.5)
    #expect(second == whole)
    var bytes = ByteWriter()
    whole.encode(into: &bytes)
    var reader = ByteReader(bytes.bytes)
    #expect(try Companions(from: &reader, looks: 4) == whole)
  }
}
