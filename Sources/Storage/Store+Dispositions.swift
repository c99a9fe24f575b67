import GRDB
package import RequestModel

/// What a log says was done with a request: known later than it came, so no part of its content.
package struct StoredDisposition: Hashable, Sendable {
  package var disposition: Disposition
  /// Nil where the log gives no time; such a one is older than any that has one.
  package var at: Instant?

  package init(_ disposition: Disposition, at: Instant?) {
    self.disposition = disposition
    self.at = at
  }

  /// What stands in the table for "no time".
  static let noTime = Int64.min
}

extension Store {
  /// Everything that the logs said was done with a request, what holds first.
  ///
  /// The latest time holds, at one time the later word of the vocabulary, whichever file said it first.
  package func dispositions(of requestID: String) throws(StoreError) -> [StoredDisposition] {
    try read { database in
      let query = try Statement(
        database,
        """
        SELECT at, disposition FROM dispositions WHERE seq = (SELECT seq FROM requests WHERE id = ?)
        ORDER BY at DESC, disposition DESC
        """)
      query.bind(1, requestID)
      var found: [StoredDisposition] = []
      while try query.step() {
        guard let disposition = UInt8(exactly: query.integer(1)).flatMap(Disposition.init(rawValue:)) else {
          throw StoreError.damaged
        }
        let at = query.integer(0)
        found.append(
          StoredDisposition(disposition, at: at == StoredDisposition.noTime ? nil : Instant(microseconds: at)))
      }
      return found
    }
  }
}
