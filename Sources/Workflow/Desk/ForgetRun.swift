import Foundation
import Ingestion
import Reporting
import RequestModel
import Storage

/// Erases what is kept of a sender or of a person who was asked about.
///
/// Ids, times, digests and evidence stay, so that the chain of nights stays whole.
package enum ForgetRun {
  package enum Subject: Sendable {
    /// A sender's account, as the log has it.
    case sender(String)
    /// A target: its type (`email`, `phone` …) and its value as a request would name it.
    case target(type: String, value: String)
  }

  package struct Outcome: Sendable {
    package var requests = 0
    package var scores = 0
    package var stateVersions = 0
    /// Reports and scores files that named the sender; they were removed.
    package var files: [String] = []
  }

  package static func run(_ subject: Subject, options: RunOptions) throws -> Outcome {
    try DeskStore.write(options) { store, configuration in
      var outcome: Outcome
      switch subject {
      case .sender(let text):
        let sender = text.lowercased()
        outcome = Outcome(try store.forget(sender: sender, stateKeys: try stateKeys(of: sender, in: store)))
        outcome.files = try removeReports(naming: sender, below: configuration.reports)
      case .target(let name, let value):
        guard let type = TargetType(name: name) else {
          let known = TargetType.allCases.map(\.name).joined(separator: ", ")
          throw WorkflowError.usage("There is no type of target “\(Terminal.plain(name))”; there are \(known).")
        }
        let pseudonymizer = Pseudonymizer(key: try WorkspaceKey.read(path: configuration.keyFile))
        let pseudonym = pseudonymizer.pseudonym(.target, identifier: value, targetType: type)
        outcome = Outcome(try store.forget(target: pseudonym))
      }
      // What was freed leaves the file too.
      try StoreAccess.compact(store, path: configuration.store)
      return (outcome, ["requests": outcome.requests, "scores": outcome.scores])
    }
  }

  /// The values of the state that speak of the sender: one an agency.
  private static func stateKeys(of sender: String, in store: Store) throws -> [String] {
    let last = try store.closedThrough() ?? Night(day: 0)
    return try store.stateValues(withPrefix: "s\u{1F}", before: last.advanced(by: 1)).map(\.key)
      .filter { $0.hasSuffix("\u{1F}" + sender) }
  }

  /// Removes the result files of every night and week one of whose files holds the sender's name; they can be made again
  /// without it.
  ///
  /// All files of a folder go together: in a page an apostrophe or an underscore of the name is written otherwise.
  private static func removeReports(naming sender: String, below folder: String) throws -> [String] {
    guard let names = try? FileManager.default.subpathsOfDirectory(atPath: folder) else { return [] }
    let needle = Data(sender.utf8)
    let files = names.filter { name in
      let last = (name as NSString).lastPathComponent
      return NightReports.fileNames.contains(last) || last.contains(AtomicFile.mark)
    }
    let byFolder = Dictionary(grouping: files) { ($0 as NSString).deletingLastPathComponent }
    var removed: [String] = []
    for (_, names) in byFolder.sorted(by: { $0.key < $1.key }) {
      let paths = names.sorted().map { folder + "/" + $0 }
      let isNamed = paths.contains { FileManager.default.contents(atPath: $0)?.range(of: needle) != nil }
      for path in isNamed ? paths : [] {
        do { try FileManager.default.removeItem(atPath: path) } catch {
          throw WorkflowError.outputUnwritable(path: path, reason: "it names the sender and cannot be removed")
        }
        removed.append(path)
      }
    }
    return removed
  }
}

extension ForgetRun.Outcome {
  fileprivate init(_ outcome: ErasureOutcome) {
    requests = outcome.requests
    scores = outcome.scores
    stateVersions = outcome.stateVersions
  }

  package var line: String {
    let reports =
      files.isEmpty ? "" : " \(Figure.counted(files.count, "report file")) of nights that named the sender removed."
    return "Erased: \(Figure.counted(requests, "request")), \(Figure.counted(scores, "score")), "
      + "\(Figure.counted(stateVersions, "value")) of the state.\(reports)"
  }

  /// The same as one JSON object.
  package var json: String {
    JSONValue.object([
      .init("requests", .integer(requests)), .init("scores", .integer(scores)),
      .init("state_values", .integer(stateVersions)), .init("report_files", .array(files.map { .string($0) })),
    ]).text() + "\n"
  }
}
