import Dispatch
import Scoring

extension Crew {
  /// As many threads as are asked for; one works alone.
  static func threads(_ count: Int) -> Crew {
    guard count > 1 else { return .alone }
    return Crew(size: count) { pieces, work in DispatchQueue.concurrentPerform(iterations: pieces, execute: work) }
  }
}
