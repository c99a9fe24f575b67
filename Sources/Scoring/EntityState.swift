package import Baselines
package import Statistics

/// All that is kept of one entity: how it behaves, whether it is under suspicion, how its scores fall.
package final class EntityState {
  package var profile: Profile
  package var suspicion: Suspicion
  package var cell: ConformalCell
  package var level = ScoreLevel()
  /// Of an agency: which senders showed what of late.
  package var steps = StepLedger()
  /// The last night on which it was read or written, for the cache.
  var touched: Int32 = 0
  /// How much memory it takes, in entries of tables.
  var weight: Int { 16 + profile.counts.count + profile.words.count + cell.steps.count + 2 * steps.count }
  /// Whether the current night has changed it.
  var isChanged = false

  package init() {
    profile = Profile()
    suspicion = Suspicion()
    cell = ConformalCell()
  }

  package func encoded() -> [UInt8] {
    var out = ByteWriter()
    suspicion.encode(into: &out)
    cell.encode(into: &out)
    level.encode(into: &out)
    steps.encode(into: &out)
    out.bytes += profile.encoded()
    return out.bytes
  }

  package convenience init(encoded bytes: [UInt8]) throws(ByteReadingError) {
    self.init()
    var reader = ByteReader(bytes)
    suspicion = try Suspicion(from: &reader)
    cell = try ConformalCell(from: &reader)
    level = try ScoreLevel(from: &reader)
    steps = try StepLedger(from: &reader)
    profile = try Profile(encoded: Array(bytes[reader.position...]))
  }
}
