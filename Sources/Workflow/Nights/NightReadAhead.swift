import RequestModel
import Storage

/// Reads the requests of the night to come on a thread of its own, while a night is judged.
final class NightReadAhead {
  private let store: Store
  private let workers: OrderedWorkers<Night, Result<[Request], any Error>>
  private var coming: Night?

  init(_ store: Store) {
    self.store = store
    workers = OrderedWorkers(threads: 1) { { night in Result { try store.requests(of: night) } } }
  }

  /// The requests of `night`; those of `next`, where there is one, are read meanwhile.
  func requests(of night: Night, then next: Night?) throws -> [Request] {
    let ahead = coming == night ? workers.take() : nil
    if ahead == nil, coming != nil { _ = workers.take() }
    let requests = try ahead?.get() ?? store.requests(of: night)
    coming = next
    if let next { _ = workers.give(next) }
    return requests
  }
}
