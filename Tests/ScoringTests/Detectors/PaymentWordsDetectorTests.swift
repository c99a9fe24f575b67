import Detection
import RequestModel
import Testing

@Suite struct PaymentWordsDetectorTests {
  @Test func `talk of money outranks none`() throws {
    try LookTrial.expectOdder("payment_words", saying: "8 words of money") {
      $0.wording?.lexiconHits[Int(Lexicon.payment.rawValue)] = 8
    }
  }

  @Test func `a request without text leaves it silent`() throws {
    try LookTrial.expectSilent("payment_words", .noText) { $0.wording = nil }
  }
}
