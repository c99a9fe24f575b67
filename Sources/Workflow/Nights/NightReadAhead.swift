import RequestModel
import Storage

/// Reads the requests of the night to come on a thread of its own, while this one is still being closed.
final class NightReadAhead {
  private let store: Store
  private let workers: OrderedWorkers<Night, Result<[Request], any Error>>
  private var coming: Night?

  init(_ store: Store) {
    self.store = store
    workers = OrderedWorkers(threads: 1) { { night in Result { try store.requests(of: night) } } }
  }

  /// Begins to read the requests of a night that will be asked for next.
  func begin(_ night: Night) {
    if coming != nil { _ = workers.take() }
    coming = night
    _ = workers.give(night)
  }

  /// The requests of `night`: those that were read ahead, or read now.
  func requests(of night: Night) throws -> [Request] {
    guard let ahead = coming else { return try store.requests(of: night) }
    coming = nil
    let requests = workers.take()
    return try ahead == night ? requests?.get() ?? [] : store.requests(of: night)
  }
}
