package import RequestModel

/// One verdict of a labels file.
package struct LabelRow: Hashable, Sendable {
  package var line: Int
  package var requestID: String
  package var isFraudulent: Bool
  package var labelledAt: Instant
  /// Free text: `callback`, `agency_report`, `analyst`, `audit` …; empty where not told.
  package var source: String
  package var scenario: String
  package var note: String

  /// Reads `labels.csv` or `labels.jsonl`; rows stand in file order, also those that a later one replaces.
  package static func read(_ bytes: ByteView, format: RecordFormat, limits: IntakeLimits) -> SideFile<LabelRow> {
    let columns = ["request_id", "label", "labelled_at", "source", "scenario", "note"]
    let table = SideTable(bytes, format: format, columns: columns, limits: limits)
    var file = SideFile<LabelRow>(faults: table.faults)
    for row in table.rows {
      let texts = row.texts
      func fail(_ column: Int, _ fault: Fault) {
        file.faults.append(SideFileFault(line: row.line, field: columns[column], fault: fault))
      }
      if let empty = (0..<3).first(where: { texts[$0].isEmpty }) {
        fail(empty, .missing)
        continue
      }
      let label = texts[1].lowercased()
      guard label == "fraudulent" || label == "legitimate" else {
        fail(1, .unknownValue)
        continue
      }
      guard texts[0].utf8.count <= limits.requestIDBytes else {
        fail(0, .tooLongText(limit: limits.requestIDBytes))
        continue
      }
      switch Array(texts[2].utf8).withUnsafeBufferPointer({ Timestamp.parse($0) }) {
      case .failure(let failure): fail(2, failure == .noOffset ? .noOffset : .notATimestamp)
      case .success(let stamp) where stamp.instant < limits.earliest: fail(2, .tooEarly)
      case .success(let stamp) where stamp.instant > limits.latest: fail(2, .tooLate)
      case .success(let stamp):
        file.rows.append(
          LabelRow(
            line: row.line, requestID: texts[0], isFraudulent: label == "fraudulent", labelledAt: stamp.instant,
            source: texts[3], scenario: texts[4], note: texts[5]))
      }
    }
    file.faults.sort { $0.line < $1.line }
    return file
  }
}
