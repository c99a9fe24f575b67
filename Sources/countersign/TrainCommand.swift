import ArgumentParser
import Workflow

struct TrainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "train",
    abstract: "Fits and calibrates the linear model, and writes it with a model card.",
    discussion: """
      Every night is judged anew, point in time, under the hand weights; the weights are then moved as far as the labels \
      carry. Without --log the requests of the store are taken. The same input gives the same bytes. Where labels name \
      unknown requests, contradict each other, lie in the future or are all of one kind, nothing is written.

      EXAMPLE
        countersign train --labels labels.csv --out Models/2025-04
        countersign train --labels labels.csv --log requests.jsonl.gz --out Models/2025-04
      """)

  @OptionGroup var labelled: LabelledLogOptions

  @Option(help: ArgumentHelp("The model's folder; its last part names the model.", valueName: "dir"))
  var out: String

  @Flag(help: "Labels do not act on later nights: for a model that goes to mail without verdicts.")
  var noVerdicts = false

  @OptionGroup var common: CommonOptions

  func validate() throws {
    if out.isEmpty || out.hasSuffix("..") { throw ValidationError("--out names the model's folder.") }
  }

  func run() throws {
    var plan = TrainRun.Plan()
    plan.labels = labelled.labels
    plan.logs = labelled.log
    plan.folder = out
    plan.rejects = labelled.rejects
    plan.usesVerdicts = !noVerdicts
    let outcome = try common.run("train") { options in
      let outcome = try TrainRun.run(plan, options: options)
      options.say(outcome.line)
      return outcome
    }
    if common.json { try StandardOutput.write(outcome.json) }
    if outcome.hasLosses { throw Finished(status: .rowsRejected) }
  }
}
