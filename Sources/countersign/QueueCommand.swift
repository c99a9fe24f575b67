import ArgumentParser
import Foundation
import RequestModel
import Workflow

struct QueueCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "queue",
    abstract: "Open alerts that await a call-back, heaviest first.",
    discussion: """
      An alert leaves the queue with its verdict (countersign label).

      What was no alert nobody verifies, so nobody knows what is missed. --by-lot lists requests of the last seven \
      nights that the workspace's key draws, so many in a hundred, whatever their score; verify them too, label them \
      with --source audit, and countersign evaluate --by-lot says what they show. Keep to one percentage.

      EXAMPLE
        countersign queue
        countersign queue --json | jq '.[0].request_id'
        countersign queue --by-lot 0.5
      """)

  @Option(help: ArgumentHelp("Requests drawn by lot instead, so many in a hundred.", valueName: "percent"))
  var byLot: Double?

  @Option(help: ArgumentHelp("With --by-lot: from this night on (default: the last seven).", valueName: "date"))
  var from: String?

  @OptionGroup var common: CommonOptions

  func validate() throws {
    try AuditShare.validate(byLot)
    if let from {
      if byLot == nil { throw ValidationError("--from needs --by-lot.") }
      if Night(from) == nil { throw ValidationError("--from must be a date written YYYY-MM-DD.") }
    }
  }

  func run() throws {
    let colours = Terminal.colours(1, environment: ProcessInfo.processInfo.environment)
    let text = try common.run("queue") { options in
      guard let byLot else { return try QueueRun.run(asJSON: common.json, usesColour: colours, options: options) }
      return try QueueRun.audit(
        .init(percent: byLot, from: from.flatMap { Night($0) }), asJSON: common.json, usesColour: colours,
        options: options)
    }
    try StandardOutput.write(text)
  }
}

/// How many requests in a hundred are drawn by lot.
enum AuditShare {
  static func validate(_ percent: Double?) throws {
    if let percent, !(percent > 0 && percent <= 100) {
      throw ValidationError("--by-lot must be a percentage above 0, at most 100.")
    }
  }
}
