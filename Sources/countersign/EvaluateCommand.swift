import ArgumentParser
import Workflow

struct EvaluateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "evaluate",
    abstract: "Measures detection against labels: metrics with intervals, by scenario, agency size, country, language.",
    discussion: """
      Without --log the closed scores of the store are measured. --model and --against judge every night anew under a \
      trained model's folder, or under the hand weights (prior).

      Labels follow the alerts, and say nothing of what no alert was. Where the requests that countersign queue --by-lot \
      draws were verified too, --by-lot with the same percentage estimates from them what the store's alerts missed.

      EXAMPLE
        countersign evaluate --labels labels.csv
        countersign evaluate --labels labels.csv --log requests.jsonl.gz --model Models/2025-04 --against prior
        countersign evaluate --labels labels.csv --by-lot 0.5
      """)

  @OptionGroup var labelled: LabelledLogOptions

  @Option(help: ArgumentHelp("A model's folder, or prior.", valueName: "dir"))
  var model: String?

  @Option(help: ArgumentHelp("The model to compare with: a folder, or prior.", valueName: "dir"))
  var against: String?

  @Option(help: ArgumentHelp("What was drawn by lot, so many in a hundred, was verified too.", valueName: "percent"))
  var byLot: Double?

  @OptionGroup var common: CommonOptions

  func validate() throws {
    try AuditShare.validate(byLot)
    if byLot != nil && (!labelled.log.isEmpty || model != nil) {
      throw ValidationError(
        "--by-lot measures the alerts that the store closed: it goes with neither --log nor --model.")
    }
    if against != nil && model == nil { throw ValidationError("--against needs --model.") }
  }

  func run() throws {
    var plan = EvaluateRun.Plan()
    plan.labels = labelled.labels
    plan.logs = labelled.log
    plan.model = model
    plan.against = against
    plan.rejects = labelled.rejects
    plan.auditPercent = byLot
    let outcome = try common.run("evaluate") { try EvaluateRun.run(plan, options: $0) }
    try StandardOutput.write(common.json ? outcome.json : outcome.text)
    if outcome.hasLosses { throw Finished(status: .rowsRejected) }
  }
}
