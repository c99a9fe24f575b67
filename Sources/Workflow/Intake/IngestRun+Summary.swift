package import Reporting
import Storage

extension IngestRun.Outcome {
  /// What a person should know, a line each.
  package var lines: [String] {
    var lines = [tally.line + "."]
    let summary = tally.summary
    if !summary.repairedFields.isEmpty {
      lines.append("Repaired: " + listed(summary.repairedFields.map { ($0.name, $0.count) }))
    }
    if !summary.unknownFields.isEmpty {
      lines.append("Unknown fields, ignored: " + listed(summary.unknownFields.map { ($0.name, $0.count) }))
    }
    if !summary.rejectReasons.isEmpty {
      lines.append("Rejected: " + listed(summary.rejectReasons.map { ($0.name, $0.count) }))
    }
    if tally.damagedFiles > 0 {
      lines.append(
        tally.damagedFiles == 1
          ? "A packed file ends early or is damaged: fetch it again."
          : "\(tally.damagedFiles) packed files end early or are damaged: fetch them again.")
    }
    if !tally.accepted.conflictingIDs.isEmpty {
      let ids = tally.accepted.conflictingIDs
      let more = ids.count > 10 ? " …" : ""
      lines.append("The same id came with other content: " + ids.prefix(10).joined(separator: ", ") + more)
    }
    if let rejects, tally.hasLosses { lines.append("What was rejected, line by line: \(rejects)") }
    if let repairs { lines.append("What was repaired, line by line: \(repairs)") }
    return lines
  }

  /// The most frequent of the names with their counts.
  private func listed(_ counts: [(String, Int)]) -> String {
    let shown = counts.prefix(10).map { "\(Terminal.plain($0.0)) (\($0.1))" }.joined(separator: ", ")
    return shown + (counts.count > 10 ? " and \(counts.count - 10) more" : "") + "."
  }

  /// The counts as one JSON object.
  package var json: String { jsonValue.text() + "\n" }

  /// The counts as a JSON object.
  package var jsonValue: JSONValue {
    let counts = tally.counts
    return .object(
      [JSONValue.Member("files", .integer(tally.files))]
        + IntakeTally.names.map { .init($0, .integer(counts[$0] ?? 0)) }
        + [
          .init("damaged_files", .integer(tally.damagedFiles)), .init("rejects_file", .text(rejects)),
          .init("repairs_file", .text(repairs)), .init("unknown_fields", named(tally.summary.unknownFields)),
          .init("repaired_fields", named(tally.summary.repairedFields)),
          .init("reject_reasons", named(tally.summary.rejectReasons)),
        ])
  }

  private func named(_ counts: [CountedName]) -> JSONValue {
    .object(counts.map { .init($0.name, .integer($0.count)) })
  }
}
