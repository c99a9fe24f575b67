import RequestModel
import Testing

@Suite struct CaseHistoryDetectorTests {
  @Test func `the line says whether a case goes on or is new`() throws {
    let before = try #require(LookTrial.town.log.last { $0.sender == LookTrial.town.town.officers[1].name })
    var again = LookTrial.usual()
    again.caseNumber = before.caseNumber
    let new = try LookTrial.finding("case_history", [LookTrial.usual()])
    let known = try LookTrial.finding("case_history", [again])
    #expect(new.observed == "gives a case number that this agency has not used before")
    #expect(known.observed == "continues a case of this sender's")
  }
}
