import ArgumentParser
import Workflow

struct InitCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "init",
    abstract: "Makes a workspace: configuration, pseudonym key, empty store.",
    discussion: """
      The folder need not be empty. Where one of the files exists already, nothing is changed and the exit status is 2.

      EXAMPLE
        countersign init /srv/countersign
        countersign init /srv/second --key /srv/countersign/countersign.key
      """)

  @Argument(help: ArgumentHelp("The folder; made where it is missing.", valueName: "dir"))
  var directory = "."

  @Option(help: ArgumentHelp("Use this pseudonym key instead of a new one.", valueName: "file"))
  var key: String?

  @OptionGroup var common: CommonOptions

  func run() throws {
    let made = try common.run("init") { options in
      let made = try WorkspaceInit.run(directory: directory, reusedKey: key)
      options.say("Made \(made.configuration), \(made.store)" + (made.keyIsReused ? "." : " and \(made.key)."))
      if !made.keyIsReused {
        options.say("Keep the key apart from backups of the store: whoever has both can test names against it.")
      }
      return made
    }
    if common.json { try StandardOutput.write(made.json) }
  }
}
