import ArgumentParser
import Workflow

struct RetainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "retain",
    abstract: "Applies the retention rules of the configuration.",
    discussion: """
      Deletes the kept text of requests past text_days, drops their whole content past request_days, the details of \
      scores past score_days, and the state that no late row can need. Scores, digests and the chain of nights stay.

      EXAMPLE
        countersign retain
      """)

  @OptionGroup var common: CommonOptions

  func run() throws {
    let outcome = try common.run("retain") { options in
      let outcome = try RetainRun.run(options: options)
      options.say(outcome.line)
      return outcome
    }
    if common.json { try StandardOutput.write(outcome.json) }
  }
}
