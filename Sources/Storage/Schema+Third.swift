extension Schema {
  /// What the third migration adds.
  static let thirdTables = """
    -- A keyed digest of what the digest of a score leaves out: agency, sender, campaign, sentences and so on. Empty for
    -- scores of before.
    ALTER TABLE scores ADD COLUMN seal BLOB NOT NULL DEFAULT x'';

    -- The digest of what the close of a night wrote beside scores and state: counts, verdicts taken in, lessons,
    -- restatements, campaigns. Empty for nights of before.
    ALTER TABLE nights ADD COLUMN ledger_digest BLOB NOT NULL DEFAULT x'';

    -- The digest of a campaign as the close of `night` left it: the row itself grows with later nights.
    CREATE TABLE campaign_digests(
      night INTEGER NOT NULL,
      campaign_id TEXT NOT NULL,
      digest BLOB NOT NULL,
      PRIMARY KEY (night, campaign_id)
    ) STRICT, WITHOUT ROWID;

    CREATE INDEX lessons_by_night ON lessons(night);
    """

  /// The views anew: instants have three decimals where those are enough, as in the scores file, and `v_nights` has
  /// `ledger_digest` as its last column.
  static let thirdViews =
    ["v_scores", "v_alerts", "v_reasons", "v_nights", "v_dispositions"].map { "DROP VIEW \($0);" }.joined(
      separator: "\n")
    + scoreViews(instant: shortInstant) + nightView(more: ", ledger_digest", values: ", lower(hex(ledger_digest))")
    + dispositionView(instant: shortInstant)

  /// RFC 3339 in UTC with no decimals, three or six: the fewest that hold the instant.
  private static func shortInstant(_ column: String) -> String {
    let fraction = fraction(of: column)
    return wholeSeconds(column)
      + " || CASE WHEN \(fraction) = 0 THEN '' WHEN \(fraction) % 1000 = 0 THEN printf('.%03d', \(fraction) / 1000)"
      + " ELSE printf('.%06d', \(fraction)) END || 'Z'"
  }
}
