import Detection
import RequestModel
import Scoring
import Statistics
import Testing

/// What would have kept an alert from being one, tried on the request itself.
@Suite struct CounterfactualTests {
  private static let nights = 40
  private static let night = SmallTown.firstNight.advanced(by: nights)
  private struct Failure: Error { var underlying: any Error }
  private static let town: (town: SmallTown, log: [Request]) = {
    var town = SmallTown(seed: 21, agencies: 4, officersEach: 3)
    let log = town.log(nights: nights, aNight: 8)
    return (town, log)
  }()
  private static let run = Result {
    var run = NightRun()
    // About where one request in a hundred stands: a log of forty nights is too young for p-values.
    run.settings.thresholdBits = -10
    try run.fold(town.log)
    return run
  }.mapError(Failure.init)

  /// Changes of a request by the names that counterfactuals give them: copies of what another has.
  private static let edits: [String: @Sendable (inout Request, Request) -> Void] = [
    "hours": { $0.receivedAt = $1.receivedAt },
    "callback": { $0.callbackPhone = $1.callbackPhone },
    "replies": { $0.replyTo = $1.replyTo },
    "device": { ($0.sessionDevice, $0.mfa) = ($1.sessionDevice, $1.mfa) },
    "network": {
      ($0.sessionASN, $0.sessionCountry, $0.sessionIP) = ($1.sessionASN, $1.sessionCountry, $1.sessionIP)
    },
    "request_type": { ($0.type, $0.natures) = ($1.type, $1.natures) },
    "targets": { $0.targets = $1.targets },
    "letter": {
      $0.wording?.words = $1.wording?.words ?? []
      $0.wording?.lines = $1.wording?.lines ?? []
    },
    "pressure": { $0.wording?.lexiconHits = $1.wording?.lexiconHits ?? [] },
  ]

  private struct Probe {
    var usual: Request
    var forged: Request
    var alert: Assessment
  }

  /// Ordinary requests with some of a forgery's traits, those that become alerts.
  private static func probes() throws -> [Probe] {
    var town = town.town
    var random = SeededGenerator(seed: 5)
    let engine = try run.get().makeEngine()
    var out: [Probe] = []
    for _ in 0..<160 {
      let officer = town.officers[random.below(town.officers.count)]
      var usual = town.request(by: officer, day: nights)
      usual.type = .subpoena
      usual.natures = VocabularySet([])
      let thief = town.forgery(of: officer, day: nights)
      var forged = usual
      for name in edits.keys.sorted() where random.chance(0.3) { edits[name]!(&forged, thief) }
      let judged = engine.ranked(try run.get().judged([forged], night: night))
      if judged[0].isAlert { out.append(Probe(usual: usual, forged: forged, alert: judged[0])) }
    }
    return out
  }

  @Test func `a named change, made to the request itself, brings the evidence below the alert level`() throws {
    var singles = 0
    var pairs = 0
    for probe in try Self.probes() {
      let level = try #require(probe.alert.alertLevel)
      #expect(probe.alert.evidence >= level)
      for counterfactual in probe.alert.counterfactuals {
        #expect(counterfactual.evidence < level)
        let known = counterfactual.changes.compactMap { Self.edits[$0] }
        guard known.count == counterfactual.changes.count else { continue }
        var changed = probe.forged
        for edit in known { edit(&changed, probe.usual) }
        let again = try Self.run.get().judged([changed], night: Self.night)[0].assessment
        #expect(again.evidence < level, "\(counterfactual.text) \(again.evidence.value) against \(level.value)")
        if known.count == 1 { singles += 1 } else { pairs += 1 }
      }
    }
    #expect(singles >= 10 && pairs >= 3, "\(singles) single changes and \(pairs) pairs were tried")
  }

  @Test func `the smallest change comes first, and pairs only where no single change is enough`() throws {
    for probe in try Self.probes() {
      let found = probe.alert.counterfactuals
      #expect(found == found.sorted { $0.evidence > $1.evidence })
      #expect(Set(found.map(\.changes.count)).count <= 1)
    }
  }

  @Test func `every look belongs to exactly one change`() {
    let looks = Verge.changes(NightRun.registry).flatMap(\.looks)
    #expect(looks.sorted() == Array(NightRun.registry.ids.indices))
  }

  @Test func `the level by p-value is the first evidence that is odd enough`() throws {
    for floor in [0.004, 0.01, 0.05] {
      let level = try #require(AlertLevel.byPValue(floor) { 1 / (1 + max(0, $0.value) * 10) })
      #expect(1 / (1 + level.value * 10) <= floor)
      #expect(1 / (1 + (level.value - 1e-5) * 10) > floor)
    }
    #expect(AlertLevel.byPValue(0.01) { _ in 0.02 } == nil)
  }

  @Test func `a night with more oddities than places raises the level to the last place`() {
    let night = [9, 7, 5, 3].map { Bits(Double($0)) }
    let level = AlertLevel.ofNight(night, budget: 2)
    // The third has no place; the first two keep theirs down to it.
    #expect(level(Bits(9), Bits(1)) == Bits(5))
    #expect(level(Bits(7), Bits(1)) == Bits(5))
    #expect(level(Bits(7), Bits(6)) == Bits(6))
    #expect(AlertLevel.ofNight(night, budget: 10)(Bits(9), Bits(1)) == Bits(1))
  }
}
