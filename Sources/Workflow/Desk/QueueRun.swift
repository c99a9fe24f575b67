import Reporting
import RequestModel
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
}
