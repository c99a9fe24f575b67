import RequestModel
import Testing

@Suite struct BadgeHolderDetectorTests {
  @Test func `a colleague's badge under another name outranks the account's own`() throws {
    let colleague = try #require(LookTrial.town.log.last { $0.sender == LookTrial.town.town.officers[0].name })
    try LookTrial.expectOdder("badge_holder", by: 1, saying: "knows under another name") { $0.badge = colleague.badge }
  }
}
