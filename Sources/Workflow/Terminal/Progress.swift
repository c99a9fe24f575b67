/// How far a run is; runs report it, the terminal draws it.
package struct Progress: Hashable, Sendable {
  /// What is being done, in one or two words.
  package var phase: String
  package var done: Int
  /// 0 where it is not known.
  package var total: Int
  /// What is counted: `rows`, `nights`.
  package var unit: String

  package init(phase: String, done: Int, total: Int, unit: String) {
    self.phase = phase
    self.done = done
    self.total = total
    self.unit = unit
  }

  package typealias Callback = @Sendable (Progress) -> Void
}
