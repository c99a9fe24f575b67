import Foundation
import RequestModel
import Testing

@testable import Storage

@Suite("Erasing and retaining")
struct ErasureTests {
  private let subject = Pseudonym(high: 7, low: 7)

  private func store() throws -> Store {
    let store = try Store.inMemory()
    var asked = dated("asked", at: 3)
    asked.request.targets = [Target(type: .phone, value: subject, country: "")]
    _ = try store.append([dated("mine", sender: "me@x.example"), dated("other", at: 2), asked])
    var commit = try store.commit(Night(day: 0), isAlert: true)
    for i in commit.scores.indices { commit.scores[i].reasons = "[\"\(commit.scores[i].sender)\"]" }
    commit.state = [.init(key: "sender:me@x.example", bytes: [1]), .init(key: "sender:else", bytes: [1])]
    try store.commitNight(commit)
    _ = try store.append([dated("open", at: 90_000, sender: "me@x.example")])
    _ = try store.record([
      StoredVerdict(requestID: "mine", label: .fraudulent, labelledAt: Instant(seconds: 1), note: "me, by telephone")
    ])
    return store
  }

  @Test("A sender is erased everywhere, and what the chain is made of stays")
  func forgetSender() throws {
    let store = try store()
    let digests = try store.requestDigests(closedWith: Night(day: 0))
    let scores = try store.scores(of: Night(day: 0))
    let outcome = try store.forget(sender: "me@x.example", stateKeys: ["sender:me@x.example"])
    #expect((outcome.requests, outcome.scores, outcome.stateVersions) == (2, 1, 1))
    #expect(try store.request("mine") == nil)
    #expect(try store.requests(of: Night(day: 0)).map(\.id) == ["other", "asked"])
    let after = try store.score(of: "mine")
    #expect(after?.sender == "")
    #expect(after?.reasons == nil)
    #expect(try store.scores(of: Night(day: 0)).map(\.digest) == scores.map(\.digest))
    #expect(try store.scores(of: Night(day: 0)).map(\.evidence) == scores.map(\.evidence))
    let left = try store.requestDigests(closedWith: Night(day: 0))
    #expect(left.map(\.digest) == digests.map(\.digest))
    #expect(left.map(\.isErased) == [true, false, false])
    #expect(try store.verdictHistory(of: "mine").map(\.note) == [""])
    #expect(try store.stateValue("sender:else", before: Night(day: 9)) != nil)
    try store.checkIntegrity()
  }

  @Test("An erased request stays erased when its log is read again, and its night can close without it")
  func erasedStaysErased() throws {
    let store = try store()
    _ = try store.forget(sender: "me@x.example")
    let again = try store.append([
      dated("mine", sender: "me@x.example"), dated("open", at: 90_000, sender: "me@x.example"),
    ])
    #expect(again.duplicate == 2)
    #expect(try store.append([dated("open", at: 86_500)]).conflicting == 1)
    #expect(try store.request("open") == nil)
    try store.close(Night(day: 1))
    #expect(try store.scores(of: Night(day: 1)).isEmpty)
    #expect(try store.requestDigests(closedWith: Night(day: 1)).isEmpty)
  }

  @Test("A target is erased from every request that asks about it")
  func forgetTarget() throws {
    let store = try store()
    #expect(try store.forget(target: subject).requests == 1)
    #expect(try store.request("asked") == nil)
    #expect(try store.request("mine") != nil)
    #expect(try store.forget(target: subject).requests == 0)
  }

  @Test("No byte of an erased sender is left in the file after it is compacted")
  func bytesAreGone() throws {
    let path = NSTemporaryDirectory() + "countersign-tests-" + UUID().uuidString
    defer { for suffix in ["", "-wal", "-shm"] { try? FileManager.default.removeItem(atPath: path + suffix) } }
    func holdsName() -> Bool {
      ["", "-wal"].contains { suffix in
        guard let data = FileManager.default.contents(atPath: path + suffix) else { return false }
        return data.range(of: Data("me@x.example".utf8)) != nil
      }
    }
    let store = try Store.open(path: path)
    _ = try store.append([dated("mine", sender: "me@x.example"), dated("other")])
    try store.close(Night(day: 0))
    #expect(holdsName())
    _ = try store.forget(sender: "me@x.example")
    try store.compact()
    #expect(!holdsName())
    #expect(try store.everything() == [dated("other")])
  }

  @Test("Retention drops features of taught requests before its night, and details of scores, once")
  func retention() throws {
    let store = try store()
    #expect(try store.dropFeatures(before: Night(day: 0)).requests == 0)
    #expect(try store.dropFeatures(before: Night(day: 9)).requests == 3)
    #expect(try store.dropFeatures(before: Night(day: 9)).requests == 0)
    #expect(try store.requests(of: Night(day: 1)).map(\.id) == ["open"])
    let evidence = try store.scores(of: Night(day: 0)).map(\.evidence)
    #expect(try store.dropScoreDetails(before: Night(day: 1)).scores == 3)
    #expect(try store.dropScoreDetails(before: Night(day: 1)).scores == 0)
    let scores = try store.scores(of: Night(day: 0))
    #expect(scores.map(\.evidence) == evidence)
    #expect(scores.allSatisfy { $0.contributions.isEmpty && $0.reasons == nil })
    // A sender is found in the scores even where the features are gone.
    #expect(try store.forget(sender: "me@x.example").scores == 1)
  }
}
