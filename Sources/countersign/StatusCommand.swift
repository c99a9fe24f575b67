import ArgumentParser
import Workflow

struct StatusCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "status",
    abstract: "Nights closed, last run, backlog, open alerts, thresholds and models in force.",
    discussion: """
      EXAMPLE
        countersign status
        countersign status --json | jq -r .state_digest
      """)

  @OptionGroup var common: CommonOptions

  func run() throws {
    let text = try common.run("status") { try StatusRun.run(asJSON: common.json, options: $0) }
    try StandardOutput.write(text)
  }
}
