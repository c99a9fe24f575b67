import GRDB
import RequestModel

/// The statements of one append, prepared once.
struct AppendStatements: ~Copyable {
  struct Stored {
    var seq: Int64
    var night: Night
    var receivedAt: Instant
    var digest: Pseudonym
    var isLate: Bool
    var lateFor: Night?
    var isErased: Bool
  }

  private let insertion: Statement
  private let selection: Statement
  private let replacement: Statement
  private let conflict: Statement
  private let disposition: Statement
  private let text: Statement
  private let textRemoval: Statement

  init(_ database: Database, run: RunID?) throws(StoreError) {
    let insertion = try Statement(
      database,
      """
      INSERT INTO requests(id, night, received_at, content_digest, late, run, features, seal)
      VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, \(SealedTable.requests.seal(over: "?1, ?2, ?3, ?4, ?6, 0, ?7")))
      ON CONFLICT(id) DO NOTHING
      """)
    let selection = try Statement(
      database,
      "SELECT seq, night, received_at, content_digest, late, late_for, erasure FROM requests WHERE id = ?")
    let replacement = try Statement(
      database,
      """
      UPDATE requests SET night = ?2, received_at = ?3, content_digest = ?4, late = ?5, run = ?6, features = ?7,
        seal = \(SealedTable.requests.seal(over: "id, ?2, ?3, ?4, ?6, 0, ?7"))
      WHERE seq = ?1
      """)
    let conflict = try Statement(
      database,
      "INSERT OR IGNORE INTO conflicts VALUES (?1, ?2, ?3, ?4, \(SealedTable.conflicts.seal(over: "?1, ?2, ?3, ?4")))")
    let disposition = try Statement(
      database,
      "INSERT OR IGNORE INTO dispositions VALUES (?1, ?2, ?3, \(SealedTable.dispositions.seal(over: "?1, ?2, ?3")))")
    let text = try Statement(
      database, "INSERT OR REPLACE INTO texts VALUES (?1, ?2, \(SealedTable.texts.seal(over: "?1, ?2")))")
    let textRemoval = try Statement(database, "DELETE FROM texts WHERE seq = ?")
    self.insertion = insertion
    self.selection = selection
    self.replacement = replacement
    self.conflict = conflict
    self.disposition = disposition
    self.text = text
    self.textRemoval = textRemoval
    if let run {
      self.insertion.bind(6, run.rawValue)
      self.replacement.bind(6, run.rawValue)
    }
  }

  /// False where the id is there already.
  borrowing func insert(
    _ row: RequestBatch.Row, of bytes: UnsafeRawBufferPointer, isLate: Bool
  ) throws(StoreError) -> Bool {
    insertion.bind(1, borrowedText: UnsafeRawBufferPointer(rebasing: bytes[row.id]))
    insertion.bind(2, row.night)
    insertion.bind(3, row.receivedAt)
    insertion.bind(4, digest: row.digest)
    insertion.bind(5, isLate)
    insertion.bind(7, borrowed: UnsafeRawBufferPointer(rebasing: bytes[row.features]))
    try insertion.run()
    return insertion.changes == 1
  }

  borrowing func replace(
    _ seq: Int64, _ row: RequestBatch.Row, of bytes: UnsafeRawBufferPointer, isLate: Bool
  ) throws(StoreError) {
    replacement.bind(1, seq)
    replacement.bind(2, row.night)
    replacement.bind(3, row.receivedAt)
    replacement.bind(4, digest: row.digest)
    replacement.bind(5, isLate)
    replacement.bind(7, borrowed: UnsafeRawBufferPointer(rebasing: bytes[row.features]))
    try replacement.run()
    textRemoval.bind(1, seq)
    try textRemoval.run()
  }

  borrowing func stored(_ id: String) throws(StoreError) -> Stored? {
    selection.bind(1, id)
    guard try selection.step() else { return nil }
    let stored = Stored(
      seq: selection.integer(0), night: selection.night(1), receivedAt: selection.instant(2),
      digest: try selection.digest(3), isLate: selection.flag(4), lateFor: selection.optionalNight(5),
      isErased: selection.flag(6))
    selection.reset()
    return stored
  }

  borrowing func recordConflict(
    _ id: String, _ digest: Pseudonym, _ night: Night, _ receivedAt: Instant
  ) throws(StoreError) {
    conflict.bind(1, id)
    conflict.bind(2, digest: digest)
    conflict.bind(3, night)
    conflict.bind(4, receivedAt)
    try conflict.run()
  }

  /// Keeps what stands beside the content of a row that is stored now.
  borrowing func keep(_ row: RequestBatch.Row, seq: Int64) throws(StoreError) {
    try note(row.disposition, seq: seq)
    guard let packed = row.text else { return }
    text.bind(1, seq)
    text.bind(2, packed)
    try text.run()
  }

  borrowing func note(_ said: StoredDisposition?, seq: Int64) throws(StoreError) {
    guard let said else { return }
    disposition.bind(1, seq)
    disposition.bind(2, said.at?.microseconds ?? StoredDisposition.noTime)
    disposition.bind(3, Int64(said.disposition.rawValue))
    try disposition.run()
  }
}
