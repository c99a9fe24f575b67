/// A page of the manual in the `man` macros of roff, for one command.
///
/// Text is escaped: a line never begins with a control character, and a hyphen stays a hyphen that can be copied.
package struct ManualPage: Sendable {
  let tool: String
  let version: String
  let command: ToolDescription.Command
  /// Nil for the page of the tool itself.
  let isRoot: Bool
  let others: [String]
  let statuses: [(number: Int, meaning: String)]

  /// The pages of a tool by file name: one for itself, one for each of its commands.
  package static func all(
    of description: ToolDescription, version: String, statuses: [(number: Int, meaning: String)]
  ) -> [(name: String, text: String)] {
    let root = description.command
    let commands = root.shownSubcommands
    let names = commands.map { root.commandName + "-" + $0.commandName }
    var pages = [
      (
        root.commandName + ".1",
        ManualPage(
          tool: root.commandName, version: version, command: root, isRoot: true, others: names, statuses: statuses
        ).text
      )
    ]
    for (name, command) in zip(names, commands) {
      let page = ManualPage(
        tool: root.commandName, version: version, command: command, isRoot: false,
        others: [root.commandName] + names.filter { $0 != name }, statuses: statuses)
      pages.append((name + ".1", page.text))
    }
    return pages
  }

  /// `countersign nightly`.
  private var called: String { isRoot ? tool : tool + " " + command.commandName }
  private var pageName: String { isRoot ? tool : tool + "-" + command.commandName }

  package var text: String {
    var lines = [
      ".TH \(Roff.quoted(pageName.uppercased())) 1 \"\" \(Roff.quoted("\(tool) \(version)")) \"Countersign manual\"",
      ".SH NAME", "\(Roff.escaped(pageName)) \\- \(Roff.escaped(abstract))", ".SH SYNOPSIS",
    ]
    lines += synopsis
    let (description, examples) = discussion
    // A command that needs no more words than its abstract is described by it.
    lines += [".SH DESCRIPTION"] + (description.isEmpty ? [Roff.line(abstract + ".")] : description)
    if isRoot { lines += commands }
    let arguments = command.shownArguments
    if !arguments.isEmpty { lines += [".SH OPTIONS"] + arguments.flatMap(ManualPage.entry) }
    if !examples.isEmpty { lines += [".SH EXAMPLES", ".nf"] + examples.map(Roff.line) + [".fi"] }
    lines += [".SH EXIT STATUS"]
    for status in statuses { lines += [".TP", "\\fB\(status.number)\\fR", Roff.line(status.meaning)] }
    lines += [".SH SEE ALSO", others.map { ".BR \(Roff.escaped($0)) (1)" }.joined(separator: ",\n")]
    return lines.joined(separator: "\n") + "\n"
  }

  /// Without the full stop, as is the custom of the line.
  private var abstract: String {
    let text = command.abstract ?? ""
    return text.hasSuffix(".") ? String(text.dropLast()) : text
  }

  private var synopsis: [String] {
    var lines = [".B \(Roff.escaped(called))"]
    if isRoot { return lines + ["\\fIcommand\\fR [\\fIoption\\fR ...] [\\fIargument\\fR ...]"] }
    for argument in command.shownArguments {
      let form = ManualPage.form(argument)
      let isNeeded = argument.kind != .flag && !argument.isOptional
      lines.append((isNeeded ? form : "[\(form)]") + (argument.isRepeating ? " ..." : ""))
    }
    return lines
  }

  private var commands: [String] {
    [".SH COMMANDS"]
      + command.shownSubcommands.flatMap {
        [".TP", ".BR \(Roff.escaped(tool + "-" + $0.commandName)) (1)", Roff.line($0.abstract ?? "")]
      }
  }

  /// The discussion's paragraphs, and the lines below its heading EXAMPLE without their indent.
  private var discussion: (description: [String], examples: [String]) {
    var description: [String] = []
    var examples: [String] = []
    var isExample = false
    for line in (command.discussion ?? "").split(separator: "\n", omittingEmptySubsequences: false) {
      if line == "EXAMPLE" {
        isExample = true
      } else if isExample {
        examples.append(String(line.drop { $0 == " " }))
      } else if line.isEmpty {
        description.append(".PP")
      } else {
        description.append(Roff.line(String(line)))
      }
    }
    while description.last == ".PP" { description.removeLast() }
    while examples.last == "" { examples.removeLast() }
    return (description, examples)
  }

  private static func entry(_ argument: ToolDescription.Argument) -> [String] {
    var text = argument.abstract ?? ""
    if let value = argument.defaultValue, !value.isEmpty, !text.contains("default:") {
      text += (text.isEmpty ? "" : " ") + "(default: \(value))"
    }
    var lines = [".TP", entryHead(argument)]
    if !text.isEmpty { lines.append(Roff.line(text)) }
    for paragraph in (argument.discussion ?? "").split(separator: "\n") { lines.append(Roff.line(String(paragraph))) }
    return lines
  }

  private static func entryHead(_ argument: ToolDescription.Argument) -> String {
    let value = "\\fI\(Roff.escaped(argument.valueName ?? "value"))\\fR"
    let names = (argument.names ?? []).map { "\\fB\(Roff.escaped($0.typed))\\fR" }.joined(separator: ", ")
    switch argument.kind {
    case .positional: return value
    case .option: return names + " " + value
    case .flag: return names
    }
  }

  private static func form(_ argument: ToolDescription.Argument) -> String {
    let value = "\\fI\(Roff.escaped(argument.valueName ?? "value"))\\fR"
    let name = argument.names?.first { $0.kind == "long" } ?? argument.names?.first
    let typed = name.map { "\\fB\(Roff.escaped($0.typed))\\fR" } ?? value
    return argument.kind == .option ? typed + " " + value : typed
  }
}

/// Text for roff.
enum Roff {
  /// Text within a line.
  static func escaped(_ text: String) -> String {
    text.reduce(into: "") { out, character in
      switch character {
      case "\\": out += "\\e"
      case "-": out += "\\-"
      case "\n": out += " "
      default: out.append(character)
      }
    }
  }

  /// A line of text: what would be read as a request is not.
  static func line(_ text: String) -> String {
    let line = escaped(text)
    return line.hasPrefix(".") || line.hasPrefix("'") ? "\\&" + line : line
  }

  /// An argument of a request.
  static func quoted(_ text: String) -> String {
    "\"" + text.map { $0 == "\"" ? "\\(dq" : $0 == "\\" ? "\\e" : "\($0)" }.joined() + "\""
  }
}
