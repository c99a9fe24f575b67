import Foundation

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// A file that appears whole or not at all: written under a temporary name, flushed to the disk, renamed on `commit`.
///
/// Mode 0600 from the start, since results hold personal data. A file that is not committed is removed. What stands there
/// and is no file, a device or a pipe, is written to as it is: a rename would take its place.
package struct AtomicFile: ~Copyable {
  package let path: String
  /// nil where there is nothing to rename.
  private let temporaryPath: String?
  private var descriptor: Int32
  private var buffer: [UInt8] = []

  /// Stands for standard output, as it does for standard input.
  static let standardOutput = "-"

  /// Bytes gathered before they go to the kernel.
  private static let bufferSize = 1 << 18

  package init(path: String) throws(WorkflowError) {
    self.path = path
    if path == AtomicFile.standardOutput {
      temporaryPath = nil
      descriptor = dup(STDOUT_FILENO)
    } else if AtomicFile.isSpecial(path) {
      temporaryPath = nil
      descriptor = open(path, O_WRONLY | O_CLOEXEC)
    } else {
      AtomicFile.removeLeftovers(of: path)
      let beside = AtomicFile.beside(path)
      temporaryPath = beside
      descriptor = open(beside, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW, 0o600)
    }
    guard descriptor >= 0 else { throw .outputUnwritable(path: path, reason: FileFault.reason(errno)) }
    buffer.reserveCapacity(AtomicFile.bufferSize + 4_096)
  }

  /// Goes on with the first `count` bytes of what another process left of the file.
  init(continuing leftover: String, of path: String, from count: Int) throws(WorkflowError) {
    self.path = path
    let beside = AtomicFile.beside(path)
    temporaryPath = beside
    descriptor = open(leftover, O_WRONLY | O_CLOEXEC | O_NOFOLLOW)
    guard descriptor >= 0 else { throw .outputUnwritable(path: path, reason: FileFault.reason(errno)) }
    guard ftruncate(descriptor, off_t(count)) == 0, lseek(descriptor, 0, SEEK_END) == off_t(count),
      rename(leftover, beside) == 0
    else { throw .outputUnwritable(path: path, reason: FileFault.reason(errno)) }
    buffer.reserveCapacity(AtomicFile.bufferSize + 4_096)
  }

  deinit {
    guard descriptor >= 0 else { return }
    close(descriptor)
    if let temporaryPath { unlink(temporaryPath) }
  }

  /// What stands between the name of a file and the process that writes it.
  static let mark = ".partial-"

  /// Where this process writes what is to become the file.
  private static func beside(_ path: String) -> String { path + mark + String(getpid()) }

  /// Removes what processes that are gone left of this file: nobody reads it, and it holds personal data.
  private static func removeLeftovers(of path: String) {
    for leftover in leftovers(of: path) { unlink(leftover) }
  }

  /// What a process that is gone left of this file; the longest where there are several.
  static func leftover(of path: String) -> String? {
    leftovers(of: path).max { size($0) < size($1) }
  }

  private static func leftovers(of path: String) -> [String] {
    let folder = (path as NSString).deletingLastPathComponent
    let start = (path as NSString).lastPathComponent + mark
    let names = try? FileManager.default.contentsOfDirectory(atPath: folder.isEmpty ? "." : folder)
    return (names ?? []).sorted().filter { name in
      guard name.hasPrefix(start), let process = pid_t(name.dropFirst(start.count)) else { return false }
      return kill(process, 0) != 0 && errno == ESRCH
    }.map { (folder as NSString).appendingPathComponent($0) }
  }

  private static func size(_ path: String) -> Int {
    var facts = stat()
    return stat(path, &facts) == 0 ? Int(facts.st_size) : 0
  }

  /// Whether a device, a pipe or a socket stands at `path`.
  private static func isSpecial(_ path: String) -> Bool {
    var facts = stat()
    guard stat(path, &facts) == 0 else { return false }
    let kind = facts.st_mode & S_IFMT
    return kind != S_IFREG && kind != S_IFDIR
  }

  package mutating func append(_ bytes: some Sequence<UInt8>) throws(WorkflowError) {
    buffer.append(contentsOf: bytes)
    if buffer.count >= AtomicFile.bufferSize { try flush() }
  }

  /// Appends many bytes without a copy of them.
  package mutating func append(block: [UInt8]) throws(WorkflowError) {
    if block.count < AtomicFile.bufferSize { return try append(block) }
    try flush()
    try FileFault.writeAll(block, to: descriptor, path: path)
  }

  package mutating func append(_ text: String) throws(WorkflowError) { try append(text.utf8) }

  private mutating func flush() throws(WorkflowError) {
    try FileFault.writeAll(buffer, to: descriptor, path: path)
    buffer.removeAll(keepingCapacity: true)
  }

  /// Makes the file appear under its own name, durably.
  package consuming func commit() throws(WorkflowError) {
    try flush()
    guard let temporaryPath else { return }
    guard fsync(descriptor) == 0, rename(temporaryPath, path) == 0 else {
      throw .outputUnwritable(path: path, reason: FileFault.reason(errno))
    }
    close(descriptor)
    descriptor = -1
    let folder = (path as NSString).deletingLastPathComponent
    let opened = open(folder.isEmpty ? "." : folder, O_RDONLY | O_CLOEXEC)
    guard opened >= 0 else { return }
    fsync(opened)  // the rename itself
    close(opened)
  }

  /// Ends without a result, and leaves what is written for a run that goes on with it.
  consuming func leave() throws(WorkflowError) {
    try flush()
    close(descriptor)
    descriptor = -1
  }

  /// Writes `bytes` as the whole content of `path`.
  package static func write(_ bytes: some Sequence<UInt8>, to path: String) throws(WorkflowError) {
    var file = try AtomicFile(path: path)
    try file.append(bytes)
    try file.commit()
  }

  package static func write(_ text: String, to path: String) throws(WorkflowError) { try write(text.utf8, to: path) }
}

extension FileFault {
  /// Writes all bytes, however many calls it takes.
  static func writeAll(_ bytes: [UInt8], to descriptor: Int32, path: String) throws(WorkflowError) {
    var written = 0
    while written < bytes.count {
      let count = bytes[written...].withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
      if count < 0 {
        if errno == EINTR { continue }
        if errno == EPIPE { throw .readerGone }
        throw .outputUnwritable(path: path, reason: reason(errno))
      }
      written += count
    }
  }
}
