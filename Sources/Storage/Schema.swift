import GRDB

/// The tables of the store.
///
/// A migration is never changed once it has shipped.
///
/// Times are whole microseconds since 1970-01-01T00:00:00Z, nights are days since 1970-01-01, evidence is in units of
/// 2⁻²⁰ bit; the views (`Schema.views`) turn them into what a reader expects.
enum Schema {
  /// Stands in the file header ("CSGN"), so that another program's database is not taken for a store.
  static let applicationID: Int64 = 0x4353_474E
  /// The number of migrations, in the header too.
  static let version: Int64 = 4

  static var migrator: DatabaseMigrator {
    var migrator = DatabaseMigrator()
    migrator.registerMigration("1: requests, nights, scores, state, verdicts, runs") { database in
      try database.execute(sql: firstTables)
      try database.execute(sql: views)
      try database.execute(sql: "PRAGMA user_version = 1")
    }
    migrator.registerMigration("2: dispositions, texts, open alerts, lessons, restatements to read") { database in
      try database.execute(sql: secondTables)
      try database.execute(sql: secondViews)
      try database.execute(sql: "PRAGMA user_version = 2")
    }
    migrator.registerMigration("3: seals, ledgers of nights, instants as the scores file has them") { database in
      try database.execute(sql: thirdTables)
      try database.execute(sql: thirdViews)
      try database.execute(sql: "PRAGMA user_version = 3")
    }
    migrator.registerMigration("4: seals of what no night vouches for") { database in
      try database.execute(sql: fourthTables)
      try database.execute(sql: "PRAGMA user_version = 4")
    }
    return migrator
  }

