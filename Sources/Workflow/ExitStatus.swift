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

  /// What the manual says of it.
  package var meaning: String {
    switch self {
    case .done: "Done; rows that were repaired count as done."
    case .rowsRejected: "Done, but rows were rejected or a packed file was cut off: see the rejects file."
    case .usage: "The command line or the configuration cannot be used."
    case .inputUnreadable: "An input cannot be read, or a result cannot be written."
    case .storeLocked: "Another run holds the store."
    case .storeUnusable: "The store is damaged or of a newer version, or verify found a mismatch."
    case .alerts: "An alert was raised, where --fail-on-alert was given."
    case .defect: "A defect of Countersign."
    case .interrupted: "Interrupted, after the transaction under way."
    }
  }
}
