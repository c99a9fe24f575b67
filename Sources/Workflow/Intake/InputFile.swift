import Foundation
package import Ingestion

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// One log as named on the command line: a file, or `-` for standard input.
package struct InputFile: ~Copyable {
  package let path: String
  private let descriptor: Int32
  /// Bytes in the file as it is packed; 0 where that is not known.
  package let size: Int

  /// How much is read at once.
  private static let chunkSize = 1 << 18

  /// Opens `path`.
  ///
  /// - Throws: `inputUnreadable` for a missing file, a missing permission, a directory.
  package init(path: String) throws(WorkflowError) {
    self.path = path
    descriptor = path == "-" ? dup(STDIN_FILENO) : open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw .inputUnreadable(path: path, reason: FileFault.reason(errno)) }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else {
      throw .inputUnreadable(path: path, reason: FileFault.reason(errno))
    }
    guard status.st_mode & S_IFMT != S_IFDIR else {
      throw .inputUnreadable(path: path, reason: "is a directory; name the files in it")
    }
    size = status.st_mode & S_IFMT == S_IFREG ? Int(status.st_size) : 0
  }

  /// Looks whether each of `paths` can be read, before anything is changed.
  ///
  /// A pipe is looked at and not opened: whoever writes to it waits for one reader, and would lose this one.
  ///
  /// - Throws: `inputUnreadable` as `init` does.
  package static func check(_ paths: [String]) throws(WorkflowError) {
    for path in paths where path != "-" {
      var status = stat()
      guard stat(path, &status) == 0 else { throw .inputUnreadable(path: path, reason: FileFault.reason(errno)) }
      if status.st_mode & S_IFMT == S_IFIFO {
        guard access(path, R_OK) == 0 else { throw .inputUnreadable(path: path, reason: FileFault.reason(errno)) }
      } else {
        _ = try InputFile(path: path)
      }
    }
  }

  deinit { if descriptor >= 0 { close(descriptor) } }

  /// Hands the unpacked bytes to `body`, piece by piece, and says how the packing ended.
  ///
  /// - Parameter consumed: told how many packed bytes were read so far.
  /// - Throws: what `body` throws; `inputUnreadable` where not one byte can be read, or unpacked of what is no mere cut: a
  ///   Zstandard block gives nothing before it is whole, up to 128 KiB of it.
  package borrowing func read(
    consumed: (Int) -> Void = { _ in }, _ body: (ByteView) throws -> Void
  ) throws -> StreamEnd {
    let chunk = UnsafeMutablePointer<UInt8>.allocate(capacity: Self.chunkSize)
    defer { chunk.deallocate() }
    var unpacker: Decompressor?
    var total = 0
    var hasOutput = false
    while true {
      let count = try fill(chunk, isFirst: unpacker == nil)
      guard count > 0 else { break }
      total += count
      let bytes = ByteView(start: chunk, count: count)
      let engine = unpacker ?? Decompressor(Compression(firstBytes: bytes))
      unpacker = engine
      try engine.feed(bytes) { piece in
        hasOutput = hasOutput || !piece.isEmpty
        try body(piece)
      }
      consumed(total)
    }
    let end = unpacker?.finish() ?? .complete
    let isCut = end == .truncated && total > Compression.longestHeader
    if end != .complete && !hasOutput && !isCut {
      throw WorkflowError.inputUnreadable(path: path, reason: "not a byte of it can be unpacked")
    }
    return end
  }

  /// Reads one piece; the first holds enough to tell the packing, however slowly a pipe delivers.
  private borrowing func fill(_ chunk: UnsafeMutablePointer<UInt8>, isFirst: Bool) throws(WorkflowError) -> Int {
    var filled = 0
    while filled < (isFirst ? Compression.sniffLength : 1) {
      let count = systemRead(descriptor, chunk + filled, Self.chunkSize - filled)
      if count == 0 { break }
      if count < 0 {
        if errno == EINTR {
          try Signals.checkpoint()
          continue
        }
        throw .inputUnreadable(path: path, reason: FileFault.reason(errno))
      }
      filled += count
    }
    return filled
  }
}
