import Foundation

/// A file of notices, one JSON object a line, that appears when it is finished, mode 0600.
struct NoticeFile: ~Copyable {
  let path: String
  private var file: AtomicFile?
  private(set) var count = 0

  /// - Parameter isAsked: whether the file is written though there may be nothing in it.
  init(path: String, isAsked: Bool = false) throws(WorkflowError) {
    self.path = path
    if isAsked { file = try AtomicFile(path: path) }
  }

  mutating func append(_ notice: some Encodable) throws(WorkflowError) {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    guard let bytes = try? encoder.encode(notice) else { throw .defect("a notice cannot be written as JSON") }
    if file == nil { file = try AtomicFile(path: path) }
    try file?.append(bytes)
    try file?.append("\n")
    count += 1
  }

  /// Makes the file appear; says whether there is one.
  consuming func finish() throws(WorkflowError) -> Bool {
    guard let file = file.take() else { return false }
    try file.commit()
    return true
  }
}
