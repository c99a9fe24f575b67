import ArgumentParser
import Foundation
import Workflow

struct QueueCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "queue",
    abstract: "Open alerts that await a call-back, heaviest first.",
    discussion: """
      An alert leaves the queue with its verdict (countersign label).

      EXAMPLE
        countersign queue
        countersign queue --json | jq '.[0].request_id'
      """)

  @OptionGroup var common: CommonOptions

  func run() throws {
    let colours = Terminal.colours(1, environment: ProcessInfo.processInfo.environment)
    let text = try common.run("queue") { try QueueRun.run(asJSON: common.json, usesColour: colours, options: $0) }
    try StandardOutput.write(text)
  }
}
