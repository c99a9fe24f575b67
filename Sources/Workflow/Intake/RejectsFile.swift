import Ingestion

/// Writes down every row that was rejected: one JSON object a line, with file, line, field, reason and remedy.
///
/// The file appears when it is finished, mode 0600, and holds nothing of the row but its id.
struct RejectsFile: ~Copyable {
  private var file: NoticeFile
  var path: String { file.path }

  /// - Parameter isAsked: whether the caller named the file: it is then written though there may be nothing in it.
  init(path: String, isAsked: Bool) throws(WorkflowError) {
    file = try NoticeFile(path: path, isAsked: isAsked)
  }

  mutating func append(_ rejections: [Rejection], file name: String) throws(WorkflowError) {
    for rejection in rejections {
      try file.append(
        Entry(
          file: name, line: rejection.line, field: "\(rejection.field)", reason: rejection.fault.reason,
          remedy: rejection.fault.remedy, requestID: rejection.requestID))
    }
  }

  /// Notes damage of a whole file.
  mutating func append(_ end: StreamEnd, file name: String) throws(WorkflowError) {
    try file.append(
      Entry(
        file: name, line: nil, field: "file", reason: "\(end.description); the rows before that were kept",
        remedy: "fetch the file again", requestID: nil))
  }

  /// Makes the file appear; says whether there is one.
  consuming func finish() throws(WorkflowError) -> Bool { try file.finish() }

  private struct Entry: Encodable {
    var file: String
    var line: Int?
    var field: String
    var reason: String
    var remedy: String
    var requestID: String?

    enum CodingKeys: String, CodingKey {
      case file, line, field, reason, remedy
      case requestID = "request_id"
    }
  }
}
