import RequestModel
import Testing

@Suite struct AccountAgeDetectorTests {
  @Test func `a portal account of two days outranks one of years`() throws {
    try LookTrial.expectOdder("account_age", officer: 0, saying: "2 days old") {
      $0.accountCreatedAt = Instant(seconds: $0.receivedAt.seconds - 2 * 86_400)
    }
  }
}
