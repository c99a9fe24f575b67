import ArgumentParser
import RequestModel
import Workflow

struct SimulateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "simulate",
    abstract: "Writes a labelled log made from a seed, with an agency directory and a calendar.",
    discussion: """
      The same options give the same bytes. requests.jsonl is the log; labels.csv is what a desk would know in time, \
      truth.csv the whole truth; agencies.csv and calendar.csv are a directory and a calendar as a desk keeps them: \
      mostly complete, a few entries missing or out of date.

      EXAMPLE
        countersign simulate --seed 7 --days 90 --agencies 60 --attacks 8 --out demo/
      """)

  @Option(help: ArgumentHelp("The seed.", valueName: "n"))
  var seed: UInt64

  @Option(help: ArgumentHelp("Days of the log.", valueName: "n"))
  var days: Int

  @Option(help: ArgumentHelp("Agencies that write.", valueName: "n"))
  var agencies: Int

  @Option(help: ArgumentHelp("Attack campaigns, on top of the genuine requests.", valueName: "n"))
  var attacks: Int

  @Option(help: ArgumentHelp("The folder for the five files.", valueName: "dir"))
  var out: String

  @Option(help: ArgumentHelp("The first day.", valueName: "date"))
  var start = "2024-01-01"

  @Option(
    help: ArgumentHelp("Genuine requests to aim at (default: a quarter of one per agency and day).", valueName: "n"))
  var requests: Int?

  @Option(help: ArgumentHelp("Scenarios that do not occur: A1 to A20, B1 to B16.", valueName: "list"))
  var without = ""

  @Option(help: ArgumentHelp("Attacks that do not occur before the last 30 % of the days.", valueName: "list"))
  var late = ""

  @OptionGroup var common: CommonOptions

  func validate() throws {
    if CivilDate(start) == nil { throw ValidationError("--start must be a date written YYYY-MM-DD.") }
    for (name, value) in [("--days", days), ("--agencies", agencies), ("--requests", requests ?? 1)] where value < 1 {
      throw ValidationError("\(name) must be at least 1.")
    }
    if attacks < 0 { throw ValidationError("--attacks must be at least 0.") }
  }

  func run() throws {
    let outcome = try common.run("simulate") { options in
      var plan = SimulateRun.Plan(
        seed: seed, start: start, days: days, agencies: agencies, attacks: attacks, requests: requests)
      try plan.leaveOut(without, early: late)
      let outcome = try SimulateRun.run(plan, folder: out, options: options)
      options.say("\(outcome.requests) requests, \(outcome.frauds) of them forged, \(outcome.labels) labels in \(out).")
      return outcome
    }
    if common.json { try StandardOutput.write(outcome.json(folder: out)) }
  }
}
