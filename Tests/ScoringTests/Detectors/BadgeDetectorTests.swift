import RequestModel
import Testing

@Suite struct BadgeDetectorTests {
  @Test func `another badge outranks the account's own`() throws {
    try LookTrial.expectOdder("badge", saying: "shows a badge number") { $0.badge = Pseudonym(high: 9, low: 9) }
  }

  @Test func `leaving the badge out is judged as bringing another`() throws {
    try LookTrial.expectOdder("badge", saying: "shows no badge number") { $0.badge = nil }
  }
}
