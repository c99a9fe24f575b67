import ArgumentParser
import Foundation
import Workflow

/// The options that every command takes.
struct CommonOptions: ParsableArguments {
  @Option(help: ArgumentHelp("The configuration (default: countersign.yaml).", valueName: "file"))
  var config: String?

  @Option(help: ArgumentHelp("The store (default: countersign.sqlite).", valueName: "file"))
  var store: String?

  @Option(help: ArgumentHelp("A mapping for logs that are not in the format of the README.", valueName: "file"))
  var mapping: String?

  @Option(help: ArgumentHelp("Worker threads (default: one a core). Results do not depend on it.", valueName: "n"))
  var threads: Int?

  @Flag(help: "Answer in JSON on standard output.")
  var json = false

  @Flag(name: .shortAndLong, help: "Say nothing but errors.")
  var quiet = false

  @Flag(help: "Draw no progress bar.")
  var noProgress = false

  func validate() throws {
    if let threads, !(1...256).contains(threads) { throw ValidationError("--threads must be from 1 to 256.") }
  }

  /// Calls `body` with what the options say; the progress bar is drawn meanwhile and gone afterwards.
  func run<Value>(_ command: String, _ body: (RunOptions) throws -> Value) throws -> Value {
    let environment = ProcessInfo.processInfo.environment
    var options = RunOptions()
    options.configurationPath = config
    options.store = store
    options.mapping = mapping
    options.threads = threads
    options.command = "countersign \(command)"
    options.environment = environment
    var bar: ProgressBar?
    if !quiet && !noProgress && Terminal.drawsOnStandardError(environment: environment) {
      let drawn = ProgressBar()
      options.progress = { drawn.show($0) }
      bar = drawn
    }
    if !quiet {
      options.say = { [bar] in
        bar?.clear(); Terminal.say($0)
      }
    }
    defer { bar?.clear() }
    return try body(options)
  }
}
