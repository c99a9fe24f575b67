import RequestModel

extension Schema {
  /// What the second migration adds.
  static let secondTables = """
    -- What was done with a request, every time that a log said so; the latest `at` holds, at one instant the larger
    -- disposition. `at`: -9223372036854775808 where the log gives no time.
    CREATE TABLE dispositions(
      seq INTEGER NOT NULL REFERENCES requests(seq),
      at INTEGER NOT NULL,
      disposition INTEGER NOT NULL,
      PRIMARY KEY (seq, at, disposition)
    ) STRICT, WITHOUT ROWID;

    -- The wording itself, packed, where the configuration says that it is kept.
    CREATE TABLE texts(
      seq INTEGER NOT NULL PRIMARY KEY REFERENCES requests(seq),
      text BLOB NOT NULL
    ) STRICT;

    -- The alerts without a verdict, kept by the two triggers: reports count them every night.
    CREATE TABLE open_alerts(
      night INTEGER NOT NULL,
      seq INTEGER NOT NULL REFERENCES scores(seq),
      PRIMARY KEY (night, seq)
    ) STRICT, WITHOUT ROWID;
    INSERT INTO open_alerts SELECT r.night, s.seq FROM scores s JOIN requests r ON r.seq = s.seq
      WHERE s.alert = 1 AND NOT EXISTS (SELECT 1 FROM verdicts v WHERE v.request_id = r.id);
    CREATE TRIGGER alert_opens AFTER INSERT ON scores WHEN NEW.alert = 1 BEGIN
      INSERT INTO open_alerts SELECT night, seq FROM requests r WHERE seq = NEW.seq
        AND NOT EXISTS (SELECT 1 FROM verdicts v WHERE v.request_id = r.id);
    END;
    CREATE TRIGGER alert_is_answered AFTER INSERT ON verdicts BEGIN
      DELETE FROM open_alerts WHERE (night, seq) = (SELECT night, seq FROM requests WHERE id = NEW.request_id);
    END;

    -- What a night taught of a request, in 1/1024 of a request, at the three heights that a lesson reaches; negative
    -- where it was taken back. Rows stand only where that is not what the evidence says.
    CREATE TABLE lessons(
      seq INTEGER NOT NULL REFERENCES requests(seq),
      night INTEGER NOT NULL,
      own INTEGER NOT NULL,
      shared INTEGER NOT NULL,
      common INTEGER NOT NULL,
      PRIMARY KEY (seq, night)
    ) STRICT, WITHOUT ROWID;

    -- How many values of the state that a night wrote were erased since: its digest cannot be made again.
    CREATE TABLE state_erasures(
      night INTEGER NOT NULL PRIMARY KEY,
      versions INTEGER NOT NULL
    ) STRICT;

    -- How much of the new evidence comes of a campaign that was recognised later.
    ALTER TABLE restatements ADD COLUMN linkage INTEGER NOT NULL DEFAULT 0;

    -- A verdict looks at what else the account sent of late. `night` is that of the request.
    ALTER TABLE scores ADD COLUMN night INTEGER;
    UPDATE scores SET night = (SELECT night FROM requests r WHERE r.seq = scores.seq);
    CREATE INDEX scores_by_sender ON scores(sender, agency_id, night);
    """

  /// | view | a row is | columns |
  /// | --- | --- | --- |
  /// | `v_restatements` | a score that would be another today | `request_id`, `night`, `agency_id`, `restated_night`, `bits_then`, `bits_now`, `score_then`, `score_now`, `why` |
  /// | `v_dispositions` | what a log said was done with a request | `request_id`, `night`, `disposition`, `disposition_at` |
  static let secondViews = """
    CREATE VIEW v_restatements(
      request_id, night, agency_id, restated_night, bits_then, bits_now, score_then, score_now, why
    ) AS SELECT
      t.request_id, \(date("r.night")), s.agency_id, \(date("t.night")), t.old_evidence / 1048576.0,
      t.new_evidence / 1048576.0, \(score("t.old_evidence / 1048576.0")), \(score("t.new_evidence / 1048576.0")), t.why
    FROM restatements t JOIN requests r ON r.id = t.request_id JOIN scores s ON s.seq = r.seq;

    \(dispositionView(instant: instant))
    """

  static func dispositionView(instant: (String) -> String) -> String {
    """
    CREATE VIEW v_dispositions(request_id, night, disposition, disposition_at) AS SELECT
      r.id, \(date("r.night")), CASE d.disposition \(dispositionNames) END,
      CASE WHEN d.at > -9223372036854775808 THEN \(instant("d.at")) END
    FROM dispositions d JOIN requests r ON r.seq = d.seq;
    """
  }

  /// The 0 to 100 of the scores file.
  private static func score(_ bits: String) -> String { "50.0 * (1 + \(bits) / (abs(\(bits)) + 20))" }

  private static let dispositionNames = Disposition.allCases
    .map { "WHEN \($0.rawValue) THEN '\($0.name)'" }.joined(separator: " ")
}
