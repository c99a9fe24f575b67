import ArgumentParser
import Workflow

struct ManualCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "manual",
    abstract: "Writes the pages of the manual: what `make install` installs.",
    discussion: """
      EXAMPLE
        countersign manual --out man1 && man -l man1/countersign-nightly.1
      """,
    shouldDisplay: false)

  @Option(help: ArgumentHelp("The folder for the pages.", valueName: "dir"))
  var out: String

  func run() throws { try ManualRun.run(description: Countersign._dumpHelp(), folder: out) }
}
