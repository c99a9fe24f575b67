/// A table whose rows bear seals, and what each seal is over.
enum SealedTable: String, CaseIterable {
  case conflicts, dispositions, requests, runs, settings, texts, verdicts
  case stateErasures = "state_erasures"

  /// The seal that a row should bear, in SQL over its columns.
  ///
  /// What nights and judgements vouch for already is left out, and what they note of a row later.
  var expression: String {
    let values =
      switch self {
      case .conflicts: "request_id, content_digest, night, received_at"
      case .dispositions: "seq, at, disposition"
      case .requests: "id, night, received_at, content_digest, run, erasure, features"
      case .runs: "run, command, started_at, host, version, \(SealedTable.sealBefore)"
      case .settings: "key, value"
      case .stateErasures: "night, versions"
      case .texts: "seq, text"
      case .verdicts: "seq, request_id, label, labelled_at, source, scenario, note"
      }
    return seal(over: values)
  }

  /// The seal of a row that holds these values, in SQL; they stand in the order of `expression`.
  func seal(over values: String) -> String { "\(SealFunction.name)('\(rawValue)', \(values))" }

  /// Runs are chained, so that none can be taken out from between others.
  private static let sealBefore = "(SELECT p.seal FROM runs p WHERE p.run < runs.run ORDER BY p.run DESC LIMIT 1)"

  /// The second seal of a run, over how it ended.
  static let end = "\(SealFunction.name)('ended', run, ended_at, exit_status, counts, seal)"

  /// Rows that say something else than their seals vouch for.
  var broken: String {
    let own = "(seal <> x'' AND seal IS NOT \(expression))"
    return self == .runs ? "\(own) OR (end_seal <> x'' AND end_seal IS NOT \(SealedTable.end))" : own
  }

  /// Rows that bear none.
  var bare: String { self == .runs ? "seal = x'' OR (ended_at IS NOT NULL AND end_seal = x'')" : "seal = x''" }

  /// Seals the rows that `condition` names anew.
  func sealing(where condition: String) -> String { "UPDATE \(rawValue) SET seal = \(expression) WHERE \(condition)" }
}
