import RequestModel

/// SplitMix64: the same numbers on every machine.
struct Dice: RandomNumberGenerator {
  var state: UInt64
  init(_ seed: UInt64) { state = seed }
  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
  mutating func roll(_ sides: Int) -> Int { Int(next() % UInt64(sides)) }
}

/// One row as names and values, to be written as JSON or as CSV.
struct SampleRow {
  enum Item {
    case text(String)
    case number(String)
    case truth(Bool)
    case list([String])
    case targets([(type: String, value: String, country: String)])
  }
  var fields: [(name: String, item: Item)] = []
  var attributes: [(name: String, item: Item)] = []

  /// A row with every field that the format has.
  static func random(_ i: Int, _ dice: inout Dice) -> SampleRow {
    func pick(_ choices: [String]) -> String { choices[dice.roll(choices.count)] }
    func some(_ choices: [String]) -> [String] { choices.filter { _ in dice.roll(2) == 0 } }
    func two(_ n: Int) -> String { n < 10 ? "0\(n)" : "\(n)" }
    let day = "2024-0\(1 + dice.roll(9))-\(two(1 + dice.roll(28)))"
    let awkward = pick([
      "plain", "comma, and \"quotes\"", "semi;colon \\ back", "tab\there", "zwei\nZeilen", "Zoë 漢字 🚓",
    ])
    var row = SampleRow()
    row.fields = [
      ("request_id", .text("r-\(i)")),
      ("received_at", .text("\(day)T\(two(dice.roll(24))):30:00.25+0\(dice.roll(9)):00")),
      ("channel", .text(pick(["email", "portal", "api", "fax"]))),
      ("request_type", .text(pick(["emergency", "court_order", "pen_register", "other"]))),
      ("platform", .text(pick(["maps", "mail"]))),
      ("agency_id", .text("agency \(dice.roll(4))")),
      ("agency_name", .text("Polizei, \"Stadt\" \(dice.roll(4))")),
      ("agency_country", .text(pick(["DE", "IT", "US"]))),
      ("agency_type", .text(pick(["local", "federal", "court"]))),
      ("agency_timezone", .text(pick(["Europe/Rome", "UTC"]))),
      ("sender_email", .text("officer\(dice.roll(9))@polizei.example.de")),
      ("sender_name", .text(awkward)), ("badge_id", .text("B-\(dice.roll(99))")),
      ("reply_to", .text("a@example.org")), ("return_path", .text("b@example.org")),
      ("callback_phone", .text("+39 06 123\(dice.roll(99))")), ("supervisor_name", .text("Anna")),
      ("supervisor_phone", .text("0039 06 1234")), ("case_number", .text("AB-\(10 + dice.roll(80))-12345")),
      ("account_created_at", .text("2020-01-01T00:00:00Z")),
      ("legal_citations", .list(some(["18 U.S.C. § 2703", "StPO 100; g", "art\\254"]))),
      ("deadline_minutes", .number("\(dice.roll(2_000))")),
      ("attachments", .list(some([String(repeating: "ab", count: 32), String(repeating: "0F", count: 32)]))),
      ("session_ip", .text(pick(["10.0.0.1", "2001:db8::1"]))), ("session_asn", .number("\(1 + dice.roll(65_000))")),
      ("session_country", .text("FR")), ("session_device", .text("Firefox; rv:\(dice.roll(3))")),
      ("mfa", .truth(dice.roll(2) == 0)), ("spf", .text("pass")), ("dkim", .text("fail")), ("dmarc", .text("none")),
      ("emergency_nature", .list(some(["suicide", "kidnapping"]))),
      (
        "targets",
        .targets((0..<dice.roll(4)).map { ("phone", "+1 555 \(100 + $0) \(dice.roll(10))", $0 == 1 ? "FR" : "") })
      ),
      ("data_categories", .list(some(["subscriber", "ip_logs", "content"]))), ("scope", .number("\(dice.roll(700))")),
      ("period_start", .text("2024-01-01")), ("period_end", .text("2024-02-29")), ("language", .text("pt-br")),
      ("subject", .text(awkward)), ("body", .text("We need this now.\n\(awkward)")),
      ("disposition", .text("pending")), ("disposition_at", .text("2024-12-01T00:00:00Z")),
    ]
    row.attributes = [("route", .text(pick(["north", "south"]))), ("version", .number("\(dice.roll(9)).5"))]
    return row
  }

  /// As a line of JSON Lines, its keys and lists in any order.
  func json(_ dice: inout Dice) -> String {
    var members = fields.map { "\(Self.quoted($0.name)):\(Self.json($0.item, &dice))" }
    let inner = attributes.shuffled(using: &dice).map { "\(Self.quoted($0.name)): \(Self.json($0.item, &dice))" }
    if !inner.isEmpty { members.append("\"attributes\" : {\(inner.joined(separator: ","))}") }
    return "{\(members.shuffled(using: &dice).joined(separator: ", "))}"
  }

  /// The header and the row of a CSV file.
  func csv(_ dice: inout Dice) -> (header: String, row: String) {
    let columns = fields + attributes.map { ("attributes.\($0.name)", $0.item) }
    let cells = columns.map { column in Self.cell(column.1, &dice) }
    return (
      columns.map { Self.csvQuoted($0.0) }.joined(separator: ","), cells.map(Self.csvQuoted).joined(separator: ",")
    )
  }

  static func quoted(_ text: String) -> String {
    var out = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": out += "\\\""
      case "\\": out += "\\\\"
      case "\n": out += "\\n"
      case "\t": out += "\\t"
      default: out.unicodeScalars.append(scalar)
      }
    }
    return out + "\""
  }

  private static func json(_ item: Item, _ dice: inout Dice) -> String {
    switch item {
    case .text(let text): return quoted(text)
    case .number(let digits): return digits
    case .truth(let truth): return truth ? "true" : "false"
    case .list(let items): return "[\(items.shuffled(using: &dice).map(quoted).joined(separator: ","))]"
    case .targets(let targets):
      let objects = targets.shuffled(using: &dice).map { target in
        let country = target.country.isEmpty ? "" : ",\"country\":\(quoted(target.country))"
        return "{\"value\":\(quoted(target.value)),\"type\":\(quoted(target.type))\(country)}"
      }
      return "[\(objects.joined(separator: ","))]"
    }
  }

  private static func cell(_ item: Item, _ dice: inout Dice) -> String {
    func escaped(_ text: String) -> String {
      text.replacing("\\", with: "\\\\").replacing(";", with: "\\;")
    }
    switch item {
    case .text(let text): return text
    case .number(let digits): return digits
    case .truth(let truth): return truth ? "true" : "false"
    case .list(let items): return items.shuffled(using: &dice).map(escaped).joined(separator: ";")
    case .targets(let targets):
      return targets.shuffled(using: &dice).map { target in
        escaped("\(target.type)\(target.country.isEmpty ? "" : "@" + target.country):\(target.value)")
      }.joined(separator: ";")
    }
  }

  static func csvQuoted(_ cell: String) -> String {
    cell.contains { "\",\n\r".contains($0) } ? "\"\(cell.replacing("\"", with: "\"\""))\"" : cell
  }
}
