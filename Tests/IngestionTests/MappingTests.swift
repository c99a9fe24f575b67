import Foundation
import Ingestion
import RequestModel
import Testing

@Suite("A mapping reads another log as if it were written for the format")
struct MappingTests {
  private let constants = """
    constants:
      channel: api
      request_type: other
      agency_id: pd
      sender_id: desk

    """

  private func requests(_ yaml: String, csv lines: String...) throws -> ParsedBlock {
    var intake = Intake()
    intake.mapping = try Mapping(yaml: yaml)
    return intake.parse(Array(lines.joined(separator: "\n").utf8), .csv)
  }

  @Test func aMappedLogIsTheLogItself() throws {
    let yaml = """
      fields:
        request_id: nr
        received_at: when
        request_type: {column: kind, values: {EMERG: emergency, CO: court_order}, default: other}
        body: {columns: [title, text], separator: "\\n"}
        targets: {phone: tel, email: [mail1, mail2]}
        legal_citations: {column: laws, item_separator: "|"}
        attributes:
          route: way
          zip: {column: zip, as: category}
      constants:
        channel: api
        sender_id: desk
      """
    let log = "nr,when,kind,title,text,tel,mail1,mail2,laws,way,zip,agency_id,unused"
    let row = "r1,2024-05-01T10:00:00Z,emerg,Help,now,+39 061,a@b.c,,x;y|z,north,00184,pd,1"
    let plain = Intake().csv(
      "request_id,received_at,channel,request_type,agency_id,sender_id,body,targets,legal_citations,attributes.route,attributes.zip",
      "r1,2024-05-01T10:00:00Z,api,emergency,pd,desk,\"Help", "now\",phone:+39 061;email:a@b.c,x\\;y;z,north,00184")
    let mapped = try requests(yaml, csv: log, row)
    #expect(mapped.rejections == [])
    #expect(mapped.repairs == [])
    #expect(mapped.accepted.map(\.request) == plain.accepted.map(\.request))
    #expect(mapped.accepted.first?.request.attributes.count == 2)
    #expect(mapped.unknownFields == ["unused": 1])
    // The same log as JSON Lines.
    let names = log.split(separator: ",").map(String.init)
    let cells = row.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    let members = zip(names, cells).map { "\(SampleRow.quoted($0)):\(SampleRow.quoted($1))" }
    var intake = Intake()
    intake.mapping = try Mapping(yaml: yaml)
    let json = intake.jsonl("{\(members.joined(separator: ","))}")
    #expect(json.accepted.map(\.request) == mapped.accepted.map(\.request))
  }

