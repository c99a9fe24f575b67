import Ingestion
import RequestModel
import Testing

@Suite("Labels, agencies and calendars")
struct SideFileTests {
  private func labels(_ text: String, _ format: RecordFormat) -> SideFile<LabelRow> {
    Array(text.utf8).withUnsafeBufferPointer { LabelRow.read($0, format: format, limits: Intake().limits) }
  }

  @Test func labelsAreTheSameInBothFormats() {
    let csv = labels(
      "label,request_id,labelled_at,source,note\nfraudulent,r1,2024-05-01T10:00:00Z,callback,\"a, b\"\nLegitimate,r2,2024-05-02T10:00:00+02:00,,\n",
      .csv)
    let json = labels(
      #"{"request_id":"r1","label":"fraudulent","labelled_at":"2024-05-01T10:00:00Z","source":"callback","note":"a, b"}"#
        + "\n" + #"{"request_id":"r2","label":"legitimate","labelled_at":"2024-05-02T08:00:00Z","scenario":null}"#,
      .jsonl)
    #expect(csv.faults == [])
    #expect(json.faults == [])
    #expect(csv.rows.map(\.requestID) == ["r1", "r2"])
    #expect(csv.rows.map(\.isFraudulent) == [true, false])
    #expect(csv.rows.map(\.labelledAt) == json.rows.map(\.labelledAt))
    #expect(csv.rows[0].note == "a, b" && csv.rows[0].source == json.rows[0].source)
  }

  @Test func badLabelsAreNamedByLineAndField() {
    let out = labels(
      """
      request_id,label,labelled_at
      ,fraudulent,2024-05-01T10:00:00Z
      r1,maybe,2024-05-01T10:00:00Z
      r1,fraudulent,2024-05-01
      r1,fraudulent,2024-05-01T10:00:00
      r1,fraudulent,1990-05-01T10:00:00Z
      r1,fraudulent,2124-05-01T10:00:00Z
      "r1
      r2,legitimate,2024-05-01T10:00:00Z
      """, .csv)
    #expect(out.rows.map(\.line) == [9])
    #expect(
      out.faults.map { "\($0.line) \($0.field)" } == [
        "2 request_id", "3 label", "4 labelled_at", "5 labelled_at", "6 labelled_at", "7 labelled_at", "8 row",
      ])
    #expect(out.faults[3].fault == .noOffset)
  }

  @Test func agenciesKeepTheirRowWhereACellIsBad() {
    let text = """
      agency_id,name,country,type,timezone,domains,callback_phone,aliases
      pd,Polizei,de,local,Europe/Berlin,Polizei.example;bücher.example,+49 30 1,p d;PD
      x,X,Germany,spies,Mars/Base,a..b;ok.org,,
      ,nameless,,,,,,
      """
    let out = Array(text.utf8).withUnsafeBufferPointer { AgencyRow.read($0, format: .csv, settings: Intake().settings) }
    #expect(out.rows.map(\.agencyID) == ["pd", "x"])
    #expect(out.rows[0].domains == ["polizei.example", "xn--bcher-kva.example"])
    #expect(out.rows[0].aliases == ["p d", "PD"])
    #expect(out.rows[0].country == "DE")
    #expect(out.rows[1].domains == ["ok.org"])
    #expect(out.rows[1].type == .other)
    #expect(
      out.faults.map { "\($0.line) \($0.field)" } == ["3 country", "3 type", "3 timezone", "3 domains", "4 agency_id"])
  }

  @Test func calendarDaysHoldWhereTheySay() {
    let text =
      "date,country,agency_id,kind,name\n2024-12-25,it,,holiday,Natale\n2024-02-30,,,holiday,\n2024-01-01,,,party,\n2024-05-01,,pd,Incident,Flood\n"
    let out = Array(text.utf8).withUnsafeBufferPointer { CalendarRow.read($0, format: .csv, limits: Intake().limits) }
    #expect(out.rows.map(\.country) == ["IT", ""])
    #expect(out.rows.map(\.kind) == [.holiday, .incident])
    #expect(out.faults.map { "\($0.line) \($0.field)" } == ["3 date", "4 kind"])
  }
}
