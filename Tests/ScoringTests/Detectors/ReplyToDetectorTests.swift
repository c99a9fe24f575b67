import RequestModel
import Testing

@Suite struct ReplyToDetectorTests {
  @Test func `answers to a free-mail address outrank answers to the account`() throws {
    try LookTrial.expectOdder("reply_to", saying: "go to a free-mail address (gmail.com)") {
      $0.replyTo = LookTrial.address("thief", "gmail.com")
    }
  }
}
