#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Standard output, gathered into large writes; `readerGone` where the reader has closed it.
///
/// The process must ignore SIGPIPE (`Signals.install`), so that a closed pipe is an error and not the end of the process.
package struct StandardOutput: ~Copyable {
  private var buffer: [UInt8] = []

  package init() {}

  package mutating func append(_ text: String) throws(WorkflowError) {
    buffer.append(contentsOf: text.utf8)
    if buffer.count >= 1 << 16 { try flush() }
  }

  package mutating func flush() throws(WorkflowError) {
    let pending = buffer
    buffer.removeAll(keepingCapacity: true)
    try FileFault.writeAll(pending, to: STDOUT_FILENO, path: "standard output")
  }

  /// Writes `text` at once.
  package static func write(_ text: String) throws(WorkflowError) {
    var output = StandardOutput()
    try output.append(text)
    try output.flush()
  }
}
