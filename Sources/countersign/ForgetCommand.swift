import ArgumentParser
import Workflow

struct ForgetCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "forget",
    abstract: "Erases a sender, or a person whom requests asked about.",
    discussion: """
      Ids, times, digests and evidence stay, so that the chain of nights stays whole. Report files that name the sender \
      are removed. Backups are yours to clean.

      EXAMPLE
        countersign forget --sender j.doe@police.example
        countersign forget --target email:someone@mail.example
      """)

  @Option(help: ArgumentHelp("The sender's account, as the log has it.", valueName: "account"))
  var sender: String?

  @Option(help: ArgumentHelp("Whom requests asked about.", valueName: "type:value"))
  var target: String?

  @OptionGroup var common: CommonOptions

  private var subject: ForgetRun.Subject? {
    if let sender, target == nil, !sender.isEmpty { return .sender(sender) }
    guard let target, sender == nil, let colon = target.firstIndex(of: ":") else { return nil }
    return .target(type: String(target[..<colon]), value: String(target[target.index(after: colon)...]))
  }

  func validate() throws {
    if subject == nil { throw ValidationError("Give either --sender ACCOUNT or --target TYPE:VALUE.") }
  }

  func run() throws {
    guard let subject else { return }
    let outcome = try common.run("forget") { options in
      let outcome = try ForgetRun.run(subject, options: options)
      options.say(outcome.line)
      return outcome
    }
    if common.json { try StandardOutput.write(outcome.json) }
  }
}
