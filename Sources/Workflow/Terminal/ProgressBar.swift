import Synchronization

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Draws progress as one line of standard error that is drawn over, ten times a second at most.
package final class ProgressBar: Sendable {
  private let lastDrawn = Mutex(0.0)

  package init() {}

  package func show(_ progress: Progress) {
    let now = Clock.monotonicSeconds()
    let isDue = lastDrawn.withLock { last in
      guard now - last >= 0.1 else { return false }
      last = now
      return true
    }
    if isDue { draw(ProgressBar.line(progress)) }
  }

  /// Removes the line.
  package func clear() {
    let wasDrawn = lastDrawn.withLock { last in
      defer { last = 0 }
      return last > 0
    }
    if wasDrawn { draw("") }
  }

  static func line(_ progress: Progress) -> String {
    guard progress.total > 0 else { return "\(progress.phase): \(progress.done) \(progress.unit)" }
    let share = min(1, max(0, Double(progress.done) / Double(progress.total)))
    let filled = Int(share * 30)
    let bar = String(repeating: "#", count: filled) + String(repeating: "-", count: 30 - filled)
    return "\(progress.phase): [\(bar)] \(Int(share * 100)) % of \(progress.total) \(progress.unit)"
  }

  private func draw(_ line: String) {
    let bytes = Array(("\r\u{1B}[2K" + Terminal.plain(line)).utf8)
    _ = bytes.withUnsafeBytes { write(STDERR_FILENO, $0.baseAddress, $0.count) }
  }
}