  @Test func datesOfManyKinds() throws {
    let wanted = Instant(seconds: 1_714_555_800)  // 2024-05-01T09:30:00Z
    let kinds: [(rule: String, cell: String, offset: Int16)] = [
      ("{column: t, format: epoch_seconds}", "1714555800", 0),
      ("{column: t, format: epoch_seconds}", "1714555800.0", 0),
      ("{column: t, format: epoch_milliseconds}", "1714555800000", 0),
      ("{column: t, format: epoch_seconds, zone: Europe/Rome}", "1714555800", 120),
      ("{column: t, format: epoch_seconds, offset_column: off}", "1714555800", -90),
      ("{column: t, zone: America/New_York}", "2024-05-01T05:30:00", -240),
      ("{column: t, offset_column: off}", "2024-05-01T08:00:00", -90),
      ("{column: t, format: '%d/%m/%Y %H:%M:%S', zone: Europe/Rome}", "01/05/2024 11:30:00", 120),
      ("{column: t, format: '%b %e, %y %I:%M %p %z'}", "May  1, 24 02:30 pm +05:00", 300),
      ("{column: t, format: '%FT%T.%f%z'}", "2024-05-01T09:30:00.000Z", 0),
      ("t", "2024-05-01T09:30:00Z", 0),
    ]
    for (rule, cell, offset) in kinds {
      let yaml = constants + "fields:\n  request_id: n\n  received_at: \(rule)\n"
      let out = try requests(yaml, csv: "n,t,off", "1,\(SampleRow.csvQuoted(cell)),-90")
      #expect(out.rejections == [], "\(rule)")
      #expect(out.accepted.first?.request.receivedAt == wanted, "\(rule)")
      #expect(out.accepted.first?.request.offsetMinutes == offset, "\(rule)")
    }
    for (rule, cell) in [
      ("{column: t, format: epoch_seconds}", "soon"), ("{column: t, format: '%Y-%m-%d %H:%M'}", "2024-05-01 10:00"),
      ("{column: t, format: '%d/%m/%Y', zone: UTC}", "31/02/2024"),
      ("{column: t, offset_column: nil}", "2024-05-01T08:00:00"),
    ] {
      let yaml = constants + "fields:\n  request_id: n\n  received_at: \(rule)\n"
      #expect(
        try requests(yaml, csv: "n,t,nil", "1,\(cell),").rejections.map(\.field) == [.required(.receivedAt)], "\(rule)")
    }
  }

  @Test func clocksThatGoBackShowTheFirstOfTwo() throws {
    let yaml = constants + "fields:\n  request_id: n\n  received_at: {column: t, zone: Europe/Rome}\n"
    let out = try requests(
      yaml, csv: "n,t", "1,2024-10-27T01:59:59", "2,2024-10-27T02:30:00", "3,2024-10-27T03:00:00",
      "4,2024-03-31T03:00:00")
    #expect(out.accepted.map(\.request.offsetMinutes) == [120, 120, 60, 120])
  }

  @Test func periodsAreDays() throws {
    let yaml =
      constants + "fields:\n  request_id: n\n  received_at: t\n  period_start: {column: p, format: '%m/%d/%Y'}\n"
    let out = try requests(yaml, csv: "n,t,p", "1,2024-05-01T09:30:00Z,12/31/2023")
    #expect(out.accepted.first?.request.periodStart == CivilDate(year: 2023, month: 12, day: 31))
  }

  @Test func aDateMayStandInSeveralColumns() throws {
    for rule in [
      "{columns: [d, h], separator: T, zone: Europe/Rome}",
      "{columns: [d, h], format: '%F %T', zone: Europe/Rome}",
    ] {
      let yaml = constants + "fields:\n  request_id: n\n  received_at: \(rule)\n"
      let out = try requests(yaml, csv: "n,d,h", "1,2024-05-01,09:30:00")
      #expect(out.accepted.first?.request.receivedAt == Instant(seconds: 1_714_548_600), "\(rule)")
    }
  }

  @Test func aLocalTimeWithoutAZoneIsRejectedForThat() throws {
    let yaml = constants + "fields:\n  request_id: n\n  received_at: {column: t, format: '%d.%m.%Y %H:%M'}\n"
    let out = try requests(yaml, csv: "n,t", "1,01.05.2024 09:30", "2,32.05.2024 09:30")
    #expect(out.rejections.map(\.fault) == [.noOffset, .notATimestamp])
  }

  @Test func mistakesAreNamedByLine() {
    let mistakes: [(String, MappingError)] = [
      ("fields:\n  sender: a\n", .unknownField("sender", line: 2)),
      ("colums:\n  a: b\n", .unknownSection("colums", line: 1)),
      ("fields:\n  scope: {colum: a}\n", .unknownKey("colum", line: 2)),
      ("fields:\n  scope: a\nconstants:\n  scope: 1\n", .filledTwice("scope", line: 4)),
      ("fields:\n  scope: {separator: a}\n", .noSource("scope", line: 2)),
      ("fields:\n  received_at: {column: a, zone: Mars}\n", .unknownZone("Mars", line: 2)),
      ("fields:\n  received_at: {column: a, format: '%Q'}\n", .badPattern("%Q", line: 2)),
      ("fields: [a]\n", .notAMapping(line: 1)),
      (
        "fields:\n  scope: {as: number, column: a}\n",
        .unknownChoice("as", of: "automatic, category, number, for an attribute", line: 2)
      ),
    ]
    for (yaml, error) in mistakes {
      #expect(throws: error, "\(yaml)") { try Mapping(yaml: yaml) }
    }
    #expect(throws: MappingError.self) { try Mapping(yaml: "a: [b\nc: }") }
    #expect(throws: Never.self) { try Mapping(yaml: "# nothing\n") }
  }

  @Test func aColumnThatTheLogLacksIsTold() throws {
    let mapping = try Mapping(yaml: "fields:\n  scope: cameras\n  received_at: {column: t, offset_column: off}\n")
    #expect(throws: MappingError.missingColumn("cameras")) { try mapping.check(header: ["t", "off"]) }
    #expect(throws: MappingError.missingColumn("off")) { try mapping.check(header: ["t", "cameras"]) }
    #expect(throws: Never.self) { try mapping.check(header: ["off", "t", "cameras", "more"]) }
    var intake = Intake()
    intake.mapping = mapping
    let line = Array(#"{"t":"2024-05-01T09:30:00Z","cameras":null}"#.utf8)
    var unseen: Set<String> = []
    var splitter = RecordSplitter(format: .jsonl, limits: intake.limits)
    let parser = BlockParser(settings: intake.settings)
    line.withUnsafeBufferPointer { splitter.feed($0) { unseen = parser.parse($0).unseenColumns } }
    splitter.finish { unseen = parser.parse($0).unseenColumns }
    #expect(unseen == ["off"])
  }

  @Test func theMappingOfLicencePlateSearchesReadsSuchALog() throws {
    let path = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../../Datasets/mappings/police-searches.yaml")
    let out = try requests(
      try String(contentsOf: path, encoding: .utf8), csv: "agency,search_id,ts_utc,networks,reason,offense_type",
      "some-pd,s1,2026-02-25T00:00:49.236Z,697,PC187,", "some-pd,s2,2026-02-25T00:01:56Z,1,,Larceny")
    #expect(out.repairs == [])
    #expect(out.accepted.map(\.request.id) == ["s1", "s2"])
    let first = try #require(out.accepted.first).request
    #expect(first.scope == 697)
    #expect(first.sender == "some-pd")
    #expect(first.agencyTimezone == "America/Los_Angeles")
    #expect(first.attributes.isEmpty)
    #expect(out.accepted[1].request.attributes.map(\.name) == ["offense_type"])
  }
}
