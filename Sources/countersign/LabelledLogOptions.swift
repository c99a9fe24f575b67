import ArgumentParser

/// What is measured or learned from: labels, and the log they speak of.
struct LabelledLogOptions: ParsableArguments {
  @Option(help: ArgumentHelp("Labels, CSV or JSONL.", valueName: "file"))
  var labels: String

  @Option(parsing: .upToNextOption, help: ArgumentHelp("Log files; - is standard input.", valueName: "file"))
  var log: [String] = []

  @Option(help: ArgumentHelp("Where rejected rows are written.", valueName: "file"))
  var rejects: String?
}
