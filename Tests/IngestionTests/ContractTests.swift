import Ingestion
import RequestModel
import Testing

@Suite("One row means the same however it is written")
struct ContractTests {
  @Test func jsonAndCSVGiveTheSameRequests() throws {
    var dice = Dice(1)
    let rows = (0..<60).map { SampleRow.random($0, &dice) }
    let json = rows.map { $0.json(&dice) }.joined(separator: "\n")
    let table = rows.map { $0.csv(&dice) }
    let csv = ([table[0].header] + table.map(\.row)).joined(separator: "\r\n")
    var intake = Intake()
    intake.readsWording = true
    let a = intake.parse(Array(json.utf8), .jsonl)
    let b = intake.parse(Array(csv.utf8), .csv)
    #expect(a.rejections == [])
    #expect(a.repairs == [])
    #expect(b.rejections == [])
    #expect(b.repairs == [])
    #expect(a.accepted.count == rows.count)
    #expect(a.accepted.map(\.request) == b.accepted.map(\.request))
    #expect(a.accepted.map(\.disposition) == b.accepted.map(\.disposition))
    #expect(Set(a.accepted.map(\.request.contentDigest)).count == rows.count)
    #expect(a.accepted.allSatisfy { $0.request.wording != nil })
  }

  @Test func everyFieldReachesTheRequest() throws {
    var dice = Dice(2)
    let whole = SampleRow.random(7, &dice)
    let base = try #require(Intake().jsonl(whole.json(&dice)).accepted.first).request
    let optional = whole.fields.filter { !["request_id", "received_at", "channel", "request_type"].contains($0.name) }
    for field in optional {
      var less = whole
      less.fields.removeAll { $0.name == field.name }
      guard let row = Intake().jsonl(less.json(&dice)).accepted.first else { continue }
      var isEmptyList = false
      if case .list(let items) = field.item, items.isEmpty { isEmptyList = true }
      if case .targets(let items) = field.item, items.isEmpty { isEmptyList = true }
      let isOutside = field.name.hasPrefix("disposition")
      #expect((row.request == base) == (isEmptyList || isOutside), "\(field.name)")
      #expect((row.request.contentDigest == base.contentDigest) == (isEmptyList || isOutside), "\(field.name)")
    }
  }

  @Test func absentNullAndEmptyAreTheSame() throws {
    let rest =
      #""request_id":"r","received_at":"2024-05-01T00:00:00Z","channel":"fax","request_type":"mlat","agency_id":"a""#
    let forms = [
      "{\(rest)}", "{\(rest),\"subject\":null,\"targets\":null,\"attributes\":null,\"mfa\":null}",
      "{\(rest),\"subject\":\"\",\"targets\":[],\"attributes\":{},\"scope\":\"\",\"spf\":\"  \"}",
      "{\(rest),\"legal_citations\":[\"\",null],\"attributes\":{\"x\":null},\"unheard_of\":[{\"a\":1}]}",
    ]
    let requests = forms.map { Intake().jsonl($0) }
    for parsed in requests {
      #expect(parsed.repairs == [])
      #expect(parsed.accepted.first?.request == requests[0].accepted.first?.request)
    }
    #expect(requests[3].unknownFields == ["unheard_of": 1])
    #expect(requests[0].accepted.count == 1)
  }

  @Test func spellingDoesNotMatterWhereItMeansNothing() throws {
    func row(_ extra: String) -> Request? {
      Intake().jsonl(
        #"{"request_id":"r","received_at":"2024-05-01T00:00:00Z","channel":"portal","request_type":"mlat","sender_email":"a@b.it",\#(extra)}"#
      ).accepted.first?.request
    }
    let same = [
      (#""scope":3"#, #""scope":3.0e0"#), (#""scope":3"#, #""scope":"3""#),
      (#""callback_phone":"+39 06 1234""#, #""callback_phone":"0039-06/1234""#),
      (#""callback_phone":"+44 (0)20 7946""#, #""callback_phone":"+44207946""#),
      (#""reply_to":"Some One <X@Y.ORG>""#, #""reply_to":"x@y.org""#),
      (#""agency_country":"it""#, #""agency_country":"IT""#), (#""spf":"PASS""#, #""spf":"pass""#),
      (#""targets":["phone:555 1234","email:A@b.c"]"#, #""targets":"email:a@B.C;phone:5551234""#),
      (#""targets":[{"type":"ip","value":"10.0.0.1"}]"#, #""targets":[{"type":"ip","value":"::ffff:10.0.0.1"}]"#),
      (#""attributes":{"a":1,"b":"x"}"#, #""attributes":{"b":"X ","a":"1.0"}"#),
      (#""sender_name":"Zo\u00eb""#, #""sender_name":"ZOE\u0308""#),
      (#""body":"a\r\nb""#, #""body":"a\nb""#), (#""session_asn":"AS7018""#, #""session_asn":7018"#),
      (#""request\u005ftype":"mlat","scope":1"#, #""scope":1"#),
    ]
    for (a, b) in same {
      #expect(row(a) != nil)
      #expect(row(a)?.contentDigest == row(b)?.contentDigest, "\(a) \(b)")
    }
    #expect(row(#""scope":3"#)?.contentDigest != row(#""scope":4"#)?.contentDigest)
  }

  @Test func theContentKnowsInstantOffsetAndKey() {
    let line =
      #"{"request_id":"r","received_at":"2024-05-01T02:00:00+02:00","channel":"fax","request_type":"mlat","agency_id":"a"}"#
    let moved = line.replacing("02:00:00+02:00", with: "00:00:00Z")
    let a = Intake().jsonl(line).accepted.first?.request
    let b = Intake().jsonl(moved).accepted.first?.request
    #expect(a?.receivedAt == b?.receivedAt)
    #expect(a?.contentDigest != b?.contentDigest)
    var other = Intake()
    other.key = [1, 2, 3]
    #expect(other.jsonl(line).accepted.first?.request.contentDigest != a?.contentDigest)
  }
}
