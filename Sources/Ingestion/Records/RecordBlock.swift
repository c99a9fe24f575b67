/// A stretch of input that holds whole records: the unit that workers parse.
package struct RecordBlock: Sendable {
  /// One record's bytes within the block, and the line of the input that it began on (the first line is 1).
  package struct Record: Sendable, Hashable {
    package var start: Int32
    package var count: Int32
    package var line: Int
  }

  /// Place of the block in its input, counted from 0.
  package var sequence: Int
  package var bytes: [UInt8]
  package var records: [Record]
  /// Records that never became one: too long, an unclosed quote, cut off by the end.
  package var rejections: [Rejection]
  /// The column names of a CSV input; empty for JSON Lines.
  package var header: [String]
  /// What stands between CSV cells.
  package var delimiter = UInt8(ascii: ",")

  package var isEmpty: Bool { records.isEmpty && rejections.isEmpty }
}

/// How records are written.
package enum RecordFormat: String, Sendable, CaseIterable {
  case jsonl, csv

  /// Judges by a file name, its compression's ending aside; nil where the name does not say.
  package init?(fileName: String) {
    var name = fileName.lowercased()
    for ending in [".gz", ".gzip", ".zst", ".zstd"] where name.hasSuffix(ending) { name.removeLast(ending.count) }
    if name.hasSuffix(".jsonl") || name.hasSuffix(".ndjson") || name.hasSuffix(".json") {
      self = .jsonl
    } else if name.hasSuffix(".csv") {
      self = .csv
    } else {
      return nil
    }
  }

  /// Judges by the first byte that is no white space: `{` begins JSON Lines.
  package init(firstBytes: ByteView) {
    let text = firstBytes.starts(with: [0xEF, 0xBB, 0xBF]) ? firstBytes.part(3, firstBytes.count) : firstBytes
    self = text.trimmed().first == UInt8(ascii: "{") ? .jsonl : .csv
  }
}
