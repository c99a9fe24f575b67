import Foundation

/// The built program, run as users run it.
struct Program: Sendable {
  /// Beside the test bundle, where the package manager builds it; `COUNTERSIGN_PROGRAM` names another.
  static let path: String = {
    if let named = ProcessInfo.processInfo.environment["COUNTERSIGN_PROGRAM"] { return named }
    let bundle =
      (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")) ?? CommandLine.arguments[0]
    return URL(filePath: bundle).deletingLastPathComponent().appending(path: "countersign").path
  }()

  struct Outcome: Sendable {
    var status: Int32
    var output: String
    var errors: String
  }

  /// Runs the program in `folder` and waits for its end.
  static func run(
    _ arguments: [String], in folder: String, input: String = "", environment: [String: String] = [:]
  ) throws -> Outcome {
    try run(executable: path, arguments, in: folder, input: input, environment: environment)
  }

  /// Runs a shell line in which `$COUNTERSIGN` is the program.
  static func shell(_ line: String, in folder: String) throws -> Outcome {
    try run(
      executable: "/bin/bash", ["-c", line], in: folder, input: "", environment: ["COUNTERSIGN": path])
  }

  private static func run(
    executable: String, _ arguments: [String], in folder: String, input: String, environment: [String: String]
  ) throws -> Outcome {
    let process = Process()
    process.executableURL = URL(filePath: executable)
    process.arguments = arguments
    process.currentDirectoryURL = URL(filePath: folder)
    process.environment = ["PATH": "/usr/bin:/bin", "HOME": folder, "TZ": "UTC"].merging(environment) { $1 }
    // Files, not pipes: no reader has to keep up with the program.
    let scratch = try Scratch()
    let names = ["in", "out", "err"].map { scratch.path + "/" + $0 }
    try Data(input.utf8).write(to: URL(filePath: names[0]))
    for name in names[1...] { try Data().write(to: URL(filePath: name)) }
    process.standardInput = FileHandle(forReadingAtPath: names[0])
    process.standardOutput = FileHandle(forWritingAtPath: names[1])
    process.standardError = FileHandle(forWritingAtPath: names[2])
    try process.run()
    process.waitUntilExit()
    func text(_ name: String) -> String {
      String(decoding: FileManager.default.contents(atPath: name) ?? Data(), as: UTF8.self)
    }
    return Outcome(status: process.terminationStatus, output: text(names[1]), errors: text(names[2]))
  }
}

/// A folder of a test's own; it goes with the value.
final class Scratch: Sendable {
  let path: String

  init() throws {
    path = FileManager.default.temporaryDirectory.appending(path: "countersign-test-\(UUID().uuidString)").path
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  func write(_ text: String, to name: String) throws {
    try Data(text.utf8).write(to: URL(filePath: path + "/" + name))
  }

  func read(_ name: String) throws -> String { try String(contentsOfFile: path + "/" + name, encoding: .utf8) }

  func mode(_ name: String) throws -> Int {
    let attributes = try FileManager.default.attributesOfItem(atPath: path + "/" + name)
    return (attributes[.posixPermissions] as? NSNumber)?.intValue ?? -1
  }

  func names() throws -> Set<String> { Set(try FileManager.default.contentsOfDirectory(atPath: path)) }
}
