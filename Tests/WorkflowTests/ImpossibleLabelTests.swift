import Foundation
import RequestModel
import Storage
import Testing

@testable import Workflow

/// Labels that are dated before their own request, or in the future.
@Suite struct ImpossibleLabelTests {
  private let received = Instant(seconds: 1_709_287_200)  // 2024-03-01T10:00:00Z

  private func label(_ seconds: Int64) -> StoredVerdict {
    StoredVerdict(requestID: "R1", label: .fraudulent, labelledAt: Instant(seconds: received.seconds + seconds))
  }

  private func found(_ seconds: Int64, received: Instant? = nil, now: Instant? = nil) -> ImpossibleLabel? {
    ImpossibleLabel(line: 7, label: label(seconds), received: received, now: now)
  }

  @Test(arguments: [0, 1, 600, 601, 86_400] as [Int64]) func `clocks may differ by ten minutes, and no more`(
    seconds: Int64
  ) {
    #expect((found(-seconds, received: received) == nil) == (seconds <= 600))
    #expect((found(seconds, now: received) == nil) == (seconds <= 600))
    // Late labels and labels of long ago are as they should be.
    #expect(found(seconds, received: received) == nil)
    #expect(found(-seconds, now: received) == nil)
    #expect(found(-seconds) == nil, "nothing is known to hold it against")
  }

  @Test func `it names the line, the request, both instants and what to do`() throws {
    let early = try #require(found(-3_600, received: received))
    let one = try #require(ImpossibleLabel.description(of: [early]))
    #expect(
      one == "1 label is dated before its own request; the first is line 7, labelled at 2024-03-01T09:00:00Z, where "
        + "request “R1” came at 2024-03-01T10:00:00Z. Correct labelled_at (an offset that was lost, a day without its "
        + "time), or leave such rows out.")
    #expect(ImpossibleLabel.description(of: [early, early])?.hasPrefix("2 labels are dated before their own") == true)
    let late = try #require(found(7_200, now: received))
    #expect(ImpossibleLabel.description(of: [late])?.contains("dated in the future") == true)
    #expect(ImpossibleLabel.description(of: [late])?.contains("it is 2024-03-01T10:00:00Z now") == true)
    #expect(ImpossibleLabel.description(of: [early, late])?.hasPrefix("2 labels have a time that cannot be") == true)
    #expect(ImpossibleLabel.description(of: []) == nil)
  }

  @Test func `a file's possible rows are kept, and the others counted and named`() throws {
    let room = try NightRoom()
    try room.nightly()
    let store = try room.store()
    let requests = try ["REQ-00000097", "REQ-00000144", "REQ-00000148"].map {
      try #require(try store.request($0)?.request)
    }
    func rows(_ shift: Int64) -> String {
      requests.map { "\($0.id),legitimate,\(text($0.receivedAt.seconds + shift)),callback\n" }.joined()
    }
    let header = "request_id,label,labelled_at,source\n"
    let early = try LabelRun.run(file: room.write(header + rows(-3_600), to: "early.csv"), options: room.options)
    #expect((early.new, early.rejected) == (0, 3))
    #expect(early.problem?.contains("early.csv: 3 labels are dated before their own requests") == true)
    let future = header + "REQ-00000097,fraudulent,2999-01-01T00:00:00Z,callback\n"
    let mixed = try LabelRun.run(file: room.write(future + rows(-120), to: "mixed.csv"), options: room.options)
    #expect((mixed.new, mixed.rejected) == (3, 1))
    #expect(mixed.problem?.contains("line 2") == true)
    // Nobody knows when a request came that is not here.
    let stranger = try room.write(header + "NOBODY,fraudulent,2024-01-01T00:00:00Z,callback\n", to: "stranger.csv")
    #expect(try LabelRun.run(file: stranger, options: room.options).unknownRequest == 1)
  }

  @Test func `a backtest leaves them out, says so and goes on as without them`() throws {
    let room = try NightRoom()
    let good = "request_id,label,labelled_at,source\nREQ-00000144,fraudulent,2024-01-18T00:00:07Z,callback\n"
    func scores(_ labels: String, _ name: String) throws -> (file: Data, outcome: BacktestRun.Outcome) {
      var plan = BacktestRun.Plan()
      plan.logs = [NightRoom.tiny + "/requests.jsonl.gz"]
      plan.labels = try room.write(labels, to: "\(name).csv")
      plan.scores = room.path + "/\(name).jsonl"
      let outcome = try BacktestRun.run(plan, options: room.options)
      return (try Data(contentsOf: URL(filePath: plan.scores!)), outcome)
    }
    let plain = try scores(good, "plain")
    let early = try scores(good + "REQ-00000148,fraudulent,2023-12-31T00:00:00Z,callback\n", "early")
    #expect(early.file == plain.file)
    #expect((plain.outcome.labelsLeftOut, plain.outcome.hasLosses) == (0, false))
    #expect((early.outcome.labelsLeftOut, early.outcome.hasLosses) == (1, true))
  }

  @Test func `a verdict on a request that is dated ahead of this machine's clock is dated with it`() throws {
    let room = try NightRoom()
    let ahead = Clock.now().seconds + 7_200
    let row =
      #"{"request_id":"A","received_at":"\#(text(ahead))","channel":"phone","request_type":"other","agency_id":"a","#
      + #""targets":[]}"#
    _ = try IngestRun.run(
      files: [room.write(row + "\n", to: "ahead.jsonl")], rejects: nil, options: room.options)
    _ = try LabelRun.run(requestID: "A", isFraudulent: false, source: "callback", note: "", options: room.options)
    #expect(try room.store().verdictHistory(of: "A").map(\.labelledAt.seconds) == [ahead])
  }

  private func text(_ seconds: Int64) -> String {
    Date(timeIntervalSince1970: Double(seconds)).formatted(.iso8601)
  }
}
