/// Why a run stopped; the description says what to do about it and holds nothing that came from a request.
package enum WorkflowError: Error, Sendable, CustomStringConvertible {
  case configuration(ConfigurationError)
  /// The command was called in a way that cannot work.
  case usage(String)
  /// A file cannot be read from its first byte on.
  case inputUnreadable(path: String, reason: String)
  /// A result cannot be written.
  case outputUnwritable(path: String, reason: String)
  case storeLocked(store: String, holder: RunLock.Holder?)
  case storeMissing(path: String)
  case storeDamaged(path: String, reason: String)
  case storeNewer(path: String)
  /// The pseudonym key is missing or is none.
  case keyUnusable(path: String, reason: String)
  case noSuchRequest(id: String)
  /// The reader of standard output went away, as `head` does.
  case readerGone
  case interrupted
  /// Something that should never happen.
  case defect(String)

  package var exitStatus: ExitStatus {
    switch self {
    case .configuration, .usage, .keyUnusable, .storeMissing, .noSuchRequest: .usage
    case .inputUnreadable, .outputUnwritable: .inputUnreadable
    case .storeLocked: .storeLocked
    case .storeDamaged, .storeNewer: .storeUnusable
    case .readerGone: .done
    case .interrupted: .interrupted
    case .defect: .defect
    }
  }

  package var description: String {
    switch self {
    case .configuration(let error): error.description
    case .usage(let message): message
    case .inputUnreadable(let path, let reason): "\(path): \(reason)."
    case .outputUnwritable(let path, let reason): "\(path): cannot be written: \(reason)."
    case .storeLocked(let store, let holder):
      "\(store) is in use by another run\(holder.map { " (\($0))" } ?? ""). Wait until it ends, or end it; nothing was changed."
    case .storeMissing(let path):
      "\(path): there is no store here. Make one with `countersign init`, or name it with --store."
    case .storeDamaged(let path, let reason): "\(path): \(reason)"
    case .storeNewer(let path): "\(path) was written by a newer version of Countersign. Use that version."
    case .keyUnusable(let path, let reason):
      "\(path): \(reason). Restore the key that the workspace was made with, name it with key_file in countersign.yaml, or "
        + "make a workspace with `countersign init`."
    case .noSuchRequest(let id): "There is no request “\(Terminal.plain(id))” in the store."
    case .readerGone: "The reader of standard output went away."
    case .interrupted: "Interrupted. What was committed stays; start the command again to go on."
    case .defect(let message): "This is a defect of Countersign, please report it: \(message)"
    }
  }
}
