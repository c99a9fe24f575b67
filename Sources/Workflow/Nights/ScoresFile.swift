import Reporting
import RequestModel
import Scoring
import Synchronization

/// A scores file that appears whole: rows by (received_at, request id), JSONL or CSV by its ending.
///
/// With more than one thread the rows are put into words and written on a thread of their own, while the next night is
/// judged; the bytes are the same.
struct ScoresFile: ~Copyable {
  private let output: Output
  private let workers: OrderedWorkers<ArraySlice<Assessment>, WorkflowError?>?

  /// Rows that are written at a time.
  private static let share = 256

  init(path: String, threads: Int) throws(WorkflowError) {
    let output = try Output(path: path)
    self.output = output
    workers = threads > 1 ? OrderedWorkers(threads: 1) { { output.write($0) } } : nil
  }

  /// Adds a night: late rows are of earlier nights, so they come first.
  mutating func append(_ outcome: NightOutcome) throws(WorkflowError) {
    let late = outcome.late.sorted {
      Arrival($0.receivedAt, id: $0.requestID) < Arrival($1.receivedAt, id: $1.requestID)
    }
    try append(late)
    try append(outcome.assessments)
  }

  private mutating func append(_ assessments: [Assessment]) throws(WorkflowError) {
    for start in stride(from: 0, to: assessments.count, by: ScoresFile.share) {
      let rows = assessments[start..<min(assessments.count, start + ScoresFile.share)]
      let failure = if let workers { workers.give(rows) ?? nil } else { output.write(rows) }
      if let failure { throw failure }
    }
  }

  consuming func commit() throws(WorkflowError) {
    while let done = workers?.take() { if let failure = done { throw failure } }
    try output.commit()
  }
}

/// What the rows go through: words, bytes, the file.
private final class Output: Sendable {
  private struct State: ~Copyable {
    var file: AtomicFile?
    var bytes: [UInt8] = []

    mutating func flush() throws(WorkflowError) {
      try file?.append(block: bytes)
      bytes.removeAll(keepingCapacity: true)
    }
  }

  /// Bytes that are gathered before they go to the file.
  private static let block = 1 << 18
  private let writer: ScoreWriter
  private let state: Mutex<State>

  init(path: String) throws(WorkflowError) {
    writer = ScoreWriter(format: ScoreWriter.Format(fileName: path))
    var file = try AtomicFile(path: path)
    var header: [UInt8] = []
    writer.appendHeader(to: &header)
    try file.append(header)
    state = Mutex(State(file: file))
  }

  /// Appends rows; says what went wrong.
  func write(_ rows: ArraySlice<Assessment>) -> WorkflowError? {
    state.withLock { state in
      do throws(WorkflowError) {
        for row in rows {
          writer.append(row, to: &state.bytes)
          if state.bytes.count >= Output.block { try state.flush() }
        }
        try state.flush()
      } catch { return error }
      return nil
    }
  }

  func commit() throws(WorkflowError) {
    let file = state.withLock { $0.file.take() }
    try file?.commit()
  }
}
