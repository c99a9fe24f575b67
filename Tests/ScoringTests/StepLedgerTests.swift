import RequestModel
import Scoring
import Statistics
import Testing

@Suite struct StepLedgerTests {
  private static func ledger(_ seed: UInt64, notes: Int = 120) -> StepLedger {
    var random = SeededGenerator(seed: seed)
    var out = StepLedger()
    for _ in 0..<notes {
      out.note(
        UInt64(random.below(9)), sender: UInt32(random.below(12)), day: Int32(19_000 + random.below(40)))
    }
    return out
  }

  private static func merged(_ parts: StepLedger...) -> StepLedger {
    parts.reduce(into: StepLedger()) { $0.merge($1) }
  }

  @Test func `one sender is one mark, however often he shows a value`() {
    var ledger = StepLedger()
    for day in 0..<30 { ledger.note(7, sender: 1, day: 19_000 + Int32(day)) }
    #expect(ledger.others(than: 2, showing: 7, since: 19_000) == 1)
    #expect(ledger.others(than: 1, showing: 7, since: 19_000) == 0)
    ledger.note(7, sender: 2, day: 19_010)
    #expect(ledger.others(than: 3, showing: 7, since: 19_000) == 2)
    #expect(ledger.others(than: 3, showing: 7, since: 19_011) == 1)
    #expect(ledger.first(7) == 19_000)
    #expect(ledger.first(8) == nil)
  }

  @Test(arguments: 0..<12) func `merging is associative and does not depend on order`(seed: Int) {
    let (a, b, c) = (
      Self.ledger(UInt64(seed)), Self.ledger(UInt64(seed) + 100), Self.ledger(UInt64(seed) + 200)
    )
    #expect(Self.merged(a, Self.merged(b, c)) == Self.merged(Self.merged(a, b), c))
    #expect(Self.merged(a, b) == Self.merged(b, a))
    #expect(Self.merged(a, a) == Self.merged(a))
  }

  @Test func `a rhythm knows a surge and a quiet day from its own past`() {
    var rhythm = CountryRhythm()
    for day in Int32(0)..<28 {
      rhythm.close(CountryRhythm.Count(day: 19_000 + day, agencies: 10, byNature: [1, 0, 0, 0, 0, 0, 0]))
    }
    rhythm.close(CountryRhythm.Count(day: 19_028, agencies: 3, byNature: [9, 0, 0, 0, 0, 0, 0]))
    #expect(rhythm.agencies(naming: .threatToLife, on: 19_028) == 9)
    #expect(rhythm.usual(.threatToLife, before: 19_028) == 1)
    #expect(rhythm.usual(.suicide, before: 19_028) == 0)
    #expect(rhythm.wasQuiet(19_028))
    #expect(!rhythm.wasQuiet(19_027))
    #expect(CountryRhythm().usual(.threatToLife, before: 19_028) == nil)
  }
}
