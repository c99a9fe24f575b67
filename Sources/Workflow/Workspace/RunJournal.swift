import Foundation
package import Storage

/// The line that a run leaves in the store's journal: command, times, host, counts, exit status.
package struct RunJournal: Sendable {
  package let id: RunID
  private let store: Store
  private let path: String

  package init(store: Store, path: String, options: RunOptions) throws(WorkflowError) {
    self.store = store
    self.path = path
    let host = ProcessInfo.processInfo.hostName
    id = try StoreAccess.mapping(path) { () throws(StoreError) in
      try store.beginRun(
        command: options.command, startedAt: Clock.now(), host: host, version: RunJournal.programVersion)
    }
  }

  /// Runs `body` and notes how it ended, whether it returned or threw.
  package func record<Value>(_ body: () throws -> (Value, ExitStatus, [String: Int])) throws -> Value {
    do {
      let (value, status, counts) = try StoreAccess.translating(path, body)
      try end(status, counts)
      return value
    } catch {
      try? end((error as? WorkflowError)?.exitStatus ?? .defect, [:])
      throw error
    }
  }

  private func end(_ status: ExitStatus, _ counts: [String: Int]) throws(WorkflowError) {
    let encoder = JSONEncoder()
    encoder.outputFormatting = .sortedKeys
    let text = (try? encoder.encode(counts)).map { String(decoding: $0, as: UTF8.self) }
    try StoreAccess.mapping(path) { () throws(StoreError) in
      try store.endRun(id, endedAt: Clock.now(), exitStatus: Int(status.rawValue), counts: text)
    }
  }

  /// The version of the program.
  package static let programVersion = "0.1.0"
}
