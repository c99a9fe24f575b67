import ArgumentParser
import RequestModel
import Workflow

struct ReportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "report",
    abstract: "HTML, Markdown, JSON and CSV of a closed night, or of the seven nights that end there.",
    discussion: """
      Prints the path of the page. Reports hold personal data: the folder is readable by its owner alone.

      EXAMPLE
        countersign report nightly --date 2024-03-01
        countersign report weekly --out /srv/reports/this-week
      """)

  @Argument(help: "nightly or weekly.")
  var kind: ReportRun.Kind

  @Option(help: ArgumentHelp("The night, or the last of the seven (default: the last closed one).", valueName: "date"))
  var date: String?

  @Option(help: ArgumentHelp("The folder (default: below the configured reports).", valueName: "dir"))
  var out: String?

  @OptionGroup var common: CommonOptions

  func validate() throws {
    if let date, Night(date) == nil { throw ValidationError("--date must be a date written YYYY-MM-DD.") }
  }

  func run() throws {
    let page = try common.run("report") { options in
      try ReportRun.run(kind, date: date.flatMap { Night($0) }, out: out, options: options)
    }
    try StandardOutput.write(common.json ? ReportRun.json(page: page) : page + "\n")
  }
}

extension ReportRun.Kind: ExpressibleByArgument {}
