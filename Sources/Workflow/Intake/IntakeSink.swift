import Ingestion
import Storage

/// Where the rows of logs go: into the store, the rejects file, the repairs file and the counts.
struct IntakeSink: ~Copyable {
  private var tally = IntakeTally()
  private var rejected: RejectsFile
  private var repaired: RepairsFile
  private let listsRepairs: Bool
  private let writer: BatchWriter
  private let groupLimit: Int
  private var group: [RequestBatch] = []
  private var groupSize = 0
  private var unseen: Set<String>?

  /// What the mapping names and no row of the present file has.
  var unseenColumns: Set<String> { unseen ?? [] }

  /// - Parameters:
  ///   - path: of the store, for errors.
  ///   - rejects: where rejected rows are written.
  ///   - isAsked: whether the caller named that file.
  ///   - listsRepairs: whether what was repaired is written down beside the rejects.
  static func open(
    store: Store, path: String, run: RunID?, rejects: String, isAsked: Bool, listsRepairs: Bool
  ) throws(WorkflowError) -> IntakeSink {
    let rejected = try RejectsFile(path: rejects, isAsked: isAsked)
    let repaired = try RepairsFile(besideRejects: rejects)
    // The thread of the writer ends with `finish` only, so that nothing may fail once it runs.
    let writer = BatchWriter { group in
      try StoreAccess.mapping(path) { () throws(StoreError) in try store.append(group, run: run) }
    }
    return IntakeSink(
      rejected: rejected, repaired: repaired, listsRepairs: listsRepairs, writer: writer,
      groupLimit: store.appendBytes)
  }

  private init(
    rejected: consuming RejectsFile, repaired: consuming RepairsFile, listsRepairs: Bool, writer: BatchWriter,
    groupLimit: Int
  ) {
    self.rejected = rejected
    self.repaired = repaired
    self.listsRepairs = listsRepairs
    self.writer = writer
    self.groupLimit = groupLimit
  }

  /// A new file begins.
  mutating func begin() {
    tally.files += 1
    unseen = nil
  }

  /// Takes what a block of a file held.
  mutating func take(_ block: PreparedBlock, of file: String) throws {
    tally.count(block.parsed, accepted: block.rows.count)
    unseen = unseen?.intersection(block.parsed.unseenColumns) ?? block.parsed.unseenColumns
    try rejected.append(block.parsed.rejections, file: file)
    if listsRepairs { try repaired.append(block.parsed.repairs, file: file) }
    if block.rows.count > 0 { group.append(block.rows) }
    groupSize += block.rows.byteCount
    if groupSize >= groupLimit { try flush() }
  }

  /// A file ends, whole or not.
  mutating func end(_ end: StreamEnd, of file: String) throws {
    guard end != .complete else { return }
    tally.damagedFiles += 1
    try rejected.append(end, file: file)
  }

  /// Hands the waiting rows to the store.
  mutating func flush() throws {
    guard !group.isEmpty else { return }
    try writer.give(group)
    group = []
    groupSize = 0
  }

  /// Waits until everything is stored, and makes the files appear: what was rejected so far is worth having, whatever
  /// ended the run.
  ///
  /// - Throws: `failure`, where there is one; what the store or the files failed with otherwise.
  consuming func finish(_ failure: (any Error)?) throws -> IngestRun.Outcome {
    var failure = failure
    do { tally.accepted = try writer.finish() } catch { failure = failure ?? error }
    var outcome = IngestRun.Outcome(tally: tally, rejects: rejected.path, repairs: repaired.path)
    if try !rejected.finish() { outcome.rejects = nil }
    if try !repaired.finish() { outcome.repairs = nil }
    if let failure { throw failure }
    return outcome
  }
}
