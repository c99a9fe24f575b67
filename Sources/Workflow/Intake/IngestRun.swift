import Foundation
import Ingestion
import RequestModel
package import Storage

/// Takes log files into the store: nothing is scored.
package enum IngestRun {
  package struct Outcome: Sendable {
    package var tally: IntakeTally
    /// The file of rejected rows, where there is one.
    package var rejects: String?
    /// The file of what was repaired, where there is one.
    package var repairs: String?
  }

  /// - Throws: `inputUnreadable` before anything is changed where a file cannot be opened.
  package static func run(files: [String], rejects: String?, options: RunOptions) throws -> Outcome {
    let configuration = try options.configuration()
    try InputFile.check(files)
    let key = try WorkspaceKey.read(path: configuration.keyFile)
    let lock = try RunLock(store: configuration.store, command: options.command)
    let store = try StoreAccess.openOrMake(path: configuration.store, say: options.say)
    try StoreAccess.seal(store, configuration)
    let journal = try RunJournal(store: store, path: configuration.store, options: options)
    let outcome = try journal.record { () throws in
      let outcome = try take(
        files, rejects: rejects, into: store, run: journal.id, configuration: configuration, key: key,
        options: options)
      return (outcome, outcome.tally.hasLosses ? .rowsRejected : .done, outcome.tally.counts)
    }
    _ = consume lock
    return outcome
  }

  /// Reads `files` into `store`; the caller holds the lock.
  ///
  /// - Parameter listsRepairs: whether what was repaired is written down beside the rejects.
  package static func take(
    _ files: [String], rejects: String?, into store: Store, run: RunID?, configuration: Configuration, key: [UInt8],
    options: RunOptions, listsRepairs: Bool = true
  ) throws -> Outcome {
    let now = Clock.now()
    let reading = try LogReading(configuration: configuration, key: key, now: now)
    var sink = try IntakeSink.open(
      store: store, path: configuration.store, run: run,
      rejects: rejects ?? defaultRejects(configuration.store, now), isAsked: rejects != nil,
      listsRepairs: listsRepairs)
    var failure: (any Error)?
    do {
      for name in files {
        let input = try InputFile(path: name)
        sink.begin()
        let size = input.size
        var packed = 0
        let end = try reading.read(input, consumed: { packed = $0 }, say: options.say) { block in
          try sink.take(block, of: name)
          options.progress?(Progress(phase: "Reading", done: packed >> 10, total: size >> 10, unit: "KiB"))
        }
        let unseen = sink.unseenColumns
        if !unseen.isEmpty {
          options.say("\(name): no row has what the mapping calls \(unseen.sorted().joined(separator: ", ")).")
        }
        try sink.end(end, of: name)
      }
      try sink.flush()
    } catch { failure = error }
    return try sink.finish(failure)
  }

  private static func defaultRejects(_ store: String, _ now: Instant) -> String {
    let time = now.utcText.filter { $0 != "-" && $0 != ":" }
    return (store as NSString).deletingPathExtension
      + ".rejects-\(time)-\(ProcessInfo.processInfo.processIdentifier).jsonl"
  }
}
