import ArgumentParser
import Workflow

struct LabelCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "label",
    abstract: "Takes verdicts in: what a call-back found.",
    discussion: """
      A verdict acts from the close of the night that holds its time; scores of closed nights stay as they were.
      Rows of a file that are dated before their request or in the future are left out, and the command ends with 1.

      EXAMPLE
        countersign label REQ-00001234 fraudulent --source callback --note "the agency knows nothing of it"
        countersign label --file labels.csv
      """)

  @Argument(help: ArgumentHelp("The request.", valueName: "request-id"))
  var requestID: String?

  @Argument(help: "fraudulent or legitimate.")
  var label: String?

  @Option(help: "Who found it: callback, agency_report, audit …; analyst, who only read it, clears in part.")
  var source = "callback"

  @Option(help: "A remark that is kept with the verdict.")
  var note = ""

  @Option(help: ArgumentHelp("A file of verdicts, CSV or JSONL.", valueName: "file"))
  var file: String?

  @OptionGroup var common: CommonOptions

  func validate() throws {
    if file != nil {
      if requestID != nil { throw ValidationError("Give a request or --file, not both.") }
      return
    }
    guard requestID != nil, let label else {
      throw ValidationError("Give a request and its label, or --file.")
    }
    guard Verdict(rawValue: label) != nil else { throw ValidationError("A label is fraudulent or legitimate.") }
  }

  func run() throws {
    let outcome = try common.run("label") { options in
      let outcome = try labelled(options)
      options.say(outcome.line)
      return outcome
    }
    if common.json { try StandardOutput.write(outcome.json) }
    if outcome.rejected > 0 { throw Finished(status: .rowsRejected) }
  }

  private func labelled(_ options: RunOptions) throws -> LabelRun.Outcome {
    if let file { return try LabelRun.run(file: file, options: options) }
    return try LabelRun.run(
      requestID: requestID ?? "", isFraudulent: label == Verdict.fraudulent.rawValue, source: source, note: note,
      options: options)
  }

  private enum Verdict: String { case fraudulent, legitimate }
}
