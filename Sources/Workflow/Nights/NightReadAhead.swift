import Detection
import RequestModel
import Scoring
import Storage

/// Reads the requests of the night to come, and makes them ready, on a thread of its own, while this one is still being
/// closed.
final class NightReadAhead {
  private let read: @Sendable (Night) throws -> [Filing]
  private let workers: OrderedWorkers<Night, Result<[Filing], any Error>>
  private var coming: Night?

  init(_ store: Store, directory: AgencyDirectory) {
    let read: @Sendable (Night) throws -> [Filing] = { try store.filings(of: $0, directory: directory) }
    self.read = read
    workers = OrderedWorkers(threads: 1) { { night in Result { try read(night) } } }
  }

  /// Begins to read the requests of a night that will be asked for next.
  func begin(_ night: Night) {
    if coming != nil { _ = workers.take() }
    coming = night
    _ = workers.give(night)
  }

  /// The requests of `night`: those that were read ahead, or read now.
  func requests(of night: Night) throws -> [Filing] {
    guard let ahead = coming else { return try read(night) }
    coming = nil
    let filings = workers.take()
    return try ahead == night ? filings?.get() ?? [] : read(night)
  }
}

extension Store {
  /// The requests that a night closes with, in order, ready to be judged; none is copied on the way.
  func filings(of night: Night, directory: AgencyDirectory) throws -> [Filing] {
    var filings: [Filing] = []
    try forEachRequest(of: night) { filings.append(Filing($0, directory: directory)) }
    return filings
  }
}
