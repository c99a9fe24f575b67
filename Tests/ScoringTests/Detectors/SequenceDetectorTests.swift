import Detection
import RequestModel
import Testing

@Suite struct SequenceDetectorTests {
  /// A request `hours` after the officer's usual one.
  private func later(_ hours: Int64, _ change: (inout Request) -> Void = { _ in }) -> Request {
    var out = LookTrial.usual()
    out.id += "-\(hours)"
    out.receivedAt = Instant(seconds: out.receivedAt.seconds + hours * 3_600)
    change(&out)
    return out
  }

  private func harvest(_ request: inout Request) {
    request.type = .emergency
    request.targets = (0..<12).map {
      Target(type: .username, value: Pseudonym(high: 3, low: UInt64(900 + $0)), country: "")
    }
  }

  @Test func `a harvest after a probe outranks another small question, and says what it follows`() throws {
    let probe = later(0) { $0.type = .emergency }
    let again = try LookTrial.finding("sequence", [probe, later(2) { $0.type = .emergency }])
    let harvest = try LookTrial.finding("sequence", [probe, later(2, harvest)])
    #expect(harvest.bits > again.bits + 0.3)
    #expect(harvest.observed == "an emergency for many targets after an emergency for few targets")
  }

  @Test func `what was sent in closed nights counts as well as what was sent tonight`() throws {
    let found = try LookTrial.finding("sequence", [later(0, harvest)])
    #expect(found.observed?.hasPrefix("an emergency for many targets after ") == true)
  }

  @Test func `after more than a month the last request says nothing`() throws {
    let found = try LookTrial.finding("sequence", [later(40 * 24, harvest)])
    #expect(found.silence == Abstention.noHistory.rawValue)
    #expect(found.bits == 0)
  }

  @Test func `every step after every other stands in the prior, and what may follow one sums to one`() {
    for last in Stage.allCases {
      let sum = Stage.allCases.map { stage in
        ForgerModel.documented.probability(
          "sequence", "\(stage.name)_after_\(last.name)", otherwise: .nan)[0]
      }.reduce(0, +)
      #expect(abs(sum - 1) < 1e-12, "\(last)")
    }
  }
}
