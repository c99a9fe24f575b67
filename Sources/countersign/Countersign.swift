import ArgumentParser
import Workflow

/// The root of the command line: names the commands and turns how they end into an exit status.
@main
struct Countersign: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "countersign",
    abstract: "Judges law-enforcement data requests by what their agency and sender did before.",
    discussion: """
      Every night it learns from the request log and hands over a short, ordered list of requests to call back about.
      It orders verification effort; it never refuses a request.

      EXAMPLE
        countersign init /srv/countersign && cd /srv/countersign
        countersign nightly /var/log/requests/*.jsonl.gz --through yesterday
      """,
    version: RunJournal.programVersion,
    subcommands: [
      InitCommand.self, IngestCommand.self, NightlyCommand.self, BacktestCommand.self, QueueCommand.self,
      LabelCommand.self, ExplainCommand.self, ReportCommand.self, ScoreCommand.self, StatusCommand.self,
      ExportCommand.self, VerifyCommand.self, ForgetCommand.self, RetainCommand.self, SimulateCommand.self,
    ])

  static func main() {
    Signals.install()
    let status = Ending.status { () throws in
      var command = try Self.parseAsRoot()
      try command.run()
    }
    Ending.exit(status)
  }
}
