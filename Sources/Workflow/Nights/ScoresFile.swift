import Reporting
import Scoring

/// A scores file that appears whole: rows by (received_at, request id), JSONL or CSV by its ending.
struct ScoresFile: ~Copyable {
  private var file: AtomicFile
  private let writer: ScoreWriter
  private var bytes: [UInt8] = []

  init(path: String) throws(WorkflowError) {
    file = try AtomicFile(path: path)
    writer = ScoreWriter(format: ScoreWriter.Format(fileName: path))
    writer.appendHeader(to: &bytes)
  }

  /// Adds a night: late rows are of earlier nights, so they come first.
  mutating func append(_ outcome: NightOutcome) throws(WorkflowError) {
    let late = outcome.late.sorted {
      $0.receivedAt != $1.receivedAt
        ? $0.receivedAt < $1.receivedAt : $0.requestID.utf8.lexicographicallyPrecedes($1.requestID.utf8)
    }
    for assessment in late { try append(assessment) }
    for assessment in outcome.assessments { try append(assessment) }
  }

  private mutating func append(_ assessment: Assessment) throws(WorkflowError) {
    writer.append(assessment, to: &bytes)
    if bytes.count >= 1 << 16 { try flush() }
  }

  private mutating func flush() throws(WorkflowError) {
    try file.append(bytes)
    bytes.removeAll(keepingCapacity: true)
  }

  consuming func commit() throws(WorkflowError) {
    try flush()
    try file.commit()
  }
}
