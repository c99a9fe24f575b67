import Ingestion
package import Reporting
package import Storage

/// What one intake came to, counted while it goes on.
package struct IntakeTally: Hashable, Sendable {
  package var files = 0
  /// Rows that were read, whatever became of them.
  package var read = 0
  package var accepted = AppendOutcome()
  /// Rows that were accepted although something in them had to be left out or cleaned.
  package var repaired = 0
  package var rejected = 0
  /// Compressed files that ended early or were damaged.
  package var damagedFiles = 0
  package var rejectReasons: [String: Int] = [:]
  package var repairedFields: [String: Int] = [:]
  package var unknownFields: [String: Int] = [:]

  package init() {}

  /// Whether something was left out that the caller must look at: exit status 1.
  package var hasLosses: Bool { rejected > 0 || damagedFiles > 0 }

  mutating func count(_ block: ParsedBlock, accepted: Int) {
    read += accepted + block.rejections.count
    rejected += block.rejections.count
    for rejection in block.rejections {
      rejectReasons["\(rejection.field): \(rejection.fault.reason)", default: 0] += 1
    }
    var lastLine = 0
    for repair in block.repairs {
      if repair.line != lastLine { repaired += 1 }
      lastLine = repair.line
      repairedFields["\(repair.field)", default: 0] += 1
    }
    for (name, count) in block.unknownFields { unknownFields[name, default: 0] += count }
  }

  /// What reports show of it.
  package var summary: IntakeSummary {
    var summary = IntakeSummary()
    summary.read = read
    summary.new = accepted.new
    summary.duplicate = accepted.duplicate
    summary.conflicting = accepted.conflicting
    summary.late = accepted.late
    summary.repaired = repaired
    summary.rejected = rejected
    summary.rejectReasons = IntakeTally.ordered(rejectReasons)
    summary.repairedFields = IntakeTally.ordered(repairedFields)
    summary.unknownFields = IntakeTally.ordered(unknownFields)
    return summary
  }

  private static func ordered(_ counts: [String: Int]) -> [CountedName] {
    counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map { CountedName($0.key, $0.value) }
  }

  /// The counts in one line, for people.
  package var line: String {
    let counts = counts
    return IntakeTally.names.map { "\(counts[$0] ?? 0) \($0)" }.joined(separator: ", ")
  }

  /// The counts under the names of the summary, for the journal and for `--json`.
  package var counts: [String: Int] {
    [
      "read": read, "new": accepted.new, "duplicate": accepted.duplicate, "conflicting": accepted.conflicting,
      "late": accepted.late, "repaired": repaired, "rejected": rejected,
    ]
  }

  static let names = ["read", "new", "duplicate", "conflicting", "late", "repaired", "rejected"]
}
