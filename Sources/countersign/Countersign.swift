import ArgumentParser
import Workflow

/// The root of the command line: names the commands and turns how they end into an exit status.
@main
struct Countersign: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "countersign",
    abstract: "Judges law-enforcement data requests by what their agency and sender did before.",
    discussion: """
      Every night it learns from the request log and hands over a short, ordered list of requests to call back about. \
      It orders verification effort; it never refuses a request.

      EXAMPLE
        countersign init /srv/countersign && cd /srv/countersign
        countersign nightly /var/log/requests/*.jsonl.gz --through yesterday
      """,
    version: RunJournal.programVersion,
    subcommands: [ManualCommand.self],
    groupedSubcommands: [
      CommandGroup(
        name: "Every night",
        subcommands: [InitCommand.self, IngestCommand.self, NightlyCommand.self, StatusCommand.self]),
      CommandGroup(
        name: "The desk",
        subcommands: [
          QueueCommand.self, ExplainCommand.self, LabelCommand.self, ReportCommand.self, ExportCommand.self,
        ]),
      CommandGroup(
        name: "Learning and measuring",
        subcommands: [
          BacktestCommand.self, ScoreCommand.self, TrainCommand.self, TuneCommand.self, EvaluateCommand.self,
          SimulateCommand.self,
        ]),
      CommandGroup(
        name: "Keeping", subcommands: [VerifyCommand.self, ForgetCommand.self, RetainCommand.self]),
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
