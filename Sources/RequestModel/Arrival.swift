/// When a request came, and its id: the order in which a log is judged.
package struct Arrival: Comparable, Sendable {
  private let receivedAt: Instant
  private let id: String

  package init(_ receivedAt: Instant, id: String) {
    self.receivedAt = receivedAt
    self.id = id
  }

  /// The earlier first; by bytes of the id within one microsecond.
  package static func < (a: Arrival, b: Arrival) -> Bool {
    a.receivedAt != b.receivedAt ? a.receivedAt < b.receivedAt : a.id.utf8.lexicographicallyPrecedes(b.id.utf8)
  }
}

extension Request {
  package var arrival: Arrival { Arrival(receivedAt, id: id) }
}
