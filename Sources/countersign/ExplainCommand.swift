import ArgumentParser
import Foundation
import Workflow

struct ExplainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract: "One request: every look, observed, expected, sample, contribution, what would change the verdict.",
    discussion: """
      The contributions sum to the evidence exactly. Where the state of the night is kept no more (late_days), the \
      contributions stand without their sentences. With --warm-up it plays, on a copy of the agency's state, how many \
      quiet requests a thief would have to plant from its busiest account before a reference forgery passes.

      EXAMPLE
        countersign explain REQ-00001234
        countersign explain REQ-00001234 --json | jq .reasons
        countersign explain REQ-00001234 --text
        countersign explain --warm-up de-00016
      """)

  @Argument(help: ArgumentHelp("The request.", valueName: "request-id"))
  var requestID: String?

  @Option(help: ArgumentHelp("The warm-up budget of an agency, instead of a request.", valueName: "agency-id"))
  var warmUp: String?

  @Flag(help: "What the request says, too, where keep_text kept it; the journal of runs notes that it was shown.")
  var text = false

  @OptionGroup var common: CommonOptions

  func validate() throws {
    if (requestID == nil) == (warmUp == nil) { throw ValidationError("Name a request, or an agency with --warm-up.") }
    if text, requestID == nil { throw ValidationError("--text shows what a request says: name the request.") }
  }

  func run() throws {
    let colours = Terminal.colours(1, environment: ProcessInfo.processInfo.environment)
    let answer = try common.run("explain") { options in
      guard let requestID else {
        return try WarmUpRun.run(
          agencyID: warmUp ?? "", asJSON: common.json, usesColour: colours, options: options)
      }
      return try ExplainRun.run(
        requestID: requestID, showsText: text, asJSON: common.json, usesColour: colours, options: options)
    }
    try StandardOutput.write(answer.hasSuffix("\n") ? answer : answer + "\n")
  }
}
