import Ingestion
import RequestModel
import Testing

/// One kind of damage: what replaces the good row's text, and what intake must say of it.
struct Damage: Sendable, CustomTestStringConvertible {
  enum Answer: Sendable { case rejected, repaired, accepted }
  var name: String
  /// Members that go before the good ones, or a whole line where it begins with `=`.
  var text: String
  var answer: Answer
  var field: String
  var testDescription: String { name }

  init(_ name: String, _ text: String, _ answer: Answer, _ field: String = "row") {
    self.name = name
    self.text = text
    self.answer = answer
    self.field = field
  }

  static let good: [(String, String)] = [
    ("request_id", "\"r1\""), ("received_at", "\"2024-05-01T10:00:00Z\""), ("channel", "\"email\""),
    ("request_type", "\"subpoena\""), ("agency_id", "\"pd\""), ("sender_email", "\"a@pd.example.gov\""),
  ]

  /// The line: the good row with the member replaced, or the text behind `=`.
  var line: String {
    if text.hasPrefix("=") { return String(text.dropFirst()) }
    let members = Self.good.filter { !text.hasPrefix("\"\($0.0)\"") }.map { "\"\($0.0)\":\($0.1)" }
    return "{" + ([text] + members).joined(separator: ",") + "}"
  }
}

@Suite("A damaged row is answered by line and field, and hurts no other")
struct HostileRowTests {
  static let damages: [Damage] = [
    // Lines that are no object
    Damage("not JSON", "=hello", .rejected), Damage("a number", "=42", .rejected), Damage("a list", "=[]", .rejected),
    Damage("cut in a string", "={\"request_id\":\"r", .rejected),
    Damage("cut in the object", "={\"request_id\":1", .rejected),
    Damage("two objects", "={} {}", .rejected), Damage("missing comma", "={\"a\":1 \"b\":2}", .rejected),
    Damage("trailing comma", "={\"a\":1,}", .rejected), Damage("single quotes", "={'a':1}", .rejected),
    Damage("key without value", "={\"a\"}", .rejected), Damage("key without quotes", "={a:1}", .rejected),
    Damage("stray bracket", "={\"a\":1]}", .rejected), Damage("NaN", "\"scope\":NaN", .rejected),
    Damage("plus sign", "\"scope\":+1", .rejected), Damage("leading zero", "\"scope\":01", .rejected),
    Damage(
      "deep nesting", "\"x\":" + String(repeating: "[", count: 2_000) + String(repeating: "]", count: 2_000), .rejected),
    Damage("deep nesting, unclosed", "=" + String(repeating: "{\"a\":", count: 5_000), .rejected),
    Damage("no fields", "={}", .rejected, "request_id"),
    // Required fields
    Damage("no id", "\"request_id\":null", .rejected, "request_id"),
    Damage("blank id", "\"request_id\":\"  \"", .rejected, "request_id"),
    Damage("id a list", "\"request_id\":[1]", .rejected, "request_id"),
    Damage("id of 129 bytes", "\"request_id\":\"\(String(repeating: "x", count: 129))\"", .rejected, "request_id"),
    Damage("id of 128 bytes", "\"request_id\":\"\(String(repeating: "x", count: 128))\"", .accepted),
    Damage("id a number", "\"request_id\":12", .accepted),
    Damage("id with a control character", "\"request_id\":\"a\\u0000b\"", .rejected, "request_id"),
    Damage("id with a bidi override", "\"request_id\":\"a\\u202eb\"", .rejected, "request_id"),
    Damage("id with half a surrogate", "\"request_id\":\"a\\ud800\"", .rejected, "request_id"),
    Damage("id with a bad escape", "\"request_id\":\"a\\x\"", .rejected, "request_id"),
    Damage("local time", "\"received_at\":\"2024-05-01T10:00:00\"", .rejected, "received_at"),
    Damage("a date only", "\"received_at\":\"2024-05-01\"", .rejected, "received_at"),
    Damage("30 February", "\"received_at\":\"2024-02-30T10:00:00Z\"", .rejected, "received_at"),
    Damage("hour 24", "\"received_at\":\"2024-05-01T24:00:00Z\"", .rejected, "received_at"),
    Damage("year 0", "\"received_at\":\"0000-05-01T10:00:00Z\"", .rejected, "received_at"),
    Damage("year 9999", "\"received_at\":\"9999-12-31T23:59:59Z\"", .rejected, "received_at"),
    Damage("1999", "\"received_at\":\"1999-12-31T23:59:59Z\"", .rejected, "received_at"),
    Damage("epoch number", "\"received_at\":1714557600", .rejected, "received_at"),
    Damage("time is true", "\"received_at\":true", .rejected, "received_at"),
    Damage("leap second", "\"received_at\":\"2016-12-31T23:59:60Z\"", .accepted),
    Damage("no channel", "\"channel\":\"\"", .rejected, "channel"),
    Damage("unknown channel", "\"channel\":\"pigeon\"", .repaired, "channel"),
    Damage("channel a number", "\"channel\":{}", .rejected, "channel"),
    Damage("unknown type", "\"request_type\":\"wish\"", .repaired, "request_type"),
    Damage("targets a number", "\"targets\":5", .rejected, "targets"),
    Damage("10,001 targets", "\"targets\":\"\(String(repeating: "ip:1;", count: 10_001))\"", .rejected, "targets"),
    Damage("10,000 targets", "\"targets\":\"\(String(repeating: "ip:1;", count: 10_000))\"", .accepted),
    Damage("agency falls back", "\"agency_id\":null", .accepted),
    Damage("agency a list", "\"agency_id\":[]", .accepted),
    Damage("agency an object", "\"agency_id\":{\"a\":1}", .repaired, "agency_id"),
    Damage("agency with hidden characters", "\"agency_id\":\"p\\u200bd\"", .repaired, "agency_id"),
    Damage("no sender", "\"sender_email\":null", .rejected, "sender_email"),
    Damage("sender no address", "\"sender_email\":\"nobody\"", .rejected, "sender_email"),
    Damage("sender an empty label", "\"sender_email\":\"a@b..c\"", .rejected, "sender_email"),
    Damage("sender two ats", "\"sender_email\":\"a@b@c.d\"", .rejected, "sender_email"),
    // Optional fields
    Damage("unknown agency type", "\"agency_type\":\"secret\"", .repaired, "agency_type"),
    Damage("unknown spf", "\"spf\":\"maybe\"", .repaired, "spf"),
    Damage("country name", "\"agency_country\":\"Italy\"", .repaired, "agency_country"),
    Damage("no such zone", "\"agency_timezone\":\"Europe/Atlantis\"", .repaired, "agency_timezone"),
    Damage("zone is an offset", "\"agency_timezone\":\"+02:00\"", .repaired, "agency_timezone"),
    Damage("negative scope", "\"scope\":-1", .repaired, "scope"),
    Damage("half a scope", "\"scope\":1.5", .repaired, "scope"),
    Damage("beyond 2^63", "\"scope\":9223372036854775808", .repaired, "scope"),
    Damage("2^63 - 1", "\"scope\":9223372036854775807", .accepted),
    Damage("beyond a double", "\"scope\":1e999", .repaired, "scope"),
    Damage("400 digits", "\"deadline_minutes\":1\(String(repeating: "0", count: 400))", .repaired, "deadline_minutes"),
    Damage("number in words", "\"deadline_minutes\":\"soon\"", .repaired, "deadline_minutes"),
    Damage("asn of 33 bits", "\"session_asn\":4294967296", .repaired, "session_asn"),
    Damage("bad ip", "\"session_ip\":\"256.1.1.1\"", .repaired, "session_ip"),
    Damage("mfa in words", "\"mfa\":\"yes\"", .repaired, "mfa"),
    Damage("phone in words", "\"callback_phone\":\"call me\"", .repaired, "callback_phone"),
    Damage("bad reply-to", "\"reply_to\":\"@\"", .repaired, "reply_to"),
    Damage("short digest", "\"attachments\":[\"abcd\"]", .repaired, "attachments"),
    Damage("citations an object", "\"legal_citations\":{\"a\":1}", .repaired, "legal_citations"),
    Damage("citation a list", "\"legal_citations\":[[1]]", .repaired, "legal_citations"),
    Damage("target without value", "\"targets\":[{\"type\":\"ip\"}]", .repaired, "targets"),
    Damage("target of no known type", "\"targets\":[{\"type\":\"car\",\"value\":\"x\"}]", .repaired, "targets"),
    Damage("target a number", "\"targets\":[7]", .repaired, "targets"),
    Damage("target's country", "\"targets\":\"ip@Mars:1.2.3.4\"", .repaired, "targets"),
    Damage(
      "period backwards", "\"period_start\":\"2024-02-02\",\"period_end\":\"2024-02-01\"", .repaired, "period_end"),
    Damage("no such day", "\"period_start\":\"2023-02-29\"", .repaired, "period_start"),
    Damage("language in words", "\"language\":\"American English\"", .repaired, "language"),
    Damage("subject a list", "\"subject\":[\"a\"]", .repaired, "subject"),
    Damage("body with a bad escape", "\"body\":\"a\\q\"", .repaired, "body"),
    Damage("body with half a surrogate", "\"body\":\"a\\udfff b\"", .repaired, "body"),
    Damage("body over the limit", "\"body\":\"\(String(repeating: "é", count: 600_000))\"", .repaired, "body"),
    Damage("attributes a text", "\"attributes\":\"a=1\"", .repaired, "attributes"),
    Damage("attribute a list", "\"attributes\":{\"a\":[1]}", .repaired, "attributes"),
    Damage("attribute infinite", "\"attributes\":{\"a\":1e999}", .repaired, "attributes"),
    Damage("unknown nature", "\"emergency_nature\":[\"boredom\"]", .repaired, "emergency_nature"),
    Damage("disposition unknown", "\"disposition\":\"lost\"", .repaired, "disposition"),
    Damage("a key twice", "\"scope\":1,\"scope\":2", .repaired, "scope"),
    Damage("bare control character", "\"subject\":\"a\u{1}b\"", .repaired),
    Damage("bare NUL", "\"subject\":\"a\u{0}b\"", .repaired),
    Damage("unknown field, nested", "\"zzz\":{\"a\":[1,{\"b\":\"\\\\\"}]}", .accepted),
    Damage("unknown field, bad escape", "\"zzz\":\"\\q\"", .accepted),
  ]

