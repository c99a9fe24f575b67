import ArgumentParser
import RequestModel
import Workflow

struct BacktestCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "backtest",
    abstract: "Judge a whole log from nothing, as if every night had been closed in its time.",
    discussion: """
      Needs no workspace and keeps nothing. Every request is judged against the nights before it.

      EXAMPLE
        countersign backtest --log requests.jsonl.gz --scores scores.jsonl
      """)

  @Option(
    name: .customLong("log"), parsing: .upToNextOption,
    help: ArgumentHelp("Log files; - is standard input.", valueName: "file"))
  var logs: [String]

  @Option(help: ArgumentHelp("Where the scores are written: JSONL, or CSV by the ending.", valueName: "file"))
  var scores: String?

  @Option(help: ArgumentHelp("Where rejected rows are written.", valueName: "file"))
  var rejects: String?

  @Option(help: ArgumentHelp("The first night whose scores are written (YYYY-MM-DD).", valueName: "date"))
  var from: String?

  @OptionGroup var common: CommonOptions

  func run() throws {
    var request = BacktestRun.Request()
    request.logs = logs
    request.scores = scores
    request.rejects = rejects
    if let from {
      guard let night = Night(from) else { throw ValidationError("--from must be a date such as 2024-03-31.") }
      request.from = night
    }
    let outcome = try common.run("backtest") { options in
      let outcome = try BacktestRun.run(request, options: options)
      for line in outcome.intake.lines { options.say(line) }
      options.say("\(outcome.requests) requests in \(outcome.nights) nights judged; \(outcome.alerts) alerts.")
      return outcome
    }
    if outcome.intake.tally.hasLosses { throw Finished(status: .rowsRejected) }
  }
}
