import RequestModel
import Storage
import Testing

@Suite("Closing a night")
struct NightTests {
  private let day: Int64 = 86_400

  @Test("A night comes back as it was committed")
  func roundTrip() throws {
    let store = try Store.inMemory()
    _ = try store.append([dated("a"), dated("b", at: 5)])
    var commit = try store.commit(Night(day: 0), isAlert: true)
    commit.night.skipped = 4
    commit.night.health = "{\"held_share\":0.25}"
    commit.settings = ["model": "m2"]
    commit.restatements = [
      StoredRestatement(requestID: "a", night: Night(day: 0), oldEvidence: -3, newEvidence: 9, why: hostileTexts[0])
    ]
    commit.campaigns = [
      StoredCampaign(
        id: "c1", firstNight: Night(day: -3), lastNight: Night(day: 0), kind: "same_target", members: hostileTexts)
    ]
    try store.commitNight(commit)
    #expect(try store.night(Night(day: 0)) == commit.night)
    #expect(try store.nights(in: Night(day: 1)...Night(day: 9)).isEmpty)
    #expect(try store.scores(of: Night(day: 0)) == commit.scores)
    #expect(try store.setting("model") == "m2")
    #expect(try store.restatements(in: Night(day: 0)...Night(day: 0)) == commit.restatements)
    #expect(try store.campaigns(in: Night(day: -1)...Night(day: -1)) == commit.campaigns)
    #expect(try store.campaigns(in: Night(day: 1)...Night(day: 2)).isEmpty)
    try store.checkIntegrity()
  }

  @Test("A commit that fails in its last part leaves nothing behind")
  func allOrNothing() throws {
    let store = try Store.inMemory()
    _ = try store.append([dated("a"), dated("b", at: day)])
    try store.close(Night(day: 0))
    _ = try store.append([dated("late", at: 5)])
    _ = try store.record([StoredVerdict(requestID: "a", label: .fraudulent, labelledAt: Instant(seconds: 1))])
    let verdict = try #require(try store.pendingVerdicts(before: Instant(seconds: day)).first?.id)

    var good = try store.commit(Night(day: 1))
    good.lateRequestIDs = ["late"]
    good.scores.append(judgement(of: request("late"), night: Night(day: 0)))
    good.state = [StateChange(key: "k", bytes: [1])]
    good.takenVerdicts = [verdict]
    good.settings = ["model": "m2"]
    // The link of the chain is written last, and must be new.
    var bad = good
    bad.night.digests.chain = good.night.digests.previousChain
    #expect(throws: StoreError.self) { try store.commitNight(bad) }

    #expect(try store.closedThrough() == Night(day: 0))
    #expect(try store.scores(of: Night(day: 1)).isEmpty)
    #expect(try store.lateRequests().count == 1)
    #expect(try store.stateValue("k", before: Night(day: 9)) == nil)
    #expect(try store.pendingVerdicts(before: Instant(seconds: day)).count == 1)
    #expect(try store.setting("model") == nil)

    try store.commitNight(good)
    #expect(try store.scores(closedWith: Night(day: 1)).map(\.requestID) == ["late", "b"])
    #expect(try store.scores(closedWith: Night(day: 0)).map(\.requestID) == ["a"])
    #expect(try store.score(of: "late")?.isLate == true)
    #expect(try store.stateValue("k", before: Night(day: 9))?.bytes == [1])
    #expect(try store.verdicts(betweenCloses: Night(day: 1)...Night(day: 1)).count == 1)
  }

  @Test("Nights close in order and once")
  func order() throws {
    let store = try Store.inMemory()
    _ = try store.append([dated("a"), dated("b", at: 3 * day)])
    let early = try store.commit(Night(day: 3))
    #expect(throws: StoreError.outOfOrder(Night(day: 3))) { try store.commitNight(early) }
    let first = try store.commit(Night(day: 0))
    try store.commitNight(first)
    #expect(throws: StoreError.outOfOrder(Night(day: 0))) { try store.commitNight(first) }
    // An empty night may close before the next with requests.
    try store.close(Night(day: 2))
    try store.close(Night(day: 3))
    #expect(try store.nights(in: Night(day: 0)...Night(day: 9)).map(\.night.day) == [0, 2, 3])
  }

  @Test("A row that came between reading and closing stops the close")
  func changedNight() throws {
    let store = try Store.inMemory()
    _ = try store.append([dated("a")])
    let commit = try store.commit(Night(day: 0))
    _ = try store.append([dated("b")])
    #expect(throws: StoreError.nightChanged(Night(day: 0))) { try store.commitNight(commit) }
  }

  @Test("A commit that continues another chain, or judges unknown rows, is refused")
  func foreignCommits() throws {
    let store = try Store.inMemory()
    _ = try store.append([dated("a"), dated("b", at: day)])
    try store.close(Night(day: 0))
    var broken = try store.commit(Night(day: 1))
    broken.night.digests.previousChain = [0]
    #expect(throws: StoreError.chainBroken(Night(day: 1))) { try store.commitNight(broken) }
    for id in ["nobody", "a"] {
      var foreign = try store.commit(Night(day: 1))
      foreign.scores[0].requestID = id
      #expect(throws: StoreError.unknownRequest) { try store.commitNight(foreign) }
    }
    var late = try store.commit(Night(day: 1))
    late.lateRequestIDs = ["a"]
    late.scores.append(judgement(of: request("a"), night: Night(day: 0)))
    #expect(throws: StoreError.unknownRequest) { try store.commitNight(late) }
    try store.close(Night(day: 1))
  }

  @Test("The journal of runs stands beside the nights")
  func runs() throws {
    let store = try Store.inMemory()
    let run = try store.beginRun(command: "nightly", startedAt: Instant(seconds: 5), host: "h", version: "1.0")
    let killed = try store.beginRun(command: "ingest", startedAt: Instant(seconds: 6), host: "h", version: "1.0")
    try store.endRun(run, endedAt: Instant(seconds: 9), exitStatus: 1, counts: "{\"rejected\":2}")
    let runs = try store.lastRuns(10)
    #expect(runs.map(\.id) == [killed, run])
    #expect(runs[0].endedAt == nil)
    #expect(runs[1].exitStatus == 1)
    #expect(runs[1].counts == "{\"rejected\":2}")
    #expect(try store.lastRuns(1).map(\.id) == [killed])
  }

  @Test("Settings are replaced and taken back")
  func settings() throws {
    let store = try Store.inMemory()
    try store.set("threshold", to: "80")
    try store.set("threshold", to: "90")
    #expect(try store.setting("threshold") == "90")
    try store.set("threshold", to: nil)
    #expect(try store.setting("threshold") == nil)
  }
}
