extension Schema {
  /// What an analyst reads with any SQLite tool.
  ///
  /// Nights are `YYYY-MM-DD`, instants RFC 3339 in UTC (with three or six decimals where the second is not whole), bits are
  /// log2, flags 0 or 1.
  ///
  /// | view | a row is | columns |
  /// | --- | --- | --- |
  /// | `v_scores` | a scored request, late ones included | `request_id`, `night`, `received_at`, `agency_id`, `sender`, `score`, `evidence_bits`, `p_value`, `probability`, `rank`, `alert`, `held`, `campaign_id`, `model` |
  /// | `v_alerts` | an alert | the above without `alert` and `held`, then `verdict` (empty: open), `labelled_at`, `reasons` (JSON) |
  /// | `v_reasons` | a scored request × one contribution | `request_id`, `night`, `received_at`, `detector`, `bits` |
  /// | `v_nights` | a closed night | `night`, `skipped`, `requests`, `late`, `alerts`, `held`, digests in hexadecimal: `requests_digest`, `scores_digest`, `state_digest`, `model_digest`, `configuration_digest`, `previous_chain`, `chain`, `ledger_digest` |
  ///
  /// `SELECT detector, sum(bits) FROM v_reasons WHERE night = '2024-03-01' GROUP BY detector` is a whole night's evidence;
  /// `SELECT * FROM v_alerts WHERE verdict IS NULL ORDER BY score DESC` is the queue.
  static let views = scoreViews(instant: instant) + nightView()

  static func scoreViews(instant: (String) -> String) -> String {
    """

    CREATE VIEW v_scores(
      request_id, night, received_at, agency_id, sender, score, evidence_bits, p_value, probability, rank, alert, held,
      campaign_id, model
    ) AS SELECT
      r.id, \(date("r.night")), \(instant("r.received_at")), s.agency_id, s.sender, s.score, s.evidence / 1048576.0,
      s.p_value, s.probability, s.rank, s.alert, s.held, s.campaign_id, s.model
    FROM scores s JOIN requests r ON r.seq = s.seq;

    CREATE VIEW v_alerts(
      request_id, night, received_at, agency_id, sender, score, evidence_bits, p_value, probability, rank, campaign_id,
      model, verdict, labelled_at, reasons
    ) AS SELECT
      r.id, \(date("r.night")), \(instant("r.received_at")), s.agency_id, s.sender, s.score, s.evidence / 1048576.0,
      s.p_value, s.probability, s.rank, s.campaign_id, s.model, v.label, \(instant("v.labelled_at")), s.reasons
    FROM scores s JOIN requests r ON r.seq = s.seq
    LEFT JOIN verdicts v ON v.seq = (
      SELECT seq FROM verdicts WHERE request_id = r.id ORDER BY \(verdictOrder) LIMIT 1)
    WHERE s.alert = 1;

    CREATE VIEW v_reasons(request_id, night, received_at, detector, bits) AS SELECT
      r.id, \(date("r.night")), \(instant("r.received_at")), c.key, c.value / 1048576.0
    FROM scores s JOIN requests r ON r.seq = s.seq, json_each(s.contributions) c;

    """
  }

  /// - Parameters:
  ///   - more: further columns.
  ///   - values: what stands in them.
  static func nightView(more: String = "", values: String = "") -> String {
    """

    CREATE VIEW v_nights(
      night, skipped, requests, late, alerts, held, requests_digest, scores_digest, state_digest, model_digest,
      configuration_digest, previous_chain, chain\(more)
    ) AS SELECT
      \(date("night")), skipped, requests, late, alerts, held, lower(hex(requests_digest)), lower(hex(scores_digest)),
      lower(hex(state_digest)), lower(hex(model_digest)), lower(hex(configuration_digest)), lower(hex(previous_chain)),
      lower(hex(chain))\(values)
    FROM nights;

    """
  }

  /// Of several verdicts the latest holds; at the same instant the cautious one, then the smaller text.
  static let verdictOrder = "labelled_at DESC, label, source, scenario, note"

  static func date(_ column: String) -> String { "date(\(column) * 86400, 'unixepoch')" }

  /// As the first two migrations wrote it: six decimals wherever the second is not whole.
  static func instant(_ column: String) -> String {
    wholeSeconds(column)
      + " || CASE \(fraction(of: column)) WHEN 0 THEN '' ELSE printf('.%06d', \(fraction(of: column))) END || 'Z'"
  }

  /// The microseconds beyond the whole second; SQLite's remainder of a negative number is negative.
  static func fraction(of column: String) -> String { "((\(column) % 1000000 + 1000000) % 1000000)" }

  /// SQLite divides towards zero, so the fraction is taken off first: instants before 1970 come out right too.
  static func wholeSeconds(_ column: String) -> String {
    "strftime('%Y-%m-%dT%H:%M:%S', ((\(column) - \(fraction(of: column))) / 1000000), 'unixepoch')"
  }
}
