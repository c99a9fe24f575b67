import ArgumentParser
import Foundation
import Workflow

struct ExplainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract: "One request: every look, observed, expected, sample, contribution, what would change the verdict.",
    discussion: """
      The contributions sum to the evidence exactly. Where the state of the night is kept no more (late_days), the
      contributions stand without their sentences.

      EXAMPLE
        countersign explain REQ-00001234
        countersign explain REQ-00001234 --json | jq .reasons
      """)

  @Argument(help: ArgumentHelp("The request.", valueName: "request-id"))
  var requestID: String

  @OptionGroup var common: CommonOptions

  func run() throws {
    let colours = Terminal.colours(1, environment: ProcessInfo.processInfo.environment)
    let text = try common.run("explain") { options in
      try ExplainRun.run(requestID: requestID, asJSON: common.json, usesColour: colours, options: options)
    }
    try StandardOutput.write(text.hasSuffix("\n") ? text : text + "\n")
  }
}
