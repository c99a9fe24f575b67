import ArgumentParser
import Workflow

struct ScoreCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "score",
    abstract: "What-if: judges logs against the store's baselines and learns nothing.",
    discussion: """
      Writes the rows of a scores file to standard output, JSON Lines. The store is not changed.

      EXAMPLE
        countersign score --log today.jsonl | jq -c 'select(.alert) | [.request_id, .score]'
      """)

  @Option(parsing: .upToNextOption, help: ArgumentHelp("Log files; - is standard input.", valueName: "file"))
  var log: [String]

  @Option(help: ArgumentHelp("Where rejected rows are written (default: beside the store).", valueName: "file"))
  var rejects: String?

  @OptionGroup var common: CommonOptions

  func validate() throws {
    if log.isEmpty { throw ValidationError("Name at least one file with --log.") }
  }

  func run() throws {
    let outcome = try common.run("score") { options in
      let outcome = try ScoreRun.run(logs: log, rejects: rejects, options: options) { text throws in
        try StandardOutput.write(text)
      }
      for line in outcome.intake.lines { options.say(line) }
      return outcome
    }
    if outcome.intake.tally.hasLosses { throw Finished(status: .rowsRejected) }
  }
}
