import RequestModel
import Testing

@Suite struct MailboxNameDetectorTests {
  @Test func `a name that the mailbox does not bear outranks none to compare`() throws {
    try LookTrial.expectOdder("mailbox_name", saying: "does not bear the officer's name") {
      $0.mailboxBearsName = false
    }
  }
}
