import RequestModel
import Testing

@Suite struct MailAuthenticationDetectorTests {
  @Test func `a mail that fails its checks outranks one that passes`() throws {
    try LookTrial.expectOdder("mail_authentication", saying: "DMARC fail") { $0.dmarc = .fail }
  }
}
