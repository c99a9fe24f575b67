import Baselines
import Detection
import RequestModel
import Scoring
import Statistics
import Testing

/// Verdicts that come late: what was taught is taken back, what was owed is paid once.
@Suite struct UnlearningTests {
  private static let nights = 20
  private static let after = SmallTown.firstNight.advanced(by: nights)
  private static let world: (town: SmallTown, log: [Request]) = {
    var town = SmallTown(seed: 21, agencies: 3, officersEach: 2)
    let log = town.log(nights: nights, aNight: 6)
    return (town, log)
  }()

  /// Every count of the entities and of the log, as the last night left it.
  private func counts(_ run: NightRun) throws -> [String: [UInt64: Int64]] {
    var out: [String: [UInt64: Int64]] = [:]
    // What a fraud teaches of forgers is to stay.
    for (key, bytes) in run.shelf.latest
    where !key.hasPrefix(StateKey.linksPrefix) && !key.hasPrefix(StateKey.campaignsPrefix) && key != StateKey.forgers {
      let profile =
        key == StateKey.world
        ? try WorldState(encoded: bytes, looks: NightRun.registry.count).profile
        : try EntityState(encoded: bytes).profile
      // Entities that were touched last on other nights are compared on one.
      profile.age(to: Self.after.advanced(by: 2), halfLife: run.settings.halfLifeDays)
      for (table, entries) in [("counts", profile.counts), ("words", profile.words)] {
        out[key + table] = Dictionary(uniqueKeysWithValues: entries.sortedEntries.map { ($0.key, $0.count) })
      }
      out[key + "events"] = [0: profile.activity.events]
    }
    return out
  }

  /// The night after the log: a flood of one officer and one other request; then a quiet night.
  private func fold(_ flood: [Request], quiet: Request, verdicts: Night?) throws -> NightRun {
    var run = NightRun()
    if let verdicts { for request in flood { run.verdicts[request.id] = (true, verdicts) } }
    try run.fold(Self.world.log + flood + [quiet])
    return run
  }

  @Test(
    "A verdict of the next night leaves the counts that one in time leaves, to rounding",
    arguments: [1, 3, 40])
  func takesBackWhatWasTaught(size: Int) throws {
    var town = Self.world.town
    // Forty requests of a night pass on only sixteen's worth: taking forty back would dig into what others taught.
    let flood = SmallTown.ordered(
      (0..<size).map { _ in
        var request = town.request(by: town.officers[0], day: Self.nights)
        request.platform = "planted"
        return request
      })
    let quiet = town.request(by: town.officers[3], day: Self.nights + 1)
    let next = Self.after.advanced(by: 1)
    let late = try counts(fold(flood, quiet: quiet, verdicts: next))
    let inTime = try counts(fold(flood, quiet: quiet, verdicts: Self.after))
    let never = try counts(fold(flood, quiet: quiet, verdicts: nil))
    #expect(late.keys.sorted() == inTime.keys.sorted())
    // Each lesson is rounded down when it is taught, when it fades and when it is taken back: three grains of each of the
    // forty words in a total.
    let rounding = Int64(size) * 130 + 16
    var bins = 0
    var moved: Int64 = 0
    for (name, table) in inTime {
      let other = late[name] ?? [:]
      for key in Set(table.keys).union(other.keys) {
        let difference = abs((table[key] ?? 0) - (other[key] ?? 0))
        moved = max(moved, abs((table[key] ?? 0) - (never[name]?[key] ?? 0)))
        if difference <= rounding { continue }
        bins += 1
        // What counts the requests of the hour, the day and the gap before each, and what goes by how much was known of
        // the sender, cannot be seen again as it was then.
        #expect(name.hasSuffix("counts"), "\(name.debugDescription) \(key): \(difference)")
        #expect(difference <= Int64(size + 1) * Profile.grain)
      }
    }
    #expect(bins <= 48)
    #expect(moved > 700)
    let platform = Slot(aspect: UInt64(Aspect.platform.rawValue)).key(of: SipHash.fixed.hash("planted"))
    for (name, table) in late where name.hasSuffix("counts") { #expect(table[platform] ?? 0 <= rounding) }
    #expect(never.contains { $0.key.hasSuffix("counts") && $0.value[platform] ?? 0 > 700 })
  }

  @Test func `a request that comes late with its verdict teaches once`() throws {
    var town = Self.world.town
    let late = town.request(by: town.officers[0], day: Self.nights - 1)
    let quiet = town.request(by: town.officers[3], day: Self.nights)
    var run = NightRun()
    try run.fold(Self.world.log)
    func taught(_ verdicts: [VerdictEffect], late: [(request: Request, night: Night)]) throws -> Int64 {
      let engine = run.makeEngine()
      let reader = run.shelf.reader(before: Self.after)
      try engine.set.loadWorld(with: reader)
      _ = try engine.close(
        NightInput(night: Self.after, filings: engine.filings([quiet]), late: late, verdicts: verdicts), reader: reader,
        lateReader: { run.shelf.reader(before: $0) })
      let key = StateKey.sender(late.first?.request.agencyID ?? "", late.first?.request.sender ?? "")
      return try EntityState(encoded: engine.set.takeChanges().first { $0.key == key }!.bytes).profile.activity.events
    }
    let effect = VerdictEffect(
      request: late, finding: .genuine, taught: [], night: Self.after.advanced(by: -1))
    let both = try taught([effect], late: [(late, Self.after.advanced(by: -1))])
    let alone = try taught([], late: [(late, Self.after.advanced(by: -1))])
    #expect(both >= alone)
    #expect(both <= alone + Profile.grain / 8)
  }

  @Test func `what the sender state added is found again, and a verdict moves what came after it`() throws {
    var town = Self.world.town
    let officer = town.officers[1]
    var requests: [Request] = []
    for day in 0..<4 {
      requests.append(town.forgery(of: officer, day: Self.nights + day))
      requests.append(town.request(by: officer, day: Self.nights + day))
    }
    requests = SmallTown.ordered(requests)
    var run = NightRun()
    try run.fold(Self.world.log + requests)
    let judged = run.byID
    func line(_ assessment: Assessment, _ name: String) -> Bits {
      assessment.reasons.filter { $0.detector == name }.reduce(.zero) { $0 + $1.contribution }
    }
    func entries(_ verdicts: [String: Bool]) -> [AccountEntry] {
      requests.map { request in
        let assessment = judged[request.id]!
        let state = line(assessment, "sender_state")
        return AccountEntry(
          requestID: request.id, night: assessment.night, receivedAt: assessment.receivedAt,
          own: assessment.evidence - line(assessment, "base_rate") - state, state: state,
          finding: verdicts[request.id].map { $0 ? .forged : .genuine })
      }
    }
    let engine = run.makeEngine()
    func states(_ verdicts: [String: Bool]) throws -> [Bits] {
      try engine.restatedStates(of: requests[0], entries(verdicts)) { run.shelf.reader(before: $0) }
    }
    let then = try states([:])
    #expect(then == entries([:]).map(\.state))
    #expect(then.contains { $0 > .zero })
    let cleared = try states(Dictionary(uniqueKeysWithValues: requests.map { ($0.id, false) }))
    #expect(cleared.allSatisfy { $0 == .zero })
    let confirmed = try states([requests[0].id: true])
    #expect(confirmed[0] == then[0])
    #expect(zip(confirmed, then).dropFirst().allSatisfy { $0 >= $1 })
  }
}
