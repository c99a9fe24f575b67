import RequestModel
import Testing

@Suite struct RepeatedTargetDetectorTests {
  @Test func `a target again under another case outranks the same case`() throws {
    let before = LookTrial.town.log.last { $0.sender == LookTrial.usual().sender }!
    var again = LookTrial.usual()
    again.targets = before.targets
    var sameCase = again
    sameCase.caseNumber = before.caseNumber
    let other = try LookTrial.finding("repeated_target", [again])
    let same = try LookTrial.finding("repeated_target", [sameCase])
    #expect(other.bits > same.bits)
    #expect(other.observed == "a target this sender asked about before, under another case number")
    #expect(same.observed == "a target this sender asked about before under the same case number")
  }
}
