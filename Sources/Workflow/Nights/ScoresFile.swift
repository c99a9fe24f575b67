import Reporting
import RequestModel
import Scoring

/// A scores file that is whole or not there: rows by (received_at, request id), JSONL or CSV by its ending.
struct ScoresFile: ~Copyable {
  private var file: AtomicFile?
  private let writer: ScoreWriter

  /// Nil writes nothing.
  init(path: String?) throws {
    writer = ScoreWriter(format: path.map { ScoreWriter.Format(fileName: $0) } ?? .jsonl)
    file = nil
    guard let path else { return }
    var opened = try AtomicFile(path: path)
    var header: [UInt8] = []
    writer.appendHeader(to: &header)
    try opened.append(header)
    file = consume opened
  }

  mutating func append(_ assessments: [Assessment]) throws {
    guard file != nil else { return }
    var bytes: [UInt8] = []
    for assessment in assessments { writer.append(assessment, to: &bytes) }
    try file?.append(bytes)
  }

  consuming func finish() throws {
    if let file = file.take() { try file.commit() }
  }
}
