package import RequestModel

/// What a batch of requests came to.
package struct AppendOutcome: Hashable, Sendable {
  /// Ids that the store had not seen, late ones included.
  package var new = 0
  /// Rows whose id the store holds with the same content.
  package var duplicate = 0
  /// Rows whose id the store holds with other content, whichever of the two won.
  package var conflicting = 0
  /// New rows whose night was closed.
  package var late = 0
  /// The first ids that conflict, in order of arrival, without repeats, at most `maximalConflictingIDs`.
  package var conflictingIDs: [String] = []

  package static let maximalConflictingIDs = 100

  package init() {}

  /// Adds the outcome of a later batch.
  package static func += (a: inout AppendOutcome, b: AppendOutcome) {
    a.new += b.new
    a.duplicate += b.duplicate
    a.conflicting += b.conflicting
    a.late += b.late
    for id in b.conflictingIDs { a.note(id) }
  }

  mutating func note(_ id: String) {
    guard conflictingIDs.count < AppendOutcome.maximalConflictingIDs, !conflictingIDs.contains(id) else { return }
    conflictingIDs.append(id)
  }
}

/// Content that came under a request id and did not win it.
package struct StoredConflict: Hashable, Sendable {
  package var requestID: String
  package var contentDigest: Pseudonym
  package var night: Night
  package var receivedAt: Instant
}
