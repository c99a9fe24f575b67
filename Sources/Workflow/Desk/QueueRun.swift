import Reporting
package import RequestModel
import Scoring
import Statistics
import Storage

/// The open alerts that await a call-back, heaviest first.
package enum QueueRun {
  /// The queue as text for a terminal, or as one JSON list.
  package static func run(asJSON: Bool, usesColour: Bool, options: RunOptions) throws -> String {
    try DeskStore.read(options) { store, configuration in
      let setup = try EngineSetup.forDesk(configuration, store: store)
      let recall = NightRecall(store: store, setup: setup, configuration: configuration)
      let entries = try store.openAlerts().map {
        try AlertEntry(recall.assessment(of: $0), store: store, setup: setup, configuration: configuration)
      }
      guard !asJSON else { return QueueTable.json(entries).text() + "\n" }
      return QueueTable.text(entries, style: TerminalStyle(usesColour: usesColour))
    }
  }

  /// What is to be verified by lot: its nights, and how many requests in a hundred.
  package struct Audit: Sendable {
    package var percent: Double
    /// The first night; nil takes the seven that were closed last.
    package var from: Night?

    package init(percent: Double, from: Night?) {
      self.percent = percent
      self.from = from
    }
  }

  /// The requests drawn by lot that have no verdict yet, by night; what was found odd in them is not said.
  package static func audit(_ audit: Audit, asJSON: Bool, usesColour: Bool, options: RunOptions) throws -> String {
    try DeskStore.read(options) { store, configuration in
      let draw = try AuditDraw(percent: audit.percent, configuration: configuration)
      let setup = try EngineSetup.forDesk(configuration, store: store)
      guard let last = try store.closedThrough() else { throw WorkflowError.usage("No night is closed yet.") }
      let first = audit.from ?? last.advanced(by: -6)
      guard first <= last else { throw WorkflowError.usage("The last closed night is \(last): \(first) is after it.") }
      let found = try draw.drawn(store, in: first...last)
      let open = try found.requestIDs.filter { try store.verdictHistory(of: $0).isEmpty }
      let entries = try open.compactMap { try store.score(of: $0) }.map {
        try AlertEntry(Assessment($0), store: store, setup: setup, configuration: configuration)
      }
      let table = AuditTable(
        nights: first...last, requests: found.requests, drawn: found.requestIDs.count, entries: entries)
      return asJSON ? table.json.text() + "\n" : table.text(style: TerminalStyle(usesColour: usesColour))
    }
  }
}
