import Foundation
import Ingestion
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
      try store.compact()
      return (outcome, ["requests": outcome.requests, "scores": outcome.scores])
    }
  }

  /// The values of the state that speak of the sender: one an agency.
  private static func stateKeys(of sender: String, in store: Store) throws -> [String] {
    let last = try store.closedThrough() ?? Night(day: 0)
    return try store.stateValues(withPrefix: "s\u{1F}", before: last.advanced(by: 1)).map(\.key)
      .filter { $0.hasSuffix("\u{1F}" + sender) }
  }

  /// Removes every result file that holds the sender's name; they can be made again without it.
  private static func removeReports(naming sender: String, below folder: String) throws -> [String] {
    guard let names = try? FileManager.default.subpathsOfDirectory(atPath: folder) else { return [] }
    let needle = Data(sender.utf8)
    var removed: [String] = []
    for name in names.sorted() {
      let path = folder + "/" + name
      guard let data = FileManager.default.contents(atPath: path), data.range(of: needle) != nil else { continue }
      do { try FileManager.default.removeItem(atPath: path) } catch {
        throw WorkflowError.outputUnwritable(path: path, reason: "it names the sender and cannot be removed")
      }
      removed.append(path)
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
    let reports = files.isEmpty ? "" : " \(files.count) report files named the sender and were removed."
    return "Erased: \(requests) requests, \(scores) scores, \(stateVersions) values of the state.\(reports)"
  }
}
