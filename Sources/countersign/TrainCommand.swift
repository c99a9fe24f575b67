import ArgumentParser
import Workflow

struct TrainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "train",
    abstract: "Fits and calibrates the linear model on labels; writes weights and a model card.",
    discussion: """
      Judges the log point in time, from nothing; without --log, the requests of the store. The model comes into force
      when the key `model` of the configuration names its folder.

      EXAMPLE
        countersign train --labels labels.csv --out Models/2024-04
        countersign train --labels labels.csv --log requests.jsonl.gz --out Models/2024-04
      """)

  @Option(help: ArgumentHelp("Labels, CSV or JSONL.", valueName: "file"))
  var labels: String

  @Option(parsing: .upToNextOption, help: ArgumentHelp("Log files (default: the store's requests).", valueName: "file"))
  var log: [String] = []

  @Option(help: ArgumentHelp("The folder for the model.", valueName: "dir"))
  var out: String

  @OptionGroup var common: CommonOptions

  func run() throws {
    try common.run("train") { options in
      for line in try TrainRun.run(labels: labels, logs: log, out: out, options: options) { options.say(line) }
    }
  }
}
