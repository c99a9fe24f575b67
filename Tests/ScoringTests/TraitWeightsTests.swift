import Detection
import Scoring
import Statistics
import Testing

/// What a model has learned of traits adds to the evidence what it says, and nothing else changes.
@Suite struct TraitWeightsTests {
  private static func judged(_ traits: TraitWeights?) throws -> [String: Assessment] {
    var run = NightRun()
    run.traits = traits
    // A single night: nothing that is learned can follow from the weights.
    var town = SmallTown(seed: 31)
    try run.fold(town.log(nights: 1, aNight: 40))
    return run.byID
  }

  private static let traits = TraitWeights(["channel/email": 0.5, "channel/portal": -0.25, "tea_leaves/3": 7])

  @Test func `they add up with the other reasons`() throws {
    let (plain, other) = (try Self.judged(nil), try Self.judged(Self.traits))
    var seen: Set<Bits> = []
    for (id, assessment) in other {
      #expect(assessment.reasons.reduce(.zero) { $0 + $1.contribution } == assessment.evidence)
      let line = assessment.reasons.first { $0.detector == TraitWeights.reasonName }
      let added = line?.contribution ?? .zero
      #expect([Bits(0.5), Bits(-0.25), .zero].contains(added))
      seen.insert(added)
      #expect(plain[id]?.reasons.contains { $0.detector == TraitWeights.reasonName } == false)
    }
    #expect(seen.count > 1)
  }

  @Test func `the reason names what weighs in its direction`() throws {
    for assessment in try Self.judged(Self.traits).values {
      guard let line = assessment.reasons.first(where: { $0.detector == TraitWeights.reasonName }) else { continue }
      let isMail = line.contribution > .zero
      #expect(line.observed == (isMail ? "channel: email" : "channel: portal"))
      #expect(line.text.contains(isMail ? "more often" : "less often"))
    }
  }
}
