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
    var tally = IntakeTally()
    var rejected = try RejectsFile(
      path: rejects ?? defaultRejects(configuration.store, now), isAsked: rejects != nil)
    var repaired = try RepairsFile(besideRejects: rejected.path)
    let path = configuration.store
    let writer = BatchWriter { group in
      try StoreAccess.mapping(path) { () throws(StoreError) in try store.append(group, run: run) }
    }
    var group: [RequestBatch] = []
    var groupSize = 0

    func flush() throws {
      guard !group.isEmpty else { return }
      try writer.give(group)
      group = []
      groupSize = 0
    }

    var failure: (any Error)?
    do {
      for name in files {
        let input = try InputFile(path: name)
        tally.files += 1
        let size = input.size
        var packed = 0
        var unseen: Set<String>?
        let end = try reading.read(input, consumed: { packed = $0 }) { block in
          tally.count(block.parsed, accepted: block.rows.count)
          unseen = unseen?.intersection(block.parsed.unseenColumns) ?? block.parsed.unseenColumns
          try rejected.append(block.parsed.rejections, file: name)
          if listsRepairs { try repaired.append(block.parsed.repairs, file: name) }
          if block.rows.count > 0 { group.append(block.rows) }
          groupSize += block.rows.byteCount
          if groupSize >= store.appendBytes { try flush() }
          options.progress?(Progress(phase: "Reading", done: packed >> 10, total: size >> 10, unit: "KiB"))
        }
        if let unseen, !unseen.isEmpty {
          options.say("\(name): no row has what the mapping calls \(unseen.sorted().joined(separator: ", ")).")
        }
        if end != .complete {
          tally.damagedFiles += 1
          try rejected.append(end, file: name)
        }
      }
      try flush()
    } catch { failure = error }
    do { tally.accepted = try writer.finish() } catch { failure = failure ?? error }
    // What was rejected so far is worth having, whatever ended the run.
    let places = (rejected.path, repaired.path)
    let hasRejects = try rejected.finish()
    let hasRepairs = try repaired.finish()
    if let failure { throw failure }
    return Outcome(tally: tally, rejects: hasRejects ? places.0 : nil, repairs: hasRepairs ? places.1 : nil)
  }

  private static func defaultRejects(_ store: String, _ now: Instant) -> String {
    let time = now.utcText.filter { $0 != "-" && $0 != ":" }
    return (store as NSString).deletingPathExtension
      + ".rejects-\(time)-\(ProcessInfo.processInfo.processIdentifier).jsonl"
  }
}
