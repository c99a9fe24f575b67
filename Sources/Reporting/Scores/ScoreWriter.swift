package import Scoring

/// Writes the scores file: one row a scored request, as JSONL or as CSV, into a byte buffer that the caller owns.
///
/// Fields, names and order are those of the request log's interface. `score` and `evidence_bits` read back to the same
/// doubles; `p_value` is never null; what does not apply is null in JSON and empty in CSV. A row depends on nothing but
/// its assessment. O(bytes written), no intermediate objects.
package struct ScoreWriter: Sendable {
  /// The two forms of the scores file.
  package enum Format: String, Sendable, CaseIterable {
    case jsonl, csv

    /// By the ending of a file name; JSONL for anything but `.csv`.
    package init(fileName: String) { self = fileName.lowercased().hasSuffix(".csv") ? .csv : .jsonl }
  }

  package var format: Format

  package init(format: Format) { self.format = format }

  /// The fields in the order of the columns.
  package static let fields = [
    "request_id", "received_at", "agency_id", "sender", "night", "evidence_bits", "score", "p_value", "certified",
    "probability", "rank", "alert", "held", "late", "campaign_id", "model", "baseline_night", "reasons",
  ]

  /// Appends what stands before the rows: the header row of CSV, nothing for JSONL.
  package func appendHeader(to bytes: inout [UInt8]) {
    if format == .csv { CSVBytes.append(row: ScoreWriter.fields, to: &bytes) }
  }

  /// Appends one row with its line end.
  package func append(_ assessment: Assessment, to bytes: inout [UInt8]) {
    switch format {
    case .jsonl: appendJSON(assessment, to: &bytes)
    case .csv: appendCSV(assessment, to: &bytes)
    }
  }

  /// The p-value as it is written: what is not in (0, 1] counts as nothing remarkable.
  static func written(pValue: Double) -> Double { pValue > 0 && pValue <= 1 ? pValue : 1 }
}
