import Foundation
import Ingestion

/// Writes down what was left out or cleaned in rows that were kept: one JSON object a line, with file, line, field,
/// reason, remedy and what was done.
///
/// The file appears where there is anything to say, mode 0600, and holds nothing of the rows. A log that needs a repair in
/// every row needs a mapping, not a list: the first `limit` are listed.
struct RepairsFile: ~Copyable {
  private var file: NoticeFile

  static let limit = 10_000

  /// - Parameter rejects: where the rejected rows of the run go; the repairs stand beside them.
  init(besideRejects rejects: String) throws(WorkflowError) {
    file = try NoticeFile(path: RepairsFile.path(besideRejects: rejects))
  }

  var path: String { file.path }

  private static func path(besideRejects rejects: String) -> String {
    if rejects == AtomicFile.standardOutput { return "repairs.jsonl" }
    let folder = (rejects as NSString).deletingLastPathComponent as NSString
    let name = (rejects as NSString).lastPathComponent
    let own =
      name.contains("rejects")
      ? name.replacing("rejects", with: "repairs", maxReplacements: 1)
      : (name as NSString).deletingPathExtension + ".repairs.jsonl"
    return folder.appendingPathComponent(own)
  }

  mutating func append(_ repairs: [Repair], file name: String) throws(WorkflowError) {
    for repair in repairs.prefix(max(0, RepairsFile.limit - file.count)) {
      try file.append(
        Entry(
          file: name, line: repair.line, field: "\(repair.field)", reason: repair.fault.reason,
          remedy: repair.fault.remedy, action: repair.action.name))
    }
  }

  /// Makes the file appear; says whether there is one.
  consuming func finish() throws(WorkflowError) -> Bool { try file.finish() }

  private struct Entry: Encodable {
    var file: String
    var line: Int
    var field: String
    var reason: String
    var remedy: String
    var action: String
  }
}

extension Repair.Action {
  /// `dropped`: the value, or one item of it, was left out; `other`: it counts as that; `altered`: it was cut or cleaned.
  fileprivate var name: String {
    switch self {
    case .dropped: "dropped"
    case .other: "other"
    case .altered: "altered"
    }
  }
}
