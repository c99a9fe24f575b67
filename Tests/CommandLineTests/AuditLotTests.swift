import Foundation
import Testing

/// Requests drawn by lot and verified whatever their score, and what they say of what is missed.
@Suite(.serialized) struct AuditLotTests {
  private static let truth: [String: String] = {
    let table = (try? Program.shell("gzip -dc truth.csv.gz", in: TinyLog.folder).output) ?? ""
    let rows = table.split(whereSeparator: \.isNewline).dropFirst().map { $0.split(separator: ",") }
    return Dictionary(rows.map { (String($0[0]), String($0[1])) }) { a, _ in a }
  }()

  private static let desk = Result {
    let desk = try NightDesk()
    try desk.scratch.write(TinyLog.text, to: "log.jsonl")
    try desk.closeAll("log.jsonl")
    return desk
  }

  private func draw(_ percent: String, from: String = "2024-01-01") throws -> (ids: [String], answer: [String: Any]) {
    let desk = try Self.desk.get()
    let answer = try desk.object(desk.done(desk.run("queue", "--by-lot", percent, "--from", from, "--json")).output)
    let open = try #require(answer["open"] as? [[String: Any]])
    return (open.compactMap { $0["request_id"] as? String }, answer)
  }

  @Test func `the same requests are drawn each time, a larger share holds a smaller, and nobody is told a score`()
    throws
  {
    let desk = try Self.desk.get()
    let (few, many) = (try draw("10"), try draw("40"))
    #expect(few.ids == (try draw("10")).ids)
    #expect(Set(few.ids).isSubset(of: Set(many.ids)))
    #expect(few.answer["requests"] as? Int == TinyLog.rows.count)
    #expect(few.answer["drawn"] as? Int == few.ids.count)
    // Four standard errors.
    let expected = 0.1 * Double(TinyLog.rows.count)
    #expect(abs(Double(few.ids.count) - expected) < 4 * (expected * 0.9).squareRoot())
    let text = try desk.done(desk.run("queue", "--by-lot", "10", "--from", "2024-01-01")).output
    for id in few.ids { #expect(text.contains(id)) }
    #expect(!text.contains("Score") && text.contains("\(few.ids.count) of \(TinyLog.rows.count) requests"))
    #expect((try draw("10", from: TinyLog.lastNight)).ids.count < few.ids.count)
  }

  @Test func `evaluate estimates from them what no alert led to, and leaves nights out that are not verified whole`()
    throws
  {
    let desk = try Self.desk.get()
    let drawn = try draw("40").ids
    func measured(_ labelled: [String]) throws -> [String: Double] {
      var ids = Set(labelled)
      for (id, label) in Self.truth where label == "fraudulent" && ids.count < labelled.count + 3 { ids.insert(id) }
      let rows = ids.sorted().map { "\($0),\(Self.truth[$0] ?? "legitimate"),2024-12-01T00:00:00Z,audit\n" }
      try desk.scratch.write("request_id,label,labelled_at,source\n" + rows.joined(), to: "labels.csv")
      let page = try desk.object(
        desk.done(desk.run("evaluate", "--labels", "labels.csv", "--by-lot", "40", "--json")).output)
      let groups = try #require(page["groups"] as? [[String: Any]])
      let group = try #require(groups.first { $0["caption"] as? String == "By lot" })
      var found: [String: Double] = [:]
      for row in group["rows"] as? [[String: Any]] ?? [] {
        let values = row["values"] as? [[String: Any]] ?? []
        found[row["name"] as? String ?? ""] = values.first?["estimate"] as? Double
      }
      return found
    }
    let whole = try measured(drawn)
    #expect(whole["nights"] == Double(TinyLog.nights.count))
    let quiet = try #require(whole["requests that no alert led to"])
    // An alert leads to its whole campaign.
    let scores = try Workspace.objects(desk.scratch.read("scores.jsonl"))
    let led = Set(scores.filter { $0["alert"] as? Bool == true }.compactMap { $0["campaign_id"] as? String })
    let reached = scores.filter { row in
      row["alert"] as? Bool == true || (row["campaign_id"] as? String).map(led.contains) == true
    }
    #expect(quiet == Double(scores.count - reached.count))
    #expect(reached.count > scores.count { $0["alert"] as? Bool == true })
    let (verified, forged) = (try #require(whole["drawn of them and verified"]), try #require(whole["forged of these"]))
    #expect(verified > 0 && verified < quiet)
    #expect(whole["forged requests missed"].map { abs($0 - forged / verified * quiet) < 1e-6 } == true)
    // Of the first night with a draw one is not verified: that night counts no more.
    let part = try measured(Array(drawn.dropFirst()))
    #expect(part["nights"] == Double(TinyLog.nights.count - 1))
  }

  @Test func `what cannot be drawn is said`() throws {
    let desk = try Self.desk.get()
    for arguments in [
      ["--by-lot", "0"], ["--by-lot", "101"], ["--from", "2024-01-01"], ["--by-lot", "1", "--from", "soon"],
    ] {
      #expect(try Program.run(["queue"] + arguments, in: desk.scratch.path).status == 2)
    }
    let after = try desk.run("queue", "--by-lot", "1", "--from", "2031-01-01")
    #expect(after.status == 2 && after.errors.contains("The last closed night is \(TinyLog.lastNight)"))
    let replayed = try desk.run("evaluate", "--labels", "l.csv", "--log", "log.jsonl", "--by-lot", "1")
    #expect(replayed.status == 2 && replayed.errors.contains("neither --log nor --model"))
  }
}
