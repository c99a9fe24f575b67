import Ingestion
import RequestModel
import Testing

@Suite struct SmokeTests {
  @Test func aPlainRowIsARequest() throws {
    let out = Intake().jsonl(
      #"{"request_id":"r1","received_at":"2024-05-01T09:30:00+02:00","channel":"email","request_type":"court_order","sender_email":"Anna@Example.police.uk","targets":[{"type":"email","value":"X@y.z","country":"it"}],"legal_citations":["18 U.S.C. § 2703"],"attributes":{"b":1,"a":"x"},"case_number":"AB-12-34567","spf":"pass","body":"urgent\nnow"}"#
    )
    #expect(out.rejections == [])
    #expect(out.repairs == [])
    let request = try #require(out.accepted.first).request
    #expect(request.sender == "anna@example.police.uk")
    #expect(request.agencyID == "example.police.uk")
    #expect(request.caseNumberShape == "AA-99-9+")
    #expect(request.legalCitations == ["18u.s.c.§2703"])
    #expect(request.targets.first?.country == "IT")
    #expect(request.offsetMinutes == 120)
    let csv = Intake().csv(
      "request_id,received_at,channel,request_type,sender_email,targets,legal_citations,attributes.a,attributes.b,case_number,spf,body",
      #"r1,2024-05-01T09:30:00+02:00,email,court_order,Anna@Example.police.uk,email@IT:X@y.z,18 U.S.C. § 2703,x,1,AB-12-34567,pass,"urgent"#,
      #"now""#)
    #expect(csv.rejections == [])
    #expect(csv.accepted.first?.request == request)
  }
}
