import Reporting
import RequestModel
import Scoring

/// A scores file that appears whole: rows by (received_at, request id), JSONL or CSV by its ending.
///
/// With more than one thread the rows are put into words on threads of their own, while others are written, and while the
/// next night is judged; the bytes are the same.
struct ScoresFile: ~Copyable {
  private let writer: ScoreWriter
  private let workers: OrderedWorkers<ArraySlice<Assessment>, [UInt8]>?
  private var file: AtomicFile

  /// Rows that are put into words at a time, some 10 KB each.
  private static let share = 64

  /// - Parameter written: what an earlier run had written of it, to go on with.
  init(path: String, threads: Int, after written: WrittenScores? = nil) throws(WorkflowError) {
    let writer = ScoreWriter(format: ScoreWriter.Format(fileName: path))
    self.writer = writer
    if let written {
      file = try AtomicFile(continuing: written.leftover, of: path, from: written.bytes)
    } else {
      var begun = try AtomicFile(path: path)
      var header: [UInt8] = []
      writer.appendHeader(to: &header)
      try begun.append(header)
      file = begun
    }
    workers = threads > 1 ? OrderedWorkers(threads: threads) { { ScoresFile.bytes(of: $0, writer) } } : nil
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
      guard let workers else {
        try file.append(block: ScoresFile.bytes(of: rows, writer))
        continue
      }
      if let done = workers.give(rows) { try file.append(block: done) }
    }
  }

  private static func bytes(of rows: ArraySlice<Assessment>, _ writer: ScoreWriter) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(rows.count * 12_288)
    for row in rows { writer.append(row, to: &bytes) }
    return bytes
  }

  consuming func commit() throws(WorkflowError) {
    while let done = workers?.take() { try file.append(block: done) }
    try file.commit()
  }
  /// Ends without a result, and leaves what is written for a run that goes on with it.
  consuming func leave() throws(WorkflowError) {
    while let done = workers?.take() { try file.append(block: done) }
    try file.leave()
  }
}
