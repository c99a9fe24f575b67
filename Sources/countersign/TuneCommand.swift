import ArgumentParser
import Workflow

struct TuneCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "tune",
    abstract: "Chooses an alert threshold by labels, and shows what every threshold costs and brings.",
    discussion: """
      The threshold in force stays unless the new one is better beyond chance; it is written with --apply only. Without \
      --log the closed scores of the store are taken.

      EXAMPLE
        countersign tune --labels labels.csv --budget 5
        countersign tune --labels labels.csv --min-precision 0.5 --chart trade-off.svg --apply
      """)

  @OptionGroup var labelled: LabelledLogOptions

  @Option(help: ArgumentHelp("At most so many alerts a night, on average.", valueName: "n"))
  var budget: Double?

  @Option(help: ArgumentHelp("At least this share of fraud among the alerts.", valueName: "p"))
  var minPrecision: Double?

  @Option(help: ArgumentHelp("What a missed request costs.", valueName: "x"))
  var costMiss: Double?

  @Option(help: ArgumentHelp("What a false alarm costs.", valueName: "y"))
  var costAlarm: Double?

  @Option(help: ArgumentHelp("Where the trade-off curve is written, SVG.", valueName: "file"))
  var chart: String?

  @Flag(help: "Put a better threshold in force.")
  var apply = false

  @OptionGroup var common: CommonOptions

  func validate() throws {
    if (costMiss == nil) != (costAlarm == nil) { throw ValidationError("--cost-miss and --cost-alarm go together.") }
    let aims = [budget, minPrecision, costMiss].count { $0 != nil }
    if aims != 1 { throw ValidationError("Give one of --budget, --min-precision, or --cost-miss with --cost-alarm.") }
    for (name, value) in [("--budget", budget), ("--cost-miss", costMiss), ("--cost-alarm", costAlarm)] {
      if let value, !(value > 0 && value.isFinite) { throw ValidationError("\(name) must be above 0.") }
    }
    if let minPrecision, !(minPrecision > 0 && minPrecision <= 1) {
      throw ValidationError("--min-precision must be above 0 and at most 1.")
    }
  }

  func run() throws {
    var plan = TuneRun.Plan()
    plan.labels = labelled.labels
    plan.logs = labelled.log
    plan.rejects = labelled.rejects
    plan.applies = apply
    plan.chart = chart
    if let budget { plan.aim = .budget(perNight: budget) }
    if let minPrecision { plan.aim = .precision(least: minPrecision) }
    if let costMiss, let costAlarm { plan.aim = .cost(miss: costMiss, alarm: costAlarm) }
    let outcome = try common.run("tune") { options in
      let outcome = try TuneRun.run(plan, options: options)
      options.say(outcome.line)
      return outcome
    }
    try StandardOutput.write(common.json ? outcome.json : outcome.text)
    if outcome.hasLosses { throw Finished(status: .rowsRejected) }
  }
}
