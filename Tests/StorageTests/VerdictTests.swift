import RequestModel
import Storage
import Testing

@Suite("Verdicts")
struct VerdictTests {
  private func verdict(_ id: String, _ label: StoredVerdict.Label, at seconds: Int64, note: String = "")
    -> StoredVerdict
  {
    StoredVerdict(requestID: id, label: label, labelledAt: Instant(seconds: seconds), source: "callback", note: note)
  }

  @Test("The latest verdict holds, from its instant on, in any order of recording")
  func latestHolds() throws {
    let given = [
      verdict("a", .fraudulent, at: 10), verdict("a", .legitimate, at: 20), verdict("b", .legitimate, at: 15),
      verdict("b", .fraudulent, at: 15),
    ]
    for order in permutations(given) {
      let store = try Store.inMemory()
      for one in order { _ = try store.record([one]) }
      func labels(_ seconds: Int64) throws -> [String] {
        try store.verdicts(knownBy: Instant(seconds: seconds)).map { "\($0.requestID) \($0.label)" }
      }
      #expect(try labels(10) == [])
      #expect(try labels(11) == ["a fraudulent"])
      #expect(try labels(20) == ["a fraudulent", "b fraudulent"])
      #expect(try labels(21) == ["a legitimate", "b fraudulent"])
      #expect(try store.verdictHistory(of: "a").map(\.label) == [.legitimate, .fraudulent])
    }
  }

  @Test("Recording again changes nothing; an unknown request is counted, not refused")
  func recording() throws {
    let store = try Store.inMemory()
    _ = try store.append([dated("a")])
    let given = [verdict("a", .fraudulent, at: 1), verdict("later", .legitimate, at: 1)]
    let first = try store.record(given)
    #expect((first.new, first.duplicate, first.unknownRequest) == (2, 0, 1))
    let second = try store.record(given)
    #expect((second.new, second.duplicate, second.unknownRequest) == (0, 2, 0))
  }

  @Test("A close takes in the verdicts it names, once, and later closes see only new ones")
  func closes() throws {
    let store = try Store.inMemory()
    _ = try store.record([verdict("a", .fraudulent, at: 10), verdict("b", .fraudulent, at: 90_000)])
    func close(_ day: Int32) throws {
      var commit = try store.commit(Night(day: day))
      commit.takenVerdicts = try store.pendingVerdicts(before: Instant(seconds: Int64(day + 1) * 86_400)).compactMap(
        \.id)
      try store.commitNight(commit)
    }
    try close(0)
    _ = try store.record([verdict("c", .legitimate, at: 5)])
    try close(1)
    #expect(try store.verdicts(betweenCloses: Night(day: 0)...Night(day: 0)).map(\.requestID) == ["a"])
    #expect(try store.verdicts(betweenCloses: Night(day: 1)...Night(day: 1)).map(\.requestID) == ["c", "b"])
    #expect(try store.verdicts(takenThrough: Night(day: 0)).map(\.requestID) == ["a"])
    #expect(try store.verdicts(takenThrough: Night(day: 1)).map(\.requestID) == ["a", "b", "c"])
    #expect(try store.pendingVerdicts(before: Instant(seconds: 1 << 40)).isEmpty)
  }

  @Test("An alert is open until a verdict comes")
  func queue() throws {
    let store = try Store.inMemory()
    _ = try store.append([dated("a"), dated("b"), dated("c"), dated("d")])
    var commit = try store.commit(Night(day: 0))
    for (i, evidence) in [Int64(5), 9, 9, 100].enumerated() {
      commit.scores[i].evidence = evidence
      commit.scores[i].isAlert = i < 3
    }
    try store.commitNight(commit)
    #expect(try store.openAlerts().map(\.requestID) == ["b", "c", "a"])
    _ = try store.record([verdict("b", .legitimate, at: 1)])
    #expect(try store.openAlerts().map(\.requestID) == ["c", "a"])
    #expect(try store.alerts(in: Night(day: 0)...Night(day: 0)).count == 3)
    #expect(try store.alerts(in: Night(day: 1)...Night(day: 9)).isEmpty)
  }

  @Test("A campaign is forged while the verdict that holds of one of its members says so")
  func forgedCampaigns() throws {
    let store = try Store.inMemory()
    _ = try store.append([dated("a"), dated("b"), dated("c")])
    var commit = try store.commit(Night(day: 0))
    for (i, campaign) in ["one", "one", nil].enumerated() { commit.scores[i].campaignID = campaign }
    try store.commitNight(commit)
    _ = try store.record([verdict("a", .fraudulent, at: 10), verdict("c", .fraudulent, at: 10)])
    _ = try store.record([verdict("b", .legitimate, at: 15), verdict("a", .legitimate, at: 20)])
    func forged(_ seconds: Int64) throws -> Set<String> {
      try store.campaigns(ofFraudsKnownBy: Instant(seconds: seconds))
    }
    #expect(try forged(10) == [])
    #expect(try forged(11) == ["one"])
    #expect(try forged(20) == ["one"])
    #expect(try forged(21) == [])
  }
}
