import Foundation
import RequestModel
import Storage
import Testing

@testable import Workflow

/// What becomes of held requests that nobody ever gave a verdict on.
@Suite struct HoldReleaseTests {
  /// Two thieves of the small log, whose requests are all held: three agencies each.
  private static let confirmed = "c-ff56e0f5568adfec"
  private static let suspected = "c-95e451b778605d10"

  private func room(verdict: StoredVerdict.Label, on request: String, holdDays: Int) throws -> NightRoom {
    let room = try NightRoom()
    room.options.environment["COUNTERSIGN_HOLD_DAYS"] = "\(holdDays)"
    let found = StoredVerdict(
      requestID: request, label: verdict, labelledAt: Instant(seconds: Int64(Night("2024-01-18")!.day) * 86_400 + 7),
      source: "callback")
    _ = try room.store().record([found])
    return room
  }

  /// The nights after their own on which held requests of a campaign taught something.
  private func releases(of campaign: String, in room: NightRoom) throws -> [[Night]] {
    let store = try room.store()
    let nights = Night("2024-01-01")!...NightRoom.lastNight
    return try store.heldScores(in: nights).filter { $0.campaignID == campaign }.map { score in
      try store.lessons(of: score.requestID).map(\.night).filter { $0 > score.night }
    }
  }

  @Test
  func `held requests are released after hold_days, but for those of a campaign with a confirmed fraud`() throws {
    let room = try room(verdict: .fraudulent, on: "REQ-00000144", holdDays: 5)
    try room.nightly()
    let released = try releases(of: Self.suspected, in: room)
    #expect(released.count > 5)
    #expect(released.allSatisfy { $0.count == 1 })
    let kept = try releases(of: Self.confirmed, in: room)
    #expect(kept.count > 5)
    #expect(kept.allSatisfy { $0.isEmpty })
  }

  @Test
  func `a verdict that is not known yet keeps nobody, and one that clears keeps only its own`() throws {
    let room = try room(verdict: .fraudulent, on: "REQ-00000097", holdDays: 2)
    try room.nightly()
    // Held on the 11th and released on the 13th, five nights before the verdict.
    let day = Night("2024-01-18")!
    let early = try releases(of: Self.suspected, in: room).filter { nights in nights.contains { $0 < day } }
    #expect(early.count >= 5)

    let cleared = try self.room(verdict: .legitimate, on: "REQ-00000148", holdDays: 5)
    try cleared.nightly()
    let released = try releases(of: Self.confirmed, in: cleared).filter { !$0.isEmpty }
    #expect(released.count > 5)
  }

  @Test(arguments: [2, 5])
  func `the desk and a backtest release the same`(holdDays: Int) throws {
    let room = try room(verdict: .fraudulent, on: "REQ-00000144", holdDays: holdDays)
    _ = try NightlyRun.run(
      files: [NightRoom.tiny + "/requests.jsonl.gz"], extent: .through(NightRoom.lastNight),
      scores: room.path + "/nightly.jsonl", rejects: nil, options: room.options)
    var plan = BacktestRun.Plan()
    plan.logs = [NightRoom.tiny + "/requests.jsonl.gz"]
    plan.labels = try room.write(
      "request_id,label,labelled_at,source\nREQ-00000144,fraudulent,2024-01-18T00:00:07Z,callback\n", to: "labels.csv")
    plan.scores = room.path + "/backtest.jsonl"
    _ = try BacktestRun.run(plan, options: room.options)
    let nightly = try String(contentsOfFile: room.path + "/nightly.jsonl", encoding: .utf8)
    #expect(try String(contentsOfFile: room.path + "/backtest.jsonl", encoding: .utf8) == nightly)
  }

  @Test func `what links agencies waits three times as long`() throws {
    #expect(Lessons.patience(holdDays: 60, campaign: nil) == 60)
    #expect(Lessons.patience(holdDays: 60, campaign: Self.suspected) == 60)
    #expect(Lessons.patience(holdDays: 60, campaign: "l-95e451b778605d10") == 180)
  }
}
