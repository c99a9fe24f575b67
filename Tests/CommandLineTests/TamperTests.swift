import Foundation
import Testing

@Suite("Whoever changes a row of the store is found out")
struct TamperTests {
  /// What `verify` leaves to others, as the README says: what no judgement or night vouches for.
  private static let outside: Set = [
    "conflicts", "dispositions", "grdb_migrations", "meta", "runs", "settings", "state_erasures", "texts",
    "nights.health", "requests.erasure", "requests.run", "scores.probability", "verdicts.note", "verdicts.seq",
    // Judged again, a request with other features gives another score.
    "requests.features",
  ]

  /// Gives one row of every column another value, each in a copy of the store of its own; prints the columns.
  private static let tampering = #"""
    import os, shutil, sqlite3, sys
    con = sqlite3.connect("countersign.sqlite")
    con.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    tables = [row[0] for row in con.execute(
      "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite%' ORDER BY name")]
    columns = [(t, c[1], c[2]) for t in tables for c in con.execute(f"PRAGMA table_info({t})")]
    con.close()
    outside = set(sys.argv[1].split())
    for table, column, kind in columns:
      name = f"{table}.{column}"
      if table in outside or name in outside: continue
      values = {"INTEGER": ["{0}+1", "1-{0}"], "REAL": ["{0}*0.99"], "TEXT": ["{0}||'x'", "replace({0},'1','2')",
        "CASE {0} WHEN 'fraudulent' THEN 'legitimate' ELSE 'fraudulent' END"],
        "BLOB": ["CAST(substr({0},1,length({0})-1)||'A' AS BLOB)", "CAST(substr({0},1,length({0})-1)||'B' AS BLOB)"]}[kind]
      path = name + ".sqlite"
      shutil.copy("countersign.sqlite", path)
      con = sqlite3.connect(path)
      changed = 0
      for value in (v.format(column) for v in values):
        try:
          changed = con.execute(f"""UPDATE {table} SET {column} = {value} WHERE {column} IS NOT {value} AND {column} =
            (SELECT {column} FROM {table} WHERE {column} IS NOT NULL ORDER BY {column}
             LIMIT 1 OFFSET (SELECT count({column}) / 2 FROM {table}))""").rowcount
          con.commit()
        except sqlite3.Error: con.rollback()
        if changed > 0: break
      con.close()
      print(name if changed > 0 else "untouched " + name)
    """#

  @Test("A change of any column that a user relies on is seen, and so are rows taken away")
  func everyColumn() throws {
    let desk = try NightDesk()
    guard try Program.shell("python3 -c 'import sqlite3'", in: desk.scratch.path).status == 0 else { return }
    try desk.scratch.write(TinyLog.text, to: "log.jsonl")
    let half = TinyLog.nights[TinyLog.nights.count / 2].night
    // What comes late is taught with a later night, which notes it as a lesson of its own.
    let (late, rest) = (TinyLog.rows[40], TinyLog.text.replacing(TinyLog.rows[40], with: ""))
    try desk.scratch.write(rest, to: "rest.jsonl")
    try desk.scratch.write(late, to: "late.jsonl")
    try desk.done(desk.run("nightly", "rest.jsonl", "--through", half, "--quiet"))
    // The last of the labels bring a restatement, and leave an alert open.
    let labels = "(head -n 1 '\(TinyLog.folder)/labels.csv'; tail -n 8 '\(TinyLog.folder)/labels.csv') > labels.csv"
    try desk.done(Program.shell(labels, in: desk.scratch.path))
    try desk.done(desk.run("label", "--file", "labels.csv", "--quiet"))
    try desk.closeAll("late.jsonl")
    try desk.scratch.write(Self.tampering, to: "tamper.py")
    let list = Self.outside.sorted().joined(separator: " ")
    let made = try desk.done(Program.shell("python3 tamper.py '\(list)'", in: desk.scratch.path))
    let names = made.output.split(separator: "\n").map(String.init)
    #expect(names.count > 50)
    for name in names {
      #expect(try desk.run("verify", "--store", name + ".sqlite").status == 5, "\(name)")
    }
    #expect(try desk.run("verify", "--replay", "50").status == 0)
    for table in ["campaigns", "lessons", "restatements", "verdicts", "scores", "nights", "open_alerts", "state"] {
      let line = """
        cp countersign.sqlite fewer.sqlite && python3 -c "import sqlite3; c = sqlite3.connect('fewer.sqlite'); \
        c.execute('DELETE FROM \(table) WHERE rowid = (SELECT max(rowid) FROM \(table))' if '\(table)' not in \
        ('campaigns', 'lessons', 'restatements', 'open_alerts') else 'DELETE FROM \(table)'); c.commit()"
        """
      try desk.done(Program.shell(line, in: desk.scratch.path))
      #expect(try desk.run("verify", "--store", "fewer.sqlite").status == 5, "\(table)")
    }
  }
}
