import Statistics
import Testing
import Tuning

@Suite struct AuditLotTests {
  private let hash = SipHash(k0: 11, k1: 12)

  @Test func `as many are drawn as is asked for, the same ones again, and all of a smaller share by a larger`() {
    let ids = (0..<40_000).map { "REQ-\($0)" }
    let (few, many) = (AuditLot(share: 0.01, hash: hash), AuditLot(share: 0.05, hash: hash))
    let drawn = ids.filter(few.draws)
    // Four standard errors of 400 and of 2,000.
    #expect((320...480).contains(drawn.count))
    #expect((1_826...2_174).contains(ids.count { many.draws($0) }))
    #expect(drawn.allSatisfy { many.draws($0) })
    #expect(ids.filter(few.draws) == drawn)
    #expect(ids.allSatisfy { AuditLot(share: 1, hash: hash).draws($0) })
    // Another key draws others: about one in a hundred of them by chance.
    let other = AuditLot(share: 0.01, hash: SipHash(k0: 11, k1: 13))
    #expect(drawn.count { other.draws($0) } < 20)
  }

  @Test func `a night counts when all that was drawn has a label`() {
    var found = AuditFindings()
    found.add([
      .init(isDrawn: true, isFound: false, isFraudulent: false),
      .init(isDrawn: false, isFound: false, isFraudulent: nil),
      .init(isDrawn: true, isFound: true, isFraudulent: true), .init(isDrawn: false, isFound: true, isFraudulent: true),
    ])
    found.add([
      .init(isDrawn: true, isFound: false, isFraudulent: nil), .init(isDrawn: false, isFound: true, isFraudulent: true),
    ])
    found.add([.init(isDrawn: false, isFound: false, isFraudulent: nil)])
    #expect((found.nights, found.openNights) == (2, 1))
    #expect((found.quiet, found.drawn, found.forged, found.caught) == (3, 1, 0, 2))
    #expect(found.missed?.value == 0)
    #expect(found.recall?.high == 1)
  }

  @Test func `nothing drawn says nothing`() {
    var found = AuditFindings()
    found.add([.init(isDrawn: false, isFound: false, isFraudulent: true)])
    #expect(found.missedShare == nil && found.missed == nil && found.recall == nil)
  }

  @Test func `the interval holds what was missed about as often as it says, and the estimate is right on the mean`() {
    var noise = SeededGenerator(seed: 21)
    var (covered, sum, truth) = (0, 0.0, 0.0)
    let worlds = 300
    for world in 0..<worlds {
      let lot = AuditLot(share: 0.1, hash: SipHash(k0: UInt64(world), k1: 5))
      var found = AuditFindings()
      var missed = 0
      for night in 0..<50 {
        found.add(
          (0..<30).map { place in
            let isFraudulent = noise.uniform() < 0.02
            let isFound = noise.uniform() < (isFraudulent ? 0.6 : 0.01)
            if isFraudulent && !isFound { missed += 1 }
            let isDrawn = lot.draws("\(night)-\(place)")
            return .init(isDrawn: isDrawn, isFound: isFound, isFraudulent: isDrawn || isFound ? isFraudulent : nil)
          })
      }
      guard let estimate = found.missed else { continue }
      if (estimate.low...estimate.high).contains(Double(missed)) { covered += 1 }
      sum += estimate.value
      truth += Double(missed)
    }
    // Exact intervals cover too often rather than too seldom.
    #expect(covered >= worlds * 94 / 100)
    #expect(abs(sum / truth - 1) < 0.15)
  }
}
