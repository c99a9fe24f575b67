import ArgumentParser
import Workflow

struct EvaluateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "evaluate",
    abstract: "Metrics with intervals, by scenario, agency size, country and language.",
    discussion: """
      Judges the log point in time, from nothing; without --log, the requests of the store. With --against, the
      difference is measured on the same resamples.

      EXAMPLE
        countersign evaluate --labels labels.csv
        countersign evaluate --labels truth.csv --log requests.jsonl --model Models/2024-04 --against prior
      """)

  @Option(help: ArgumentHelp("Labels, CSV or JSONL.", valueName: "file"))
  var labels: String

  @Option(parsing: .upToNextOption, help: ArgumentHelp("Log files (default: the store's requests).", valueName: "file"))
  var log: [String] = []

  @Option(help: ArgumentHelp("A model's folder, or prior (default: what is in force).", valueName: "dir"))
  var model: String?

  @Option(help: ArgumentHelp("Another model's folder, or prior, to compare with.", valueName: "dir"))
  var against: String?

  @OptionGroup var common: CommonOptions

  func run() throws {
    let text = try common.run("evaluate") { options in
      try EvaluateRun.run(
        labels: labels, logs: log, model: model, against: against, asJSON: common.json, options: options)
    }
    try StandardOutput.write(text)
  }
}
