import Detection
import RequestModel
import Scoring
import Statistics
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

  @Test func `a target of a suspicious request is known again, though it taught nothing`() throws {
    var town = LookTrial.town.town
    let odd = LookTrial.dressed(town.forgery(of: town.officers[1], day: LookTrial.nights))
    let run = try NightRun.folded(LookTrial.town.log + [odd])
    #expect(run.byID[odd.id]?.isHeld == true)
    let next = LookTrial.night.advanced(by: 1)
    let fresh = LookTrial.dressed(town.request(by: town.officers[1], day: LookTrial.nights + 1))
    var again = fresh
    again.targets = odd.targets
    func bits(_ request: Request) throws -> Double {
      let judged = try run.judged([request], night: next)[0]
      return judged.looks[NightRun.registry.ids.firstIndex(of: "repeated_target")!].value
    }
    #expect(try bits(again) > bits(fresh) + 3)
  }
}
