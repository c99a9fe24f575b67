import ArgumentParser
import Workflow

struct TuneCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "tune",
    abstract: "Chooses the threshold of alerts on labels; prints the trade-off with intervals.",
    discussion: """
      The old threshold stays unless the new one is better beyond chance. Nothing is written without --apply.

      EXAMPLE
        countersign tune --labels labels.csv --budget 5
        countersign tune --labels labels.csv --log requests.jsonl.gz --min-precision 0.3 --apply
        countersign tune --labels labels.csv --cost-miss 500 --cost-alarm 1
      """)

  @Option(help: ArgumentHelp("Labels, CSV or JSONL.", valueName: "file"))
  var labels: String

  @Option(parsing: .upToNextOption, help: ArgumentHelp("Log files (default: the store's requests).", valueName: "file"))
  var log: [String] = []

  @Option(help: ArgumentHelp("As much recall as fits into so many alerts a night, on average.", valueName: "n"))
  var budget: Double?

  @Option(help: ArgumentHelp("As much recall as leaves this share of fraud among the alerts.", valueName: "p"))
  var minPrecision: Double?

  @Option(help: ArgumentHelp("What a missed request costs.", valueName: "x"))
  var costMiss: Double?

  @Option(help: ArgumentHelp("What a false alarm costs.", valueName: "y"))
  var costAlarm: Double?

  @Flag(help: "Put the threshold in force where it replaces the old one.")
  var apply = false

  @OptionGroup var common: CommonOptions

  private var objective: TuneRun.Objective? {
    switch (budget, minPrecision, costMiss, costAlarm) {
    case (let budget?, nil, nil, nil): .budget(budget)
    case (nil, let precision?, nil, nil): .precision(precision)
    case (nil, nil, let miss?, let alarm?): .cost(miss: miss, alarm: alarm)
    default: nil
    }
  }

  func validate() throws {
    if objective == nil {
      throw ValidationError("Give one of --budget, --min-precision, or --cost-miss with --cost-alarm.")
    }
  }

  func run() throws {
    guard let objective else { return }
    let text = try common.run("tune") { options in
      try TuneRun.run(
        labels: labels, logs: log, objective: objective, applies: apply, asJSON: common.json, options: options)
    }
    try StandardOutput.write(text)
  }
}
