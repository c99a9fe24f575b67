import Foundation
import Ingestion
import RequestModel
import Scoring
import Storage
import Testing

@testable import Workflow

/// What the store keeps beside the judgements, and what it can prove of them later.
@Suite struct KeepingTests {
  private func row(_ id: String, _ more: String) -> String {
    """
    {"request_id":"\(id)","received_at":"2024-03-01T08:00:00Z","channel":"portal","request_type":"subpoena",\
    "agency_id":"a","sender_id":"s","targets":[]\(more)}

    """
  }

  @Test func `a disposition that a later file brings updates the request and is no conflict`() throws {
    let room = try NightRoom()
    let first = try room.write(row("r", #","disposition":"pending""#), to: "1.jsonl")
    let second = try room.write(
      row("r", #","disposition":"rejected","disposition_at":"2024-03-04T00:00:00Z""#), to: "2.jsonl")
    _ = try IngestRun.run(files: [first], rejects: nil, options: room.options)
    let again = try IngestRun.run(files: [second], rejects: nil, options: room.options)
    #expect((again.tally.accepted.duplicate, again.tally.accepted.conflicting) == (1, 0))
    let said = try room.store().dispositions(of: "r")
    #expect(said.map(\.disposition) == [.rejected, .pending])
    #expect(said.map(\.at) == [Instant(seconds: 1_709_510_400), nil])
  }

  @Test func `the text is kept where the configuration asks for it, and goes when its days are over`() throws {
    let room = try NightRoom()
    let file = try room.write(row("r", #","subject":"Grüße","body":"Zeile 1\nZeile 2""#), to: "log.jsonl")
    _ = try IngestRun.run(files: [file], rejects: nil, options: room.options)
    #expect(try room.store().text(of: "r") == nil)

    let keeping = try NightRoom()
    keeping.options.environment["COUNTERSIGN_KEEP_TEXT"] = "true"
    keeping.options.environment["COUNTERSIGN_TEXT_DAYS"] = "1"
    let other = try keeping.write(row("q", "").replacing("2024-03-01", with: "2024-03-02"), to: "other.jsonl")
    let same = try keeping.write(row("r", #","subject":"Grüße","body":"Zeile 1\nZeile 2""#), to: "log.jsonl")
    try keeping.nightly(through: Night("2024-03-01")!, files: [same])
    let packed = try #require(try keeping.store().text(of: "r"))
    let text = try #require(PackedText.unpack(packed))
    #expect(text.subject == "Grüße")
    #expect(text.body == "Zeile 1\nZeile 2")
    _ = try RetainRun.run(options: keeping.options)
    #expect(try keeping.store().text(of: "r") != nil)
    try keeping.nightly(through: Night("2024-03-02")!, files: [other])
    _ = try RetainRun.run(options: keeping.options)
    #expect(try keeping.store().text(of: "r") == nil)
    #expect(try keeping.store().request("r")?.request.wording != nil)
  }

  @Test func `explain shows the kept text behind a bar, escaped, and the journal notes it`() throws {
    let room = try NightRoom()
    room.options.environment["COUNTERSIGN_KEEP_TEXT"] = "true"
    let body = #"Zeile 1\r\nZeile 2\u001b[2J\u202e rot\n\nWhy, in bits"#
    let rows = row("r", ",\"subject\":\"Grüße\",\"body\":\"\(body)\"") + row("q", "")
    try room.nightly(through: Night("2024-03-01")!, files: [room.write(rows, to: "log.jsonl")])
    room.options.command = "explain"
    func explain(_ id: String, asJSON: Bool = false) throws -> String {
      try ExplainRun.run(
        requestID: id, showsText: true, asJSON: asJSON, usesColour: false, options: room.options)
    }
    let shown = try explain("r")
    for line in ["  | Subject: Grüße", "  | Zeile 1", "  | Zeile 2\u{FFFD}[2J\u{FFFD} rot", "  | Why, in bits"] {
      #expect(shown.split(separator: "\n").contains(Substring(line)), "\(line)")
    }
    #expect(!shown.contains("\u{1b}") && !shown.contains("\u{202e}") && !shown.contains("\r"))
    #expect(try explain("q").contains("Not kept"))
    let json = try explain("r", asJSON: true)
    let object = try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any]
    let wording = object?["wording"] as? [String: Any]
    #expect(wording?["body"] as? String == "Zeile 1\r\nZeile 2\u{1b}[2J\u{202e} rot\n\nWhy, in bits")
    #expect(try explain("q", asJSON: true).contains("\"wording\": null"))
    let plain = try ExplainRun.run(requestID: "r", asJSON: false, usesColour: false, options: room.options)
    #expect(!plain.contains("Zeile"))
    let runs = try room.store().lastRuns(20).filter { $0.command == "explain" }
    #expect(runs.count == 4)
    #expect(runs.allSatisfy { $0.counts?.contains("texts_shown") == true })
  }

  @Test func `verify makes the state of every kept night again, and names the one that was changed`() throws {
    let room = try NightRoom()
    try room.nightly()
    func states() throws -> [VerifyRun.Replay: Int] {
      let outcome = try VerifyRun.run(replay: 0, options: room.options)
      #expect(outcome.isWhole == (outcome.states[.mismatch] == nil))
      return outcome.states
    }
    #expect(try states() == [.same: 28])
    let store = try room.store()
    let night = Night("2024-01-20")!
    let sender = try #require(try store.scores(of: night).first { !$0.sender.isEmpty }?.sender)
    let world = try #require(try store.stateValue("world", before: night.advanced(by: 1)))
    try store.putState([StateChange(key: "world", bytes: world.bytes + [0])], night: night)
    #expect(try states() == [.same: 27, .mismatch: 1])
    try store.putState([StateChange(key: "world", bytes: world.bytes)], night: night)
    _ = try ForgetRun.run(.sender(sender), options: room.options)
    let after = try states()
    #expect(after[.mismatch] == nil)
    #expect((after[.erased] ?? 0) > 0)
    #expect((after[.erased] ?? 0) + (after[.same] ?? 0) == 28)
  }

  @Test func `verify compares no score with what another version of the scoring makes of its request`() throws {
    let room = try NightRoom()
    try room.nightly()
    let same = try VerifyRun.run(replay: 7, options: room.options)
    #expect(same.replayed == [.same: 7])
    let other = try VerifyRun.run(replay: 7, options: room.options, version: ScoringVersion.current + 1)
    #expect(other.replayed == [.otherVersion: 7])
    #expect(other.isWhole)
  }

  @Test func `a verdict restates what the account sent since, beside the scores and once`() throws {
    let room = try NightRoom()
    let before = Night("2024-01-26")!
    try room.nightly(through: before)
    let store = try room.store()
    // The account whose later requests owe most to what it sent before.
    var raised: [StoredScore] = []
    try store.forEachNightOfScores(from: Night("2024-01-15")!, to: before) { _, scores in
      raised += scores.filter { score in
        score.contributions.contains { $0.detector == "sender_state" && $0.units > 1 << 21 }
      }
    }
    let late = try #require(raised.max { $0.evidence < $1.evidence })
    let earlier = try store.scores(
      ofSender: late.sender, agency: late.agencyID, in: Night("2024-01-01")!...late.night
    ).filter { $0.requestID != late.requestID && $0.receivedAt <= late.receivedAt }
    let labels = earlier.map { "\($0.requestID),legitimate,2024-01-27T12:00:00Z,callback\n" }.joined()
    let file = try room.write("request_id,label,labelled_at,source\n" + labels, to: "labels.csv")
    _ = try LabelRun.run(file: file, options: room.options)
    try room.nightly()
    let found = try store.restatements(of: late.requestID)
    #expect(found.count == 1)
    #expect(found.first?.oldEvidence == late.evidence)
    #expect((found.first?.newEvidence ?? .max) < late.evidence - 1 << 20)
    #expect(found.first?.why.contains("cleared") == true)
    #expect(try store.score(of: late.requestID) == late)
    try room.nightly()
    #expect(try store.restatements(of: late.requestID) == found)
    let report = try String(contentsOfFile: room.path + "/Reports/2024-01-27/report.json", encoding: .utf8)
    #expect(report.contains("cleared"))
  }
}
