import Detection
import RequestModel
import Testing

@Suite struct NewKindDetectorTests {
  /// What a sender of this town never files, though nothing of it is new: every part stands in somebody's requests.
  private func unheardOf() -> Request {
    var request = LookTrial.usual()
    request.type = request.type == .emergency ? .subpoena : .emergency
    request.targets = request.targets.prefix(1).map { target in
      var out = target
      out.type = .payment
      return out
    }
    request.categories = VocabularySet([.content, .payment])
    return request
  }

  @Test func `a kind that nobody here has filed outranks the officer's own, and says so`() throws {
    let usual = try LookTrial.finding("new_kind", [LookTrial.usual()])
    let new = try LookTrial.finding("new_kind", [unheardOf()])
    #expect(new.bits > usual.bits + 0.3)
    #expect(new.observed == "a kind of request that this agency has not filed before")
  }

  @Test func `after a long silence it says so, and a kind of the sender's own weighs less than a new one`() throws {
    func late(_ request: Request) -> Request {
      var out = request
      out.receivedAt = Instant(seconds: request.receivedAt.seconds + 180 * 86_400)
      return out
    }
    let own = try LookTrial.finding("new_kind", [late(LookTrial.usual())])
    let new = try LookTrial.finding("new_kind", [late(unheardOf())])
    #expect(new.observed == "a kind of request that this agency has not filed before, after a month or more of silence")
    #expect(new.bits > own.bits)
  }

  @Test func `what a suspicious request filed first is still new when it comes again`() throws {
    let first = unheardOf()
    var second = first
    second.id += "-again"
    second.receivedAt = Instant(seconds: first.receivedAt.seconds + 600)
    let again = try LookTrial.finding("new_kind", [first, second])
    #expect(again.observed == "a kind of request that this agency has not filed before")
  }
}
