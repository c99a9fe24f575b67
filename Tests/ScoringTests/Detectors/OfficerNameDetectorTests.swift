import RequestModel
import Testing

@Suite struct OfficerNameDetectorTests {
  @Test func `another name outranks the account's own`() throws {
    try LookTrial.expectOdder("officer_name", saying: "signed with an officer's name") {
      $0.senderName = Pseudonym(high: 9, low: 9)
    }
  }
}
