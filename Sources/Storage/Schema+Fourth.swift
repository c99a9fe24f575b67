extension Schema {
  /// What the fourth migration adds: a keyed digest of each row that neither a judgement nor a night vouches for.
  ///
  /// Empty for rows of before, and for those that were written while the key was away.
  static let fourthTables =
    ["conflicts", "dispositions", "requests", "runs", "settings", "state_erasures", "texts", "verdicts"]
    .map { "ALTER TABLE \($0) ADD COLUMN seal BLOB NOT NULL DEFAULT x'';" }.joined(separator: "\n") + """

      -- The same over how a run ended.
      ALTER TABLE runs ADD COLUMN end_seal BLOB NOT NULL DEFAULT x'';
      """
}
