import Detection
import RequestModel
import Scoring
import Statistics
import Testing

/// What a closed request would have been worth, had later members of its campaign been seen before it.
@Suite struct LaterLinkTests {
  private static let nights = 18
  private static let after = SmallTown.firstNight.advanced(by: nights)

  @Test func `a later forgery of another agency's account lifts the earlier one, and nothing else does`() throws {
    var town = SmallTown(seed: 5, agencies: 4, officersEach: 2)
    let log = town.log(nights: Self.nights, aNight: 8)
    let first = town.forgery(of: town.officers[1], day: Self.nights)
    let colleague = town.forgery(of: town.officers[0], day: Self.nights, hour: 3)
    var second = town.forgery(of: town.officers[5], day: Self.nights, hour: 4)
    second.targets = first.targets
    let honest = town.request(by: town.officers[7], day: Self.nights)
    let run = try NightRun.folded(log)
    let engine = run.makeEngine()
    func gain(seen: [Request] = [], unseen: [Request]) throws -> Bits {
      try engine.linkageGain(
        of: first, night: Self.after, seen: seen, unseen: unseen, reader: run.shelf.reader(before: Self.after))
    }
    #expect(try gain(unseen: [second]) > Bits(1))
    #expect(try gain(unseen: []) == .zero)
    #expect(try gain(unseen: [colleague]) == .zero)
    #expect(try gain(unseen: [honest]) == .zero)
    // What it had seen already is no news.
    #expect(try gain(seen: [second], unseen: [second]) == .zero)
  }

  @Test func `two requests are linked by what a forger would reuse, in either order, and never within one agency`() {
    var town = SmallTown(seed: 6)
    let a = SharedTrace(town.forgery(of: town.officers[0], day: 0))
    let b = SharedTrace(town.forgery(of: town.officers[4], day: 1))
    let same = SharedTrace(town.forgery(of: town.officers[1], day: 1))
    let honest = SharedTrace(town.request(by: town.officers[5], day: 0))
    #expect(a.isLinked(to: b) && b.isLinked(to: a))
    #expect(!a.isLinked(to: same))
    #expect(!a.isLinked(to: honest) && !honest.isLinked(to: a))
  }
}
