import ArgumentParser
import Workflow

struct VerifyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify",
    abstract: "Checks the store: the file, the chain of nights, every score, and some of them judged again.",
    discussion: """
      A score judged again is the same, erased (the request or its state is kept no more), of another version, or a \
      mismatch. A broken chain or a mismatch exits with 5. The last link of the chain is printed: kept elsewhere, it tells \
      later whether the nights before it were written anew.

      EXAMPLE
        countersign verify
        countersign verify --replay 500
      """)

  @Option(help: ArgumentHelp("Judge the last so many scores again.", valueName: "n"))
  var replay = 0

  @OptionGroup var common: CommonOptions

  func validate() throws {
    if replay < 0 { throw ValidationError("--replay must be at least 0.") }
  }

  func run() throws {
    let outcome = try common.run("verify") { options in
      let outcome = try VerifyRun.run(replay: replay, options: options)
      for line in outcome.lines { options.say(line) }
      return outcome
    }
    if common.json { try StandardOutput.write(outcome.json) }
    if !outcome.isWhole { throw Finished(status: .storeUnusable) }
  }
}
