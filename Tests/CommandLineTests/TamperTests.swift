import Foundation
import Testing

@Suite("Whoever changes a row of the store is found out")
struct TamperTests {
  /// What nothing vouches for: bookkeeping of the file itself, and columns that no row of this desk fills.
  private static let outside: Set = ["grdb_migrations", "meta", "nights.health", "scores.probability"]

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
        "CASE {0} WHEN 'fraudulent' THEN 'legitimate' ELSE 'fraudulent' END", "{0}||' '"],
        "BLOB": ["CAST(substr({0},1,length({0})-1)||'A' AS BLOB)", "CAST(substr({0},1,length({0})-1)||'B' AS BLOB)"]}[kind]
      path = name + ".sqlite"
      shutil.copy("countersign.sqlite", path)
      con = sqlite3.connect(path)
      changed = 0
      # Of the middle row; where its values allow no other, of the last.
      for value, place in [(v.format(column), p) for p in ("count({0}) / 2", "count({0}) - 1") for v in values]:
        try:
          changed = con.execute(f"""UPDATE {table} SET {column} = {value} WHERE {column} IS NOT {value} AND {column} =
            (SELECT {column} FROM {table} WHERE {column} IS NOT NULL ORDER BY {column}
             LIMIT 1 OFFSET (SELECT {place.format(column)} FROM {table}))""").rowcount
          con.commit()
        except sqlite3.Error: con.rollback()
        if changed > 0: break
      con.close()
      print(name if changed > 0 else "untouched " + name)
    """#

  @Test("A change of any column that a user relies on is seen, and so are rows taken away")
  func everyColumn() throws {
    let desk = try NightDesk(environment: ["COUNTERSIGN_KEEP_TEXT": "true"])
    guard try Program.shell("python3 -c 'import sqlite3'", in: desk.scratch.path).status == 0 else { return }
    let rows = Array(TinyLog.rows.suffix(150))
    let senders = rows.compactMap { TinyLog.object($0)["sender_email"] as? String }
    let counts = Dictionary(grouping: senders) { $0 }.mapValues(\.count)
    let nights = Set(rows.map(TinyLog.night)).sorted()
    let half = nights[nights.count / 2]
    // What comes late is taught with a later night, which notes it as a lesson of its own. One request comes with two
    // contents, and of one the log says what was done with it.
    try desk.scratch.write(rows[40], to: "late.jsonl")
    let other = try TinyLog.changing(rows[50], ["case_number": "another"])
    let told = try TinyLog.changing(rows[1], ["disposition": "rejected", "disposition_at": half + "T00:00:00Z"])
    let rest = rows.enumerated().filter { $0.offset != 40 }.map(\.element) + [other, told]
    try desk.scratch.write(rest.joined(), to: "rest.jsonl")
    try desk.done(desk.run("nightly", "rest.jsonl", "--through", half, "--quiet"))
    // The busiest account turns out stolen, which restates what it sent since.
    let busiest = try #require(counts.max { ($0.value, $0.key) < ($1.value, $1.key) }?.key)
    let id = { (row: String) in TinyLog.object(row)["request_id"] as? String ?? "" }
    let stolen = try #require(rows.first { TinyLog.object($0)["sender_email"] as? String == busiest })
    let honest = rows.prefix(3).map { "\(id($0)),legitimate,\(half)T23:30:00Z,callback,,\n" }.joined()
    try desk.scratch.write(
      "request_id,label,labelled_at,source,scenario,note\n\(id(stolen)),fraudulent,\(half)T23:00:00Z,callback,,Called\n"
        + honest, to: "labels.csv")
    try desk.done(desk.run("label", "--file", "labels.csv", "--quiet"))
    try desk.closeAll("late.jsonl")
    let sender = try #require(counts.filter { $0.value == 1 }.keys.sorted().first)
    try desk.done(desk.run("forget", "--sender", sender, "--quiet"))
    try desk.scratch.write(Self.tampering, to: "tamper.py")
    let list = Self.outside.sorted().joined(separator: " ")
    let made = try desk.done(Program.shell("python3 tamper.py '\(list)'", in: desk.scratch.path))
    let names = made.output.split(separator: "\n").map(String.init)
    #expect(names.count > 80)
    #expect(names.filter { $0.hasPrefix("untouched") } == [])
    for name in names {
      #expect(try desk.run("verify", "--store", name + ".sqlite").status == 5, "\(name)")
    }
    #expect(try desk.run("verify", "--replay", "50").status == 0)
    for table in [
      "campaigns", "lessons", "restatements", "verdicts", "scores", "nights", "open_alerts", "runs", "state",
    ] {
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
