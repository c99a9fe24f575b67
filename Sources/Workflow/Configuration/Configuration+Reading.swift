import Foundation
import Yams

extension Configuration {
  /// The configuration in force: defaults, overlaid by the file at `path`, overlaid by `environment`.
  ///
  /// - Parameters:
  ///   - path: the file that was asked for; nil looks for `countersign.yaml`, which need not be there.
  ///   - environment: all variables of the process; those that begin with `COUNTERSIGN_` must name a key.
  package static func load(
    path: String?, environment: [String: String]
  ) throws(ConfigurationError) -> Configuration {
    var configuration = Configuration()
    let asked = path ?? environment["COUNTERSIGN_CONFIG"].flatMap { $0.isEmpty ? nil : $0 }
    let file = asked ?? "countersign.yaml"
    if asked != nil || FileManager.default.fileExists(atPath: file) {
      let text: String
      do {
        text = try String(contentsOfFile: file, encoding: .utf8)
      } catch {
        let reason =
          FileManager.default.fileExists(atPath: file) ? "cannot be read as UTF-8 text" : "there is no such file"
        throw .unreadable(path: file, reason: reason)
      }
      try configuration.read(yaml: text, path: file)
    }
    try configuration.read(environment: environment)
    return configuration
  }

  /// Overlays what a YAML text says; its paths are relative to the folder of `path`.
  mutating func read(yaml: String, path: String) throws(ConfigurationError) {
    let root: Node?
    do {
      root = try Yams.compose(yaml: yaml)
    } catch let error as YamlError {
      let (line, reason) = error.place
      throw .malformed(path: path, line: line, reason: reason)
    } catch {
      throw .malformed(path: path, line: 1, reason: "is not YAML")
    }
    guard let root, !root.isEmptyScalar else { return }
    guard let mapping = root.mapping else {
      throw .malformed(path: path, line: 1, reason: "must be a list of keys, one a line, such as `alert_budget: 10`")
    }
    for (name, value) in mapping {
      let line = name.mark?.line ?? 1
      guard let name = name.scalar?.string else {
        throw .malformed(path: path, line: line, reason: "a key must be a plain word")
      }
      guard let key = ConfigurationKey.byName[name] else {
        let nearest = NearestName.find(name, in: ConfigurationKey.all.map(\.name))
        throw .unknownKey(path: path, line: line, key: name, nearest: nearest)
      }
      guard let text = value.scalar?.string else {
        throw .badValue(path: path, line: line, key: name, expected: key.expected)
      }
      if value.isEmptyScalar && !key.isPath { continue }  // left empty: the default
      let isNone = value.isEmptyScalar || text.isEmpty
      let resolved = isNone ? "" : key.isPath ? Configuration.resolve(text, against: path) : text
      guard key.store(resolved, &self) else {
        throw .badValue(path: path, line: line, key: name, expected: key.expected)
      }
    }
  }

  /// Overlays what the variables say; their paths are relative to the working directory.
  mutating func read(environment: [String: String]) throws(ConfigurationError) {
    let known = Dictionary(uniqueKeysWithValues: ConfigurationKey.all.map { ($0.variable, $0) })
    for name in environment.keys.sorted() where name.hasPrefix("COUNTERSIGN_") && name != "COUNTERSIGN_CONFIG" {
      guard let key = known[name] else {
        // Build and test tasks use variables of their own under the same prefix.
        if Configuration.foreignVariables.contains(name) { continue }
        throw .unknownVariable(name: name, nearest: NearestName.find(name, in: known.keys.sorted()))
      }
      let text = environment[name] ?? ""
      if text.isEmpty && !key.isPath { continue }
      guard key.store(text, &self) else { throw .badVariable(name: name, expected: key.expected) }
    }
  }

  /// Variables with the prefix that are no settings.
  private static let foreignVariables: Set<String> = [
    "COUNTERSIGN_BENCHMARKS", "COUNTERSIGN_PROGRAM", "COUNTERSIGN_RECORD_GOLDEN",
  ]

  /// `path` as the configuration file means it: relative to that file's folder.
  static func resolve(_ path: String, against file: String) -> String {
    if path.hasPrefix("/") { return path }
    let folder = (file as NSString).deletingLastPathComponent
    return folder.isEmpty ? path : (folder as NSString).appendingPathComponent(path)
  }
}

extension Node {
  /// Nothing, `~` or `null`: the key is there, its value is not.
  fileprivate var isEmptyScalar: Bool {
    guard let scalar, scalar.style == .plain || scalar.style == .any else { return false }
    return ["", "~", "null"].contains(scalar.string)
  }
}

extension YamlError {
  /// The line and a short reason without the text of the file.
  fileprivate var place: (line: Int, reason: String) {
    switch self {
    case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
      .composer(_, let problem, let mark, _):
      (mark.line, "is not YAML: \(problem)")
    case .duplicatedKeysInMapping(let duplicates, let context):
      (context.mark.line, "has a key twice: " + duplicates.map { Terminal.plain("\($0)") }.joined(separator: ", "))
    default:
      (1, "is not YAML")
    }
  }
}
