import Dispatch
import Foundation
import Synchronization

/// Does work on several threads and hands the results back in the order in which the work was given.
///
/// `Job` is worked on by whichever thread is free; the owner gives and takes on one thread of its own. At most
/// `threads · 2 + 2` jobs are on their way, so that memory does not grow with the input.
final class OrderedWorkers<Job: Sendable, Result: Sendable> {
  private final class Slot: Sendable {
    let result = Mutex<Result?>(nil)
    let isReady = DispatchSemaphore(value: 0)
  }

  private final class Bench: Sendable {
    let waiting = Mutex<[(job: Job, slot: Slot)?]>([])
    let filled = DispatchSemaphore(value: 0)

    func put(_ entry: (job: Job, slot: Slot)?) {
      waiting.withLock { $0.append(entry) }
      filled.signal()
    }

    func take() -> (job: Job, slot: Slot)? {
      filled.wait()
      return waiting.withLock { $0.isEmpty ? nil : $0.removeFirst() }
    }
  }

  private let bench = Bench()
  private let threads: Int
  private var pending: [Slot] = []

  /// Starts the threads; `makeWorker` is called once on each, and what it returns does that thread's work.
  init(threads: Int, makeWorker: @escaping @Sendable () -> (Job) -> Result) {
    self.threads = max(1, threads)
    for _ in 0..<self.threads {
      let thread = Thread { [bench] in
        let work = makeWorker()
        while let (job, slot) = bench.take() {
          let result = work(job)
          slot.result.withLock { $0 = result }
          slot.isReady.signal()
        }
      }
      // Deeply nested JSON needs room.
      thread.stackSize = 8 << 20
      thread.start()
    }
  }

  deinit { for _ in 0..<threads { bench.put(nil) } }

  /// Gives a job; where enough are on their way, waits for the oldest and returns its result.
  func give(_ job: Job) -> Result? {
    let slot = Slot()
    pending.append(slot)
    bench.put((job, slot))
    return pending.count > threads * 2 + 2 ? take() : nil
  }

  /// The result of the oldest job that is on its way; nil where there is none.
  func take() -> Result? {
    guard !pending.isEmpty else { return nil }
    let slot = pending.removeFirst()
    slot.isReady.wait()
    return slot.result.withLock { result in
      defer { result = nil }
      return result
    }
  }
}
