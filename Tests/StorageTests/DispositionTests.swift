import RequestModel
import Storage
import Testing

@Suite("What was done with a request")
struct DispositionTests {
  private func batch(_ rows: [(DatedRequest, StoredDisposition?)], text: [UInt8]? = nil) -> RequestBatch {
    var builder = RequestBatchBuilder()
    for (row, said) in rows { builder.append(row.request, night: row.night, disposition: said, text: text) }
    return builder.finish()
  }

  private let pending = StoredDisposition(.pending, at: nil)
  private let disclosed = StoredDisposition(.disclosed, at: Instant(seconds: 50))
  private let rejected = StoredDisposition(.rejected, at: Instant(seconds: 90))

  @Test("A later file updates it without a conflict, and every order of files leaves the same")
  func orderFree() throws {
    for order in permutations([pending, disclosed, rejected]) {
      let store = try Store.inMemory()
      var outcome = AppendOutcome()
      for said in order { outcome += try store.append([batch([(dated("a"), said)])]) }
      #expect((outcome.new, outcome.duplicate, outcome.conflicting) == (1, 2, 0))
      #expect(try store.dispositions(of: "a") == [rejected, disclosed, pending])
      #expect(try store.everything() == [dated("a")])
    }
  }

  @Test("The same word twice stands once; a request without one has none")
  func idempotent() throws {
    let store = try Store.inMemory()
    for _ in 0..<2 { _ = try store.append([batch([(dated("a"), disclosed), (dated("b"), nil)])]) }
    #expect(try store.dispositions(of: "a") == [disclosed])
    #expect(try store.dispositions(of: "b").isEmpty)
    #expect(try store.dispositions(of: "nobody").isEmpty)
  }

  @Test("It stands with the request whichever content wins a conflict, and after the night is closed")
  func besideTheContent() throws {
    let store = try Store.inMemory()
    _ = try store.append([batch([(dated("a", at: 9, content: 1), pending)])])
    _ = try store.append([batch([(dated("a", at: 5, content: 2), disclosed)])])
    try store.close(Night(day: 0))
    _ = try store.append([batch([(dated("a", at: 1, content: 3), rejected)])])
    #expect(try store.dispositions(of: "a") == [rejected, disclosed, pending])
    #expect(try store.everything() == [dated("a", at: 5, content: 2)])
  }

  @Test("Kept text goes with its request's content, by retention alone, and where a subject is erased")
  func texts() throws {
    let store = try Store.inMemory()
    let day: Int64 = 86_400
    _ = try store.append([batch([(dated("a", content: 2), nil), (dated("b", at: day), nil)], text: [1, 2])])
    // Content that wins brings its own text, or none.
    _ = try store.append([batch([(dated("a", content: 1), nil)], text: [3])])
    #expect(try store.text(of: "a") == [3])
    #expect(try store.text(of: "b") == [1, 2])
    #expect(try store.text(of: "nobody") == nil)
    #expect(try store.dropTexts(before: Night(day: 9)).texts == 0)
    try store.close(Night(day: 0))
    #expect(try store.dropTexts(before: Night(day: 0)).texts == 0)
    #expect(try store.dropTexts(before: Night(day: 9)).texts == 1)
    #expect(try store.text(of: "a") == nil)
    #expect(try store.request("a") == dated("a", content: 1))
    #expect(try store.forget(sender: "officer@police.example").texts == 1)
    #expect(try store.text(of: "b") == nil)
    try store.checkIntegrity()
  }
}
