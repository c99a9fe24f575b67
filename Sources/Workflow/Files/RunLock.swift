import Foundation

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// The right to change a store: an `flock` on a file beside it, given back when the value goes or the process ends.
///
/// The lock is the kernel's, so that a killed run leaves none behind; what the file says is only for the message to others.
package struct RunLock: ~Copyable {
  private let descriptor: Int32

  /// Who holds a lock.
  package struct Holder: Hashable, Sendable, Codable, CustomStringConvertible {
    package var pid: Int32
    package var command: String
    /// When it was taken, in UTC.
    package var since: String

    package var description: String { "process \(pid), `\(Terminal.plain(command))`, since \(Terminal.plain(since))" }
  }

  /// Takes the lock of `store` at once or not at all.
  ///
  /// - Throws: `storeLocked`, with who holds it; `outputUnwritable` where the folder cannot be written to.
  package init(store: String, command: String) throws(WorkflowError) {
    let path = RunLock.path(of: store)
    let opened = open(path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0o600)
    guard opened >= 0 else {
      throw .outputUnwritable(path: path, reason: FileFault.reason(errno))
    }
    guard flock(opened, LOCK_EX | LOCK_NB) == 0 else {
      let fault = errno
      let holder = RunLock.holder(opened)
      close(opened)
      guard fault == EWOULDBLOCK else { throw .outputUnwritable(path: path, reason: FileFault.reason(fault)) }
      throw .storeLocked(store: store, holder: holder)
    }
    descriptor = opened
    let holder = Holder(pid: getpid(), command: command, since: Clock.now().utcText)
    let bytes = Array((try? JSONEncoder().encode(holder)) ?? Data())
    ftruncate(opened, 0)
    _ = bytes.withUnsafeBytes { pwrite(opened, $0.baseAddress, $0.count, 0) }
  }

  deinit {
    ftruncate(descriptor, 0)
    close(descriptor)
  }

  package static func path(of store: String) -> String { store + ".lock" }

  private static func holder(_ descriptor: Int32) -> Holder? {
    var bytes = [UInt8](repeating: 0, count: 4_096)
    let count = bytes.withUnsafeMutableBytes { pread(descriptor, $0.baseAddress, $0.count, 0) }
    guard count > 0 else { return nil }
    return try? JSONDecoder().decode(Holder.self, from: Data(bytes[..<count]))
  }
}
