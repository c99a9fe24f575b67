import RequestModel
import Testing

@Suite struct CaseNumberDetectorTests {
  @Test func `a shape that the agency does not use outranks its own`() throws {
    try LookTrial.expectOdder("case_number", saying: "of the shape A+") { $0.caseNumberShape = "A+" }
  }
}
