import ArgumentParser
import RequestModel
import Workflow

struct NightlyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "nightly",
    abstract: "The cron job: takes logs in, closes every complete night, scores, alerts, learns, reports.",
    discussion: """
      A night that was missed is caught up; run again, it changes nothing. Without --through, every night before the \
      last one that rows were read for is closed.

      EXAMPLE
        countersign nightly /var/log/requests/2024-03-01.jsonl.gz --through yesterday
        countersign nightly --through 2024-03-01 --scores scores.csv
      """)

  @Argument(help: ArgumentHelp("Log files to take in first; - is standard input.", valueName: "file"))
  var files: [String] = []

  @Option(help: ArgumentHelp("Close up to this night, or to yesterday's.", valueName: "date|yesterday"))
  var through: String?

  @Option(
    help: ArgumentHelp("One file for the scores of this run (default: Reports/NIGHT/scores.jsonl).", valueName: "file"))
  var scores: String?

  @Option(help: ArgumentHelp("Where rejected rows are written (default: beside the store).", valueName: "file"))
  var rejects: String?

  @Flag(help: "Exit with 10 where a night that was closed has an alert.")
  var failOnAlert = false

  @Flag(help: "Add the warm-up budgets of the ten agencies that are easiest to poison to the last night's report.")
  var warmUp = false

  @OptionGroup var common: CommonOptions

  private var extent: NightlyRun.Extent? {
    switch through {
    case nil: .complete
    case "yesterday": .yesterday
    case let date?: Night(date).map { .through($0) }
    }
  }

  func validate() throws {
    if extent == nil { throw ValidationError("--through must be a date written YYYY-MM-DD, or yesterday.") }
  }

  func run() throws {
    let outcome = try common.run("nightly") { options in
      let outcome = try NightlyRun.run(
        files: files, extent: extent ?? .complete, scores: scores, rejects: rejects, warmUp: warmUp,
        options: options)
      for line in outcome.lines { options.say(line) }
      return outcome
    }
    if common.json { try StandardOutput.write(outcome.json) }
    if failOnAlert && outcome.hasAlerts { throw Finished(status: .alerts) }
    if outcome.intake.tally.hasLosses { throw Finished(status: .rowsRejected) }
  }
}
