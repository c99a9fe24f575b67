/// What a command line says of itself, in the JSON that its argument parser writes.
package struct ToolDescription: Decodable, Sendable {
  package struct Command: Decodable, Sendable {
    package var commandName: String
    package var abstract: String?
    package var discussion: String?
    package var subcommands: [Command]?
    package var arguments: [Argument]?
    package var shouldDisplay: Bool?

    /// Subcommands that people are shown; `help` repeats what the pages say.
    package var shownSubcommands: [Command] {
      (subcommands ?? []).filter { $0.shouldDisplay != false && $0.commandName != "help" }
    }

    var shownArguments: [Argument] { (arguments ?? []).filter(\.shouldDisplay) }
  }

  package struct Argument: Decodable, Sendable {
    package enum Kind: String, Decodable, Sendable {
      case positional, option, flag
    }

    package struct Name: Decodable, Sendable {
      package var kind: String
      package var name: String

      /// As it is typed.
      var typed: String { (kind == "long" ? "--" : "-") + name }
    }

    package var kind: Kind
    package var shouldDisplay: Bool
    package var isOptional: Bool
    package var isRepeating: Bool
    package var names: [Name]?
    package var valueName: String?
    package var defaultValue: String?
    package var abstract: String?
    package var discussion: String?
  }

  package var command: Command
}
