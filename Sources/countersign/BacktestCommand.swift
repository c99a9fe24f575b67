import ArgumentParser
import RequestModel
import Workflow

struct BacktestCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "backtest",
    abstract: "Judges a whole log from nothing, point in time, and keeps nothing.",
    discussion: """
      Every night is closed, the last one too. Labels act as verdicts, each from its own labelled_at on. No workspace is \
      needed.

      EXAMPLE
        countersign backtest --log requests.jsonl.gz --labels labels.csv --scores scores.jsonl --report backtest/
      """)

  @Option(parsing: .upToNextOption, help: ArgumentHelp("Log files; - is standard input.", valueName: "file"))
  var log: [String]

  @Option(help: ArgumentHelp("Labels, CSV or JSONL.", valueName: "file"))
  var labels: String?

  @Option(help: ArgumentHelp("Write only scores from this night on; earlier ones teach.", valueName: "date"))
  var from: String?

  @Option(help: ArgumentHelp("Where the scores go, JSONL or CSV by ending.", valueName: "file"))
  var scores: String?

  @Option(help: ArgumentHelp("A folder for the report.", valueName: "dir"))
  var report: String?

  @Option(help: ArgumentHelp("Where rejected rows are written.", valueName: "file"))
  var rejects: String?

  @Flag(help: "Labels serve the report only; nothing learns from them.")
  var noVerdicts = false

  @Option(help: ArgumentHelp("Train a model on the labels known at the end of this night.", valueName: "date"))
  var trainThrough: String?

  @Flag(help: "Exit with 10 where there is an alert.")
  var failOnAlert = false

  @OptionGroup var common: CommonOptions

  func validate() throws {
    if log.isEmpty { throw ValidationError("Name at least one file with --log.") }
    for (name, text) in [("--from", from), ("--train-through", trainThrough)] {
      if let text, Night(text) == nil { throw ValidationError("\(name) must be a date written YYYY-MM-DD.") }
    }
    if trainThrough != nil && labels == nil { throw ValidationError("--train-through needs --labels.") }
  }

  func run() throws {
    var plan = BacktestRun.Plan()
    plan.logs = log
    plan.labels = labels
    plan.from = from.flatMap { Night($0) }
    plan.scores = scores
    plan.report = report
    plan.rejects = rejects
    plan.usesVerdicts = !noVerdicts
    plan.trainThrough = trainThrough.flatMap { Night($0) }
    let outcome = try common.run("backtest") { options in
      let outcome = try BacktestRun.run(plan, options: options)
      for line in outcome.lines { options.say(line) }
      return outcome
    }
    if common.json { try StandardOutput.write(outcome.json) }
    if failOnAlert && outcome.alerts > 0 { throw Finished(status: .alerts) }
    if outcome.hasLosses { throw Finished(status: .rowsRejected) }
  }
}
