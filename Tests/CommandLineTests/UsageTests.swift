import Foundation
import Testing

@Suite("The command line says how it is used")
struct UsageTests {
  static let commands = [
    "init", "ingest", "nightly", "backtest", "score", "report", "explain", "queue", "label", "train", "tune",
    "evaluate",
    "simulate", "export", "verify", "forget", "retain", "status",
  ]

  @Test("Every command has help with an example, on standard output, with status 0", arguments: commands)
  func help(command: String) throws {
    let scratch = try Scratch()
    let run = try Program.run([command, "--help"], in: scratch.path)
    #expect(run.status == 0)
    #expect(run.errors.isEmpty)
    #expect(run.output.contains("EXAMPLE"))
    #expect(run.output.contains("countersign \(command)"))
    for option in ["--config", "--store", "--mapping", "--threads", "--json", "--quiet", "--no-progress"] {
      #expect(run.output.contains(option), "\(option)")
    }
    #expect(try scratch.names().isEmpty)
  }

  @Test("The root names every command, and its version")
  func root() throws {
    let scratch = try Scratch()
    let help = try Program.run(["--help"], in: scratch.path)
    #expect(help.status == 0)
    for command in Self.commands { #expect(help.output.contains("  \(command) "), "\(command)") }
    #expect(help.output.contains("EXAMPLE"))
    let version = try Program.run(["--version"], in: scratch.path)
    #expect(version.status == 0)
    #expect(version.output.wholeMatch(of: /\d+\.\d+\.\d+\n/) != nil)
  }

  @Test("The README names every command and shows none that there is not")
  func readme() throws {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let text = try String(contentsOf: root.appending(path: "README.md"), encoding: .utf8)
    for command in Self.commands { #expect(text.contains("`\(command)`"), "\(command)") }
    for match in text.matches(of: /(?:^|\n|exec )countersign ([a-z]+)/) {
      #expect(Self.commands.contains(String(match.1)), "\(match.1)")
    }
  }

  @Test(
    "A usage error exits 2 and speaks on standard error",
    arguments: [
      ["frobnicate"], ["init", "--nonsense"], ["init", "a", "b"], ["init", "--threads", "0"],
      ["init", "--threads", "many"], ["init", "--config"], ["nightly", "--through", "tomorrow"], ["backtest"],
      ["backtest", "--log", "a", "--from", "May"], ["score"], ["report", "yearly"], ["export", "pdf"],
      ["export", "csv", "--from", "2024-02-02", "--to", "2024-02-01"], ["label", "a"],
      ["label", "a", "maybe"], ["tune", "--labels", "a"], ["tune", "--labels", "a", "--cost-miss", "1"],
      ["explain"], ["explain", "REQ-1", "--warm-up", "a"],
      ["explain", "--text", "--warm-up", "a"], ["forget"], ["forget", "--target", "nocolon"],
      ["verify", "--replay", "-1"], ["simulate", "--seed", "1"],
    ])
  func usageError(arguments: [String]) throws {
    let scratch = try Scratch()
    let run = try Program.run(arguments, in: scratch.path)
    #expect(run.status == 2)
    #expect(run.output.isEmpty)
    #expect(!run.errors.isEmpty)
    #expect(try scratch.names().isEmpty)
  }

  @Test("The manual has a page for the tool and one for every command, readable by everybody")
  func manual() throws {
    let scratch = try Scratch()
    let run = try Program.run(["manual", "--out", "man1"], in: scratch.path)
    #expect(run.status == 0 && run.output.isEmpty && run.errors.isEmpty)
    let pages = Set(try FileManager.default.contentsOfDirectory(atPath: scratch.path + "/man1"))
    #expect(pages == Set(["countersign.1"] + Self.commands.map { "countersign-\($0).1" }))
    for page in pages {
      let text = try scratch.read("man1/" + page)
      #expect(text.hasPrefix(".TH \"COUNTERSIGN"))
      for section in ["NAME", "SYNOPSIS", "DESCRIPTION", "OPTIONS", "EXAMPLES", "EXIT STATUS", "SEE ALSO"] {
        #expect(text.contains(".SH \(section)\n"), "\(page) has no \(section)")
      }
      #expect(try scratch.mode("man1/" + page) == 0o644)
    }
    let nightly = try scratch.read("man1/countersign-nightly.1")
    #expect(nightly.contains("\\fB\\-\\-through\\fR"))
    #expect(nightly.contains("countersign nightly /var/log/requests"))
  }

  @Test("Installing writes pages and completions for three shells")
  func installing() throws {
    let scratch = try Scratch()
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().path
    let run = try Program.shell("bash '\(root)/Scripts/install-pages.sh' \"$COUNTERSIGN\" share", in: scratch.path)
    #expect(run.status == 0, "\(run.errors)")
    for file in [
      "man/man1/countersign.1", "bash-completion/completions/countersign", "zsh/site-functions/_countersign",
      "fish/vendor_completions.d/countersign.fish",
    ] { #expect(try !scratch.read("share/" + file).isEmpty, "\(file)") }
  }

  @Test("Shell completions are generated", arguments: ["bash", "zsh", "fish"])
  func completions(shell: String) throws {
    let scratch = try Scratch()
    let run = try Program.run(["--generate-completion-script", shell], in: scratch.path)
    #expect(run.status == 0)
    #expect(run.output.contains("countersign"))
  }
}
