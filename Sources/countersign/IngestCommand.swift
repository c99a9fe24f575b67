import ArgumentParser
import Workflow

struct IngestCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "ingest",
    abstract: "Takes log files into the store; nothing is scored.",
    discussion: """
      Reads .jsonl, .ndjson and .csv, plain or packed (.gz, .zst). A row that the store has already counts once, so the \
      same file may come again. Rejected rows are in the rejects file, with line, field, reason and remedy; the exit \
      status is 1 then.

      EXAMPLE
        countersign ingest /var/log/requests/2024-03-*.jsonl.gz
        zcat old.csv.gz | countersign ingest -
      """)

  @Argument(help: ArgumentHelp("Log files; - is standard input.", valueName: "file"))
  var files: [String]

  @Option(help: ArgumentHelp("Where rejected rows are written (default: beside the store).", valueName: "file"))
  var rejects: String?

  @OptionGroup var common: CommonOptions

  func run() throws {
    let outcome = try common.run("ingest") { options in
      let outcome = try IngestRun.run(files: files, rejects: rejects, options: options)
      for line in outcome.lines { options.say(line) }
      return outcome
    }
    if common.json { try StandardOutput.write(outcome.json) }
    if outcome.tally.hasLosses { throw Finished(status: .rowsRejected) }
  }
}
