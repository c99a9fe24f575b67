/// What a run tells its caller when it ends.
package enum ExitStatus: Int32, Sendable, CaseIterable {
  case done = 0
  /// Done, but some rows were rejected, or a compressed file was cut off.
  case rowsRejected = 1
  case usage = 2
  case inputUnreadable = 3
  case storeLocked = 4
  case storeUnusable = 5
  /// Alerts were raised and `--fail-on-alert` was given.
  case alerts = 10
  case defect = 70
  /// Ended by an interrupt, after the transaction under way.
  case interrupted = 130
}
