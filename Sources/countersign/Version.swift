/// The version of the program, as `--version` says it and the journal of runs records it.
enum Version {
  static let text = "0.1.0"
}
