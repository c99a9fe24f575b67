import Foundation

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// The secret under which identifiers become pseudonyms: 32 random bytes, 64 hexadecimal digits in a file of mode 0600.
package enum WorkspaceKey {
  package static let byteCount = 32

  /// Random bytes from the system.
  static func fresh() -> [UInt8] {
    var generator = SystemRandomNumberGenerator()
    return (0..<byteCount).map { _ in UInt8.random(in: .min ... .max, using: &generator) }
  }

  /// Writes a new key.
  package static func make(path: String) throws(WorkflowError) {
    try AtomicFile.write(Hexadecimal.text(fresh()) + "\n", to: path)
  }

  /// Reads a key.
  ///
  /// - Throws: `keyUnusable` where the file is missing, is no key, or can be read by others.
  package static func read(path: String) throws(WorkflowError) -> [UInt8] {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw .keyUnusable(path: path, reason: FileFault.reason(errno)) }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
      throw .keyUnusable(path: path, reason: "is not a file")
    }
    guard status.st_mode & 0o077 == 0 else {
      throw .keyUnusable(path: path, reason: "can be read by others (set it right with chmod 600)")
    }
    var buffer = [UInt8](repeating: 0, count: 256)
    let count = buffer.withUnsafeMutableBytes { systemRead(descriptor, $0.baseAddress, $0.count) }
    let text = String(decoding: buffer[..<max(0, count)], as: UTF8.self).trimmingCharacters(in: .whitespacesAndNewlines)
    guard let bytes = Hexadecimal.bytes(text), bytes.count == byteCount else {
      throw .keyUnusable(path: path, reason: "is no key of \(byteCount * 2) hexadecimal digits")
    }
    return bytes
  }
}
