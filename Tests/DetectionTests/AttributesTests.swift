import Baselines
import RequestModel
import Statistics
import Testing

@testable import Detection

@Suite struct AttributesTests {
  private let registry = Registry()

  private func request(_ value: Attribute.Value, name: String = "route") -> Request {
    var out = RequestSamples.bare()
    out.attributes = [Attribute(name: name, value: value)]
    return out
  }

  private func category(_ code: UInt64) -> Attribute.Value { .category(Pseudonym(high: 0, low: code)) }

  /// Forty requests of the sender, as many of colleagues, and a thousand of others.
  private func context(own: Attribute.Value, colleagues: Attribute.Value, others: Attribute.Value) -> Context {
    let context = RequestSamples.context(after: [], for: registry)
    let lineage = context.lineage
    let levels = [lineage.sender, lineage.agency, lineage.peers, lineage.world]
    var sightings = Sightings()
    for (value, from, times) in [(own, 0, 40), (colleagues, 1, 40), (others, 3, 1_000)] {
      registry.observe(request(value), in: context, into: &sightings)
      for seen in sightings.observations where seen.aspect >= Aspect.attributeCategory.rawValue {
        guard seen.aspect <= Aspect.attributeNumber.rawValue else { continue }
        for profile in levels[from...] {
          profile.counts.add(Int64(1_024 * times), to: seen.slot.key(of: seen.value))
          profile.counts.add(Int64(1_024 * times), to: seen.slot.total)
        }
      }
    }
    return context
  }

  /// log₂ of the ratio of the first habit, and the share that it counts.
  private func evidence(_ value: Attribute.Value, in context: Context) throws -> (bits: Double, share: Double) {
    var sightings = Sightings()
    registry.observe(request(value), in: context, into: &sightings)
    var readings = Readings()
    readings.read(sightings.observations, in: context.lineage)
    var priced: [Priced] = []
    Pricing().price(sightings.observations, readings, forgers: .none, into: &priced)
    let look = try #require(registry.ids.firstIndex(of: AttributesDetector.id))
    let found = try #require(priced.first { sightings.observations[$0.observation].detector == look })
    return (Bits.log(found.ratio[0]), sightings.observations[found.observation].share)
  }

  @Test func `the sender's own value speaks for him, a colleague's and a stranger's against`() throws {
    let context = context(own: category(1), colleagues: category(2), others: category(3))
    let (own, colleague, stranger) = (
      try evidence(category(1), in: context), try evidence(category(2), in: context),
      try evidence(category(3), in: context)
    )
    #expect(own.bits < 0)
    #expect(colleague.bits > 1)
    #expect(stranger.bits > 1)
  }

  @Test func `a number near the usual ones is usual, one far off is odd, whatever its sign`() throws {
    let context = context(own: .number(100), colleagues: .number(5_000), others: .number(5_000))
    #expect(try evidence(.number(108), in: context).bits < 0)
    #expect(try evidence(.number(5_000), in: context).bits > 1)
    #expect(try evidence(.number(-100), in: context).bits > evidence(.number(90), in: context).bits)
  }

  @Test func `what a whole agency shares tells nothing of its senders`() throws {
    let context = context(own: category(1), colleagues: category(1), others: category(3))
    #expect(try abs(evidence(category(1), in: context).bits) < 1.4)
  }
}

extension Bits {
  fileprivate static func log(_ ratio: Double) -> Double { log2Odds(ratio / (1 + ratio)) }
}
