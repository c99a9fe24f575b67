import GRDB
package import RequestModel

/// What a night taught of a request, where its evidence does not say it: in 1/1024 of a request, at three heights.
package struct StoredLesson: Hashable, Sendable {
  package var requestID: String
  package var night: Night
  package var own: Int64
  package var shared: Int64
  package var common: Int64

  package init(requestID: String, night: Night, own: Int64, shared: Int64, common: Int64) {
    self.requestID = requestID
    self.night = night
    self.own = own
    self.shared = shared
    self.common = common
  }
}

extension Store {
  /// The lessons that are noted of a request, by night.
  package func lessons(of requestID: String) throws(StoreError) -> [StoredLesson] {
    try lessons("WHERE r.id = ? ORDER BY l.night") { $0.bind(1, requestID) }
  }

  /// The lessons that the close of `night` noted, by bytes of the request id.
  package func lessons(closedWith night: Night) throws(StoreError) -> [StoredLesson] {
    try lessons("WHERE l.night = ? ORDER BY r.id") { $0.bind(1, night) }
  }

  private func lessons(
    _ condition: String, _ bind: (borrowing Statement) -> Void
  ) throws(StoreError) -> [StoredLesson] {
    try read { database in
      let query = try Statement(
        database,
        "SELECT r.id, l.night, l.own, l.shared, l.common FROM lessons l JOIN requests r ON r.seq = l.seq \(condition)")
      bind(query)
      var found: [StoredLesson] = []
      while try query.step() {
        found.append(
          StoredLesson(
            requestID: query.text(0), night: query.night(1), own: query.integer(2), shared: query.integer(3),
            common: query.integer(4)))
      }
      return found
    }
  }

  /// - Throws: `unknownRequest` where a request is not stored.
  static func insert(_ lessons: [StoredLesson], into database: Database) throws(StoreError) {
    let insertion = try Statement(
      database, "INSERT INTO lessons SELECT seq, ?2, ?3, ?4, ?5 FROM requests WHERE id = ?1")
    for lesson in lessons {
      insertion.bind(1, lesson.requestID)
      insertion.bind(2, lesson.night)
      insertion.bind(3, lesson.own)
      insertion.bind(4, lesson.shared)
      insertion.bind(5, lesson.common)
      try insertion.run()
      guard insertion.changes == 1 else { throw .unknownRequest }
    }
  }
}
