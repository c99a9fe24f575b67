import GRDB
package import RequestModel

extension Store {
  /// The latest night that a request was read for.
  package func lastReadNight() throws(StoreError) -> Night? {
    try read { try Store.night($0, "SELECT max(night) FROM requests") }
  }

  /// The earliest night with requests that is not closed.
  package func firstPendingNight() throws(StoreError) -> Night? {
    try read { try Store.firstPendingNight($0) }
  }

  /// The nights with requests that are not closed, up to `last`, in order.
  package func pendingNights(through last: Night) throws(StoreError) -> [Night] {
    try read { database in
      // One index probe a night, however many requests it has.
      let next = try Statement(database, "SELECT min(night) FROM requests WHERE night > ? AND night <= ?")
      next.bind(2, last)
      var nights: [Night] = []
      var after = try Store.closedThrough(database) ?? Night(day: .min)
      while true {
        next.bind(1, after)
        guard try next.step(), let night = next.optionalNight(0) else { return nights }
        next.reset()
        nights.append(night)
        after = night
      }
    }
  }

  /// The requests of `night` that came before it was closed, by (`receivedAt`, bytes of the id), erased ones left out;
  /// the same before and after the night is closed.
  package func requests(of night: Night) throws(StoreError) -> [Request] {
    var requests: [Request] = []
    try forEachRequest(of: night) { requests.append($0) }
    return requests
  }

  /// Gives `body` the same, one by one.
  package func forEachRequest(of night: Night, _ body: (consuming Request) -> Void) throws(StoreError) {
    try read { database in
      // The index has them by moment; those of one moment are few, and SQLite would put all content through its sorter.
      let query = try Statement(
        database,
        """
        SELECT features FROM requests WHERE night = ? AND late = 0 AND features IS NOT NULL ORDER BY received_at
        """)
      query.bind(1, night)
      var moment: [Request] = []
      while try query.step() {
        let request = try RequestCodec.decode(query.bytes(0))
        if let first = moment.first, first.receivedAt != request.receivedAt { Store.hand(&moment, to: body) }
        moment.append(request)
      }
      Store.hand(&moment, to: body)
    }
  }

  /// Hands over the requests of one moment, by the bytes of their ids, and keeps none.
  private static func hand(_ moment: inout [Request], to body: (consuming Request) -> Void) {
    if moment.count > 1 { moment.sort { $1.id.utf8.lexicographicallyPrecedes($0.id.utf8) } }
    while let request = moment.popLast() { body(request) }
  }

  /// The late requests that no night has taught yet, by (night, `receivedAt`, bytes of the id), erased ones left out.
  package func lateRequests() throws(StoreError) -> [DatedRequest] {
    try late(whereTaught: "late_for IS NULL", nil)
  }

  /// The late requests that were taught with `night`, in the same order.
  package func lateRequests(taughtWith night: Night) throws(StoreError) -> [DatedRequest] {
    try late(whereTaught: "late_for = ?", night)
  }

  private func late(whereTaught condition: String, _ night: Night?) throws(StoreError) -> [DatedRequest] {
    try read { database in
      let query = try Statement(
        database,
        """
        SELECT night, features FROM requests WHERE late = 1 AND \(condition) AND features IS NOT NULL
        ORDER BY night, received_at, id
        """)
      if let night { query.bind(1, night) }
      var found: [DatedRequest] = []
      while try query.step() {
        found.append(DatedRequest(try RequestCodec.decode(query.bytes(1)), night: query.night(0)))
      }
      return found
    }
  }

  /// One request by its id; nil where it is unknown or erased.
  package func request(_ id: String) throws(StoreError) -> DatedRequest? {
    try read { database in
      let query = try Statement(
        database, "SELECT night, features FROM requests WHERE id = ? AND features IS NOT NULL")
      query.bind(1, id)
      guard try query.step() else { return nil }
      return DatedRequest(try RequestCodec.decode(query.bytes(1)), night: query.night(0))
    }
  }

  /// Calls `body` with every request of these nights, late ones included, by (night, `receivedAt`, bytes of the id).
  ///
  /// `body` may use the store. Memory does not depend on how many there are.
  package func forEachRequest(
    from first: Night, to last: Night, _ body: (DatedRequest) throws -> Void
  ) throws {
    var cursor = (night: first, receivedAt: Instant(microseconds: .min), id: "")
    while true {
      let page = try read { try Store.page($0, after: cursor, through: last, limit: 512) }
      for dated in page.requests { try body(dated) }
      guard let end = page.end else { return }
      cursor = end
    }
  }

  private typealias Cursor = (night: Night, receivedAt: Instant, id: String)

  /// The next requests after the cursor; `end` is nil where there are no more.
  private static func page(
    _ database: Database, after cursor: Cursor, through last: Night, limit: Int
  ) throws(StoreError) -> (requests: [DatedRequest], end: Cursor?) {
    let query = try Statement(
      database,
      """
      SELECT night, received_at, id, features FROM requests
      WHERE (night, received_at) >= (?1, ?2) AND (night, received_at, id) > (?1, ?2, ?3) AND night <= ?4
      ORDER BY night, received_at, id LIMIT ?5
      """)
    query.bind(1, cursor.night)
    query.bind(2, cursor.receivedAt)
    query.bind(3, cursor.id)
    query.bind(4, last)
    query.bind(5, limit)
    var found: [DatedRequest] = []
    var end: Cursor?
    var rows = 0
    while try query.step() {
      rows += 1
      if rows == limit { end = (query.night(0), query.instant(1), query.text(2)) }
      if query.isNull(3) { continue }
      do {
        found.append(DatedRequest(try RequestCodec.decode(query.bytes(3)), night: query.night(0)))
      } catch { throw StoreError(error) }
    }
    return (found, end)
  }

  static func night(_ database: Database, _ sql: String) throws(StoreError) -> Night? {
    let query = try Statement(database, sql)
    return try query.step() ? query.optionalNight(0) : nil
  }

  static func closedThrough(_ database: Database) throws(StoreError) -> Night? {
    try night(database, "SELECT max(night) FROM nights")
  }

  /// A row after the last closed night cannot be late, so the index on nights alone answers.
  static func firstPendingNight(_ database: Database) throws(StoreError) -> Night? {
    try night(
      database,
      "SELECT min(night) FROM requests WHERE night > (SELECT coalesce(max(night), -9223372036854775808) FROM nights)")
  }
}
