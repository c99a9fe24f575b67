import RequestModel
import Storage
import Testing

@Suite("Taking requests in")
struct AppendTests {
  private let day: Int64 = 86_400

  @Test("All orders, in one batch or many, leave the same row of a conflict")
  func conflictsAreOrderFree() throws {
    // The earliest arrival wins, then the smaller digest: "a" at 50 with content 2.
    let rows = [
      dated("a", at: 90_000, content: 1), dated("a", at: 50, content: 7), dated("a", at: 50, content: 2),
      dated("b", at: 70),
    ]
    var tables: Set<[DatedRequest]> = []
    var losers: Set<[StoredConflict]> = []
    for order in permutations(rows) {
      for step in [1, 4] {
        let store = try Store.inMemory()
        for start in stride(from: 0, to: order.count, by: step) {
          _ = try store.append(Array(order[start..<min(start + step, order.count)]))
        }
        tables.insert(try store.everything())
        losers.insert(try store.conflicts(in: Night(day: 0)...Night(day: 9)))
      }
    }
    #expect(tables == [[rows[2], rows[3]]])
    #expect(losers.count == 1)
    #expect(losers.first?.count == 2)
  }

  @Test("The same content twice counts once, in a batch and after it")
  func appendIsIdempotent() throws {
    let store = try Store.inMemory()
    let rows = [dated("a"), dated("b"), dated("a")]
    let first = try store.append(rows)
    #expect((first.new, first.duplicate, first.conflicting, first.late) == (2, 1, 0, 0))
    let before = try store.everything()
    let second = try store.append(rows)
    #expect((second.new, second.duplicate, second.conflicting) == (0, 3, 0))
    #expect(try store.everything() == before)
  }

  @Test("Conflicts are counted and named, the names up to a bound")
  func conflictsAreNamed() throws {
    let store = try Store.inMemory()
    let count = AppendOutcome.maximalConflictingIDs + 5
    _ = try store.append((0..<count).map { dated("r\($0)") })
    let outcome = try store.append((0..<count).map { dated("r\($0)", content: 2) })
    #expect(outcome.conflicting == count)
    #expect(outcome.conflictingIDs.count == AppendOutcome.maximalConflictingIDs)
    #expect(outcome.conflictingIDs.first == "r0")
  }

  @Test("Once a night is closed its row stays, whatever comes under its id")
  func closedRowsStay() throws {
    let store = try Store.inMemory()
    _ = try store.append([dated("a", at: 100, content: 5)])
    try store.close(Night(day: 0))
    let outcome = try store.append([dated("a", at: 50, content: 1), dated("a", at: 100, content: 1)])
    #expect(outcome.conflicting == 2)
    #expect(try store.everything() == [dated("a", at: 100, content: 5)])
  }

  @Test("A new row of a closed night is late, pending until a night teaches it, and then stays")
  func lateRows() throws {
    let store = try Store.inMemory()
    _ = try store.append([dated("a", at: 100), dated("z", at: day)])
    try store.close(Night(day: 0))
    let outcome = try store.append([dated("late", at: 10, content: 3), dated("late2", at: 5)])
    #expect((outcome.new, outcome.late) == (2, 2))
    // Pending, so the better content still wins.
    #expect(try store.append([dated("late", at: 10, content: 2)]).conflicting == 1)
    #expect(try store.lateRequests() == [dated("late2", at: 5), dated("late", at: 10, content: 2)])
    #expect(try store.requests(of: Night(day: 0)) == [request("a", at: 100)])

    var commit = try store.commit(Night(day: 1))
    commit.lateRequestIDs = ["late"]
    commit.scores.append(judgement(of: request("late"), night: Night(day: 0)))
    try store.commitNight(commit)
    #expect(try store.lateRequests() == [dated("late2", at: 5)])
    #expect(try store.lateRequests(taughtWith: Night(day: 1)) == [dated("late", at: 10, content: 2)])
    #expect(try store.append([dated("late", at: 1, content: 1)]).conflicting == 1)
    #expect(try store.request("late") == dated("late", at: 10, content: 2))
  }

  @Test("A pending row may lose to one of a closed night, in either order")
  func conflictAcrossTheClose() throws {
    let open = dated("a", at: 2 * day)
    let closed = dated("a", at: 10)
    for order in [[open, closed], [closed, open]] {
      let store = try Store.inMemory()
      _ = try store.append([dated("x", at: 0)])
      try store.close(Night(day: 0))
      for row in order { _ = try store.append([row]) }
      #expect(try store.lateRequests() == [closed])
      #expect(try store.firstPendingNight() == nil)
    }
  }

  @Test("Nights are found by what is read and what is closed")
  func nights() throws {
    let store = try Store.inMemory()
    #expect(try store.lastReadNight() == nil)
    #expect(try store.firstPendingNight() == nil)
    _ = try store.append([dated("a", at: 3 * day), dated("b", at: day), dated("c", at: 7 * day), dated("d", at: day)])
    #expect(try store.lastReadNight() == Night(day: 7))
    #expect(try store.firstPendingNight() == Night(day: 1))
    #expect(try store.pendingNights(through: Night(day: 6)) == [Night(day: 1), Night(day: 3)])
    #expect(try store.pendingNights(through: Night(day: 7)).count == 3)
    try store.close(Night(day: 1))
    #expect(try store.closedThrough() == Night(day: 1))
    #expect(try store.pendingNights(through: Night(day: 7)) == [Night(day: 3), Night(day: 7)])
  }

  @Test("Requests come by arrival, then by the bytes of the id, and page by page as in one")
  func order() throws {
    let store = try Store.inMemory()
    var generator = SeededGenerator(seed: 11)
    let rows = (0..<1500).map { i in
      // Many share an instant, so that pages end inside one; the ids sort differently as text and as bytes.
      dated("\(["é", "z", "Z", "日"][i % 4])\(i)", at: Int64(i % 7))
    }
    _ = try store.append(rows.shuffled(using: &generator))
    let expected = rows.sorted {
      ($0.request.receivedAt, $0.request.id) < ($1.request.receivedAt, $1.request.id)
        && $0.request.receivedAt != $1.request.receivedAt
        || $0.request.receivedAt == $1.request.receivedAt
          && $0.request.id.utf8.lexicographicallyPrecedes($1.request.id.utf8)
    }
    #expect(try store.requests(of: Night(day: 0)) == expected.map(\.request))
    #expect(try store.everything() == expected)
  }

  @Test("While requests stream, the store answers")
  func streamingIsReentrant() throws {
    let store = try Store.inMemory()
    _ = try store.append([dated("a"), dated("b")])
    var seen = 0
    try store.forEachRequest(from: Night(day: 0), to: Night(day: 0)) { row in
      let found = try store.request(row.request.id)
      #expect(found == row)
      seen += 1
    }
    #expect(seen == 2)
  }
}
