import Foundation
import Reporting
import RequestModel
import Scoring
import Storage

/// What-if: judges logs against the store's baselines as they stand, learns nothing, keeps nothing.
package enum ScoreRun {
  package struct Outcome: Sendable {
    package var intake: IngestRun.Outcome
    package var scored = 0
  }

  /// - Parameter write: takes the rows of the scores file, JSONL, by (received_at, request id).
  package static func run(
    logs: [String], rejects: String?, options: RunOptions, write: (String) throws -> Void
  ) throws -> Outcome {
    try InputFile.check(logs)
    return try DeskStore.read(options) { store, configuration in
      let key = try WorkspaceKey.read(path: configuration.keyFile)
      let setup = try EngineSetup(
        configuration: configuration, key: key, threshold: try Threshold.inForce(store, configuration))
      let scratch = try Store.temporary(directory: FileManager.default.temporaryDirectory.path)
      var reading = configuration
      reading.keepText = false
      let intake = try IngestRun.take(
        logs, rejects: rejects, into: scratch, run: nil, configuration: reading, key: key, options: options)
      var outcome = Outcome(intake: intake)
      guard let last = try scratch.lastReadNight() else { return outcome }
      let open = try store.closedThrough()?.advanced(by: 1)
      let engine = setup.engine()
      let writer = ScoreWriter(format: .jsonl)
      for night in try scratch.pendingNights(through: last) {
        try Signals.checkpoint()
        // A night that is closed already is judged as it was; a later one against the last closed state.
        let state = min(night, open ?? night)
        var assessments = try engine.judge(
          try scratch.requests(of: night), night: night, reader: NightFold.reader(store, before: state),
          fullDetail: false
        ).map(\.assessment)
        Ranking.rank(&assessments, settings: setup.settings)
        var bytes: [UInt8] = []
        for assessment in assessments { writer.append(assessment, to: &bytes) }
        try write(String(decoding: bytes, as: UTF8.self))
        outcome.scored += assessments.count
      }
      return outcome
    }
  }
}
