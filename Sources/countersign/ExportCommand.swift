import ArgumentParser
import RequestModel
import Workflow

struct ExportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: "Alerts for other tools: OCSF, STIX, ECS, CSV or JSON Lines, on standard output.",
    discussion: """
      EXAMPLE
        countersign export ocsf --from 2024-03-01 > findings.jsonl
        countersign export csv > alerts.csv
      """)

  @Argument(help: "ocsf, stix, ecs, csv or jsonl.")
  var form: ExportRun.Form

  @Option(help: ArgumentHelp("The first night (default: the first there is).", valueName: "date"))
  var from: String?

  @Option(help: ArgumentHelp("The last night (default: the last closed one).", valueName: "date"))
  var to: String?

  @OptionGroup var common: CommonOptions

  func validate() throws {
    for (name, text) in [("--from", from), ("--to", to)] {
      if let text, Night(text) == nil { throw ValidationError("\(name) must be a date written YYYY-MM-DD.") }
    }
    if let from = from.flatMap({ Night($0) }), let to = to.flatMap({ Night($0) }), to < from {
      throw ValidationError("--to must not lie before --from.")
    }
  }

  func run() throws {
    let text = try common.run("export \(form.rawValue)") { options in
      try ExportRun.run(form: form, first: from.flatMap { Night($0) }, last: to.flatMap { Night($0) }, options: options)
    }
    try StandardOutput.write(text)
  }
}

extension ExportRun.Form: ExpressibleByArgument {}
