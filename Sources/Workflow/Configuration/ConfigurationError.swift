/// Why a configuration cannot be used; the description says what to change.
package enum ConfigurationError: Error, Hashable, Sendable, CustomStringConvertible {
  /// The file that `--config` or the variable names is not there or cannot be read.
  case unreadable(path: String, reason: String)
  /// The file is not YAML, or not a list of keys with plain values.
  case malformed(path: String, line: Int, reason: String)
  case unknownKey(path: String, line: Int, key: String, nearest: String)
  case badValue(path: String, line: Int, key: String, expected: String)
  case badVariable(name: String, expected: String)
  case unknownVariable(name: String, nearest: String)

  package var description: String {
    switch self {
    case .unreadable(let path, let reason):
      "\(path): \(reason). Name another file with --config, or make one with `countersign init`."
    case .malformed(let path, let line, let reason):
      "\(path):\(line): \(reason)."
    case .unknownKey(let path, let line, let key, let nearest):
      "\(path):\(line): there is no key “\(Terminal.plain(key))”. Did you mean “\(nearest)”?"
    case .badValue(let path, let line, let key, let expected):
      "\(path):\(line): \(key) must be \(expected)."
    case .badVariable(let name, let expected):
      "The variable \(name) must be \(expected)."
    case .unknownVariable(let name, let nearest):
      "There is no setting for the variable \(name). Did you mean \(nearest)?"
    }
  }
}
