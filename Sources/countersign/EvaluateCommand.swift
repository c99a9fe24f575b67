import ArgumentParser
import Workflow

struct EvaluateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "evaluate",
    abstract: "Measures detection against labels: metrics with intervals, by scenario, agency size, country, language.",
    discussion: """
      Without --log the closed scores of the store are measured. --model and --against judge every night anew under a \
      trained model's folder, or under the hand weights (prior).

      EXAMPLE
        countersign evaluate --labels labels.csv
        countersign evaluate --labels labels.csv --log requests.jsonl.gz --model Models/2025-04 --against prior
      """)

  @OptionGroup var labelled: LabelledLogOptions

  @Option(help: ArgumentHelp("A model's folder, or prior.", valueName: "dir"))
  var model: String?

  @Option(help: ArgumentHelp("The model to compare with: a folder, or prior.", valueName: "dir"))
  var against: String?

  @OptionGroup var common: CommonOptions

  func validate() throws {
    if against != nil && model == nil { throw ValidationError("--against needs --model.") }
  }

  func run() throws {
    var plan = EvaluateRun.Plan()
    plan.labels = labelled.labels
    plan.logs = labelled.log
    plan.model = model
    plan.against = against
    plan.rejects = labelled.rejects
    let outcome = try common.run("evaluate") { try EvaluateRun.run(plan, options: $0) }
    try StandardOutput.write(common.json ? outcome.json : outcome.text)
    if outcome.hasLosses { throw Finished(status: .rowsRejected) }
  }
}
