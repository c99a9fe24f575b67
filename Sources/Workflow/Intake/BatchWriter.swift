import Dispatch
import Foundation
import Storage
import Synchronization

/// Appends batches to a store on a thread of its own, in the order given, while the next ones are being read.
///
/// At most `Self.room` groups wait, so that memory does not grow with the input. After an error nothing more is written.
final class BatchWriter: Sendable {
  private struct Progress {
    var waiting: [[RequestBatch]?] = []
    var outcome = AppendOutcome()
    var failure: (any Error)?
  }

  private static let room = 1
  private let progress = Mutex(Progress())
  private let free = DispatchSemaphore(value: BatchWriter.room)
  private let filled = DispatchSemaphore(value: 0)
  private let ended = DispatchSemaphore(value: 0)

  /// - Parameter write: appends a group, all or none; called on one thread.
  init(_ write: @escaping @Sendable ([RequestBatch]) throws -> AppendOutcome) {
    let thread = Thread { [self] in
      while let group = take() {
        if progress.withLock({ $0.failure == nil }) {
          let result = Result { try write(group) }
          progress.withLock { progress in
            switch result {
            case .success(let outcome): progress.outcome += outcome
            case .failure(let error): progress.failure = error
            }
          }
        }
        free.signal()
      }
      ended.signal()
    }
    thread.start()
  }

  /// Hands a group over; waits while enough are waiting.
  ///
  /// - Throws: what an earlier group failed with.
  func give(_ group: [RequestBatch]) throws {
    free.wait()
    put(group)
    if let failure = progress.withLock({ $0.failure }) { throw failure }
  }

  /// Waits until everything is written, ends the thread, and says what became of the rows.
  ///
  /// To be called once, whatever happened.
  func finish() throws -> AppendOutcome {
    put(nil)
    ended.wait()
    return try progress.withLock { progress in
      if let failure = progress.failure { throw failure }
      return progress.outcome
    }
  }

  private func put(_ group: [RequestBatch]?) {
    progress.withLock { $0.waiting.append(group) }
    filled.signal()
  }

  private func take() -> [RequestBatch]? {
    filled.wait()
    return progress.withLock { $0.waiting.removeFirst() }
  }
}
