import Foundation
import Storage
import Testing

@testable import Workflow

@Suite("Reports show of a sender what the configuration allows")
struct SenderDisplayTests {
  @Test("The address, its domain, or nothing, in every form", arguments: ["full", "domain", "hidden"])
  func display(kind: String) throws {
    let room = try NightRoom()
    room.options.environment = ["COUNTERSIGN_ALERT_FLOOR_P": "0.05", "COUNTERSIGN_SENDER_DISPLAY": kind]
    try room.nightly()
    let alert = try #require(try room.store().openAlerts().first { $0.sender.contains("@") })
    let domain = try #require(alert.sender.split(separator: "@").last).lowercased()
    let night = alert.night...alert.night
    let pages = try ["report.html", "report.md", "report.json", "alerts.csv"].map {
      // Marks that would make a link are written otherwise in a page.
      try String(contentsOfFile: "\(room.path)/Reports/\(alert.night)/\($0)", encoding: .utf8)
        .replacing("&#64;", with: "@")
    }
    let exports = try ExportRun.Form.allCases.map {
      try ExportRun.run(form: $0, first: night.lowerBound, last: night.upperBound, options: room.options)
    }
    for text in pages + exports {
      #expect(text.contains(alert.sender) == (kind == "full"))
      #expect(text.contains(domain) == (kind != "hidden"))
    }
  }
}