  @Test(arguments: damages) func isAnswered(_ damage: Damage) throws {
    let good = Damage("", "\"platform\":\"x\"", .accepted).line
    let out = Intake().jsonl(good, damage.line, good)
    #expect(out.accepted.filter { $0.line != 2 }.count == 2)
    let rejections = out.rejections.map { "\($0.line) \($0.field)" }
    let repairs = out.repairs.map { "\($0.line) \($0.field)" }
    switch damage.answer {
    case .rejected:
      #expect(rejections == ["2 \(damage.field)"])
      #expect(repairs == [])
    case .repaired:
      #expect(rejections == [])
      #expect(repairs.contains("2 \(damage.field)"), "\(repairs)")
      #expect(Set(repairs).count == 1, "\(repairs)")
    case .accepted:
      #expect(rejections == [])
      #expect(repairs == [])
    }
    // What is wrong is told without the value.
    for text in out.rejections.map(\.description) + out.repairs.map(\.description) {
      #expect(!text.contains("pigeon") && !text.contains("a@b@c.d") && text.hasPrefix("line 2, "))
    }
  }

  @Test func aDroppedFieldIsMalformedAndItsDigestTells() throws {
    let bad = Intake().jsonl(Damage("", "\"spf\":\"maybe\"", .repaired).line).accepted[0].request
    let good = Intake().jsonl(Damage("", "\"spf\":null", .accepted).line).accepted[0].request
    #expect(bad.malformed.contains(.spf))
    #expect(good.malformed.isEmpty)
    #expect(bad.spf == nil)
    #expect(bad.contentDigest != good.contentDigest)
  }

  @Test func theIDIsToldOnlyWhereItCanBeRead() {
    let late = Damage("", "\"received_at\":\"2024-05-01\"", .rejected).line
    #expect(Intake().jsonl(late).rejections.first?.requestID == "r1")
    #expect(Intake().jsonl(late.replacing("r1", with: "r\\u0007")).rejections.first?.requestID == nil)
  }

  @Test func invalidUTF8IsReplacedNotTrusted() {
    var line = Array(Damage("", "\"subject\":\"caf#\"", .accepted).line.utf8)
    line[line.firstIndex(of: UInt8(ascii: "#"))!] = 0xE9
    let out = Intake().parse(line, .jsonl)
    #expect(out.accepted.count == 1)
    #expect(out.repairs.map(\.fault) == [.replacedText])
    var id = Array(Damage("", "\"request_id\":\"caf#\"", .accepted).line.utf8)
    id[id.firstIndex(of: UInt8(ascii: "#"))!] = 0xE9
    #expect(Intake().parse(id, .jsonl).rejections.map(\.field) == [.required(.requestID)])
  }
}
