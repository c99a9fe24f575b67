import Reporting
package import RequestModel
import Storage

/// Alerts for other tools: OCSF, STIX, ECS, CSV, JSON Lines.
package enum ExportRun {
  package enum Form: String, CaseIterable, Sendable {
    case ocsf, stix, ecs, csv, jsonl
  }

  /// The alerts of the nights from `first` to `last`, by (night, rank), in one of the forms.
  package static func run(form: Form, first: Night?, last: Night?, options: RunOptions) throws -> String {
    try DeskStore.read(options) { store, configuration in
      let setup = try EngineSetup.forDesk(configuration, store: store)
      let recall = NightRecall(store: store, setup: setup, configuration: configuration)
      let closed = try store.closedThrough() ?? Night(day: 0)
      let begin = first ?? Night(configuration.earliestDate)
      let end = max(begin, last ?? closed)
      let entries = try store.alerts(in: begin...end).map {
        try AlertEntry(recall.assessment(of: $0), store: store, setup: setup, configuration: configuration)
      }
      let version = RunJournal.programVersion
      let bytes: [UInt8] =
        switch form {
        case .ocsf: OCSFExport.jsonLines(entries, programVersion: version)
        case .ecs: ECSExport.jsonLines(entries, programVersion: version)
        case .stix: STIXExport.bundle(entries).bytes(indented: true)
        case .csv: AlertTable.csv(entries)
        case .jsonl: AlertTable.jsonLines(entries)
        }
      return String(decoding: bytes, as: UTF8.self)
    }
  }
}