  private static let firstTables = """
    CREATE TABLE meta(
      key TEXT NOT NULL PRIMARY KEY,
      value TEXT NOT NULL
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE settings(
      key TEXT NOT NULL PRIMARY KEY,
      value TEXT NOT NULL
    ) STRICT, WITHOUT ROWID;

    -- One row a request id. `late`: its night was closed when it came; `late_for`: the night that it was taught with.
    -- `erasure`: 0 none, 1 features erased after it was judged, 2 erased before, never judged.
    CREATE TABLE requests(
      seq INTEGER NOT NULL PRIMARY KEY,
      id TEXT NOT NULL UNIQUE CHECK (id <> ''),
      night INTEGER NOT NULL,
      received_at INTEGER NOT NULL,
      content_digest BLOB NOT NULL CHECK (length(content_digest) = 16),
      late INTEGER NOT NULL CHECK (late IN (0, 1)),
      late_for INTEGER CHECK (late_for IS NULL OR late = 1),
      erasure INTEGER NOT NULL DEFAULT 0 CHECK (erasure IN (0, 1, 2)),
      run INTEGER,
      features BLOB CHECK ((features IS NULL) = (erasure <> 0))
    ) STRICT;
    CREATE INDEX requests_by_night ON requests(night, received_at);
    CREATE INDEX requests_late ON requests(late_for) WHERE late = 1;

    -- Contents that came under an id and did not win it: the digest alone.
    CREATE TABLE conflicts(
      request_id TEXT NOT NULL,
      content_digest BLOB NOT NULL CHECK (length(content_digest) = 16),
      night INTEGER NOT NULL,
      received_at INTEGER NOT NULL,
      PRIMARY KEY (request_id, content_digest)
    ) STRICT, WITHOUT ROWID;

    -- A closed night; `skipped` empty nights just before it were closed with it.
    CREATE TABLE nights(
      night INTEGER NOT NULL PRIMARY KEY,
      skipped INTEGER NOT NULL CHECK (skipped >= 0),
      requests INTEGER NOT NULL CHECK (requests >= 0),
      late INTEGER NOT NULL CHECK (late >= 0),
      alerts INTEGER NOT NULL CHECK (alerts >= 0),
      held INTEGER NOT NULL CHECK (held >= 0),
      previous_chain BLOB NOT NULL,
      requests_digest BLOB NOT NULL,
      scores_digest BLOB NOT NULL,
      state_digest BLOB NOT NULL,
      model_digest BLOB NOT NULL,
      configuration_digest BLOB NOT NULL,
      chain BLOB NOT NULL UNIQUE,
      health TEXT CHECK (health IS NULL OR json_valid(health))
    ) STRICT;

    -- The judgement of a request; `contributions` is an object of detector → units of 2⁻²⁰ bit.
    CREATE TABLE scores(
      seq INTEGER NOT NULL PRIMARY KEY REFERENCES requests(seq),
      agency_id TEXT NOT NULL,
      sender TEXT NOT NULL,
      evidence INTEGER NOT NULL,
      score REAL NOT NULL CHECK (score BETWEEN 0 AND 100),
      p_value REAL NOT NULL CHECK (p_value > 0 AND p_value <= 1),
      certified INTEGER NOT NULL CHECK (certified IN (0, 1)),
      missing INTEGER NOT NULL CHECK (missing >= 0),
      probability REAL CHECK (probability BETWEEN 0 AND 1),
      rank INTEGER NOT NULL CHECK (rank >= 0),
      alert INTEGER NOT NULL CHECK (alert IN (0, 1)),
      held INTEGER NOT NULL CHECK (held IN (0, 1)),
      campaign_id TEXT,
      model TEXT NOT NULL,
      baseline_night INTEGER,
      digest BLOB NOT NULL,
      contributions TEXT NOT NULL,
      reasons TEXT
    ) STRICT;
    CREATE INDEX scores_alerts ON scores(seq) WHERE alert = 1;

    -- The version of a value that the close of `night` wrote; NULL: the key has none from then on. Values are appended
    -- by nights, not kept in the order of keys: a night then writes few pages.
    CREATE TABLE state(
      key TEXT NOT NULL,
      night INTEGER NOT NULL,
      value BLOB,
      PRIMARY KEY (key, night)
    ) STRICT;

    -- Every verdict ever given; the latest `labelled_at` holds. `recorded_by_night`: the night whose close took it in.
    CREATE TABLE verdicts(
      seq INTEGER NOT NULL PRIMARY KEY,
      request_id TEXT NOT NULL,
      label TEXT NOT NULL CHECK (label IN ('fraudulent', 'legitimate')),
      labelled_at INTEGER NOT NULL,
      source TEXT NOT NULL,
      scenario TEXT NOT NULL,
      note TEXT NOT NULL,
      recorded_by_night INTEGER,
      UNIQUE (request_id, labelled_at, label, source, scenario, note)
    ) STRICT;
    CREATE INDEX verdicts_by_time ON verdicts(labelled_at);
    CREATE INDEX verdicts_by_night ON verdicts(recorded_by_night);

    CREATE TABLE restatements(
      request_id TEXT NOT NULL,
      night INTEGER NOT NULL,
      old_evidence INTEGER NOT NULL,
      new_evidence INTEGER NOT NULL,
      why TEXT NOT NULL,
      PRIMARY KEY (request_id, night)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX restatements_by_night ON restatements(night);

    CREATE TABLE campaigns(
      campaign_id TEXT NOT NULL PRIMARY KEY,
      night_first INTEGER NOT NULL,
      night_last INTEGER NOT NULL CHECK (night_last >= night_first),
      kind TEXT NOT NULL,
      members TEXT NOT NULL CHECK (json_valid(members))
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX campaigns_by_night ON campaigns(night_last);

    CREATE TABLE runs(
      run INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
      command TEXT NOT NULL,
      started_at INTEGER NOT NULL,
      ended_at INTEGER,
      exit_status INTEGER,
      host TEXT NOT NULL,
      version TEXT NOT NULL,
      counts TEXT CHECK (counts IS NULL OR json_valid(counts))
    ) STRICT;
    """
}
