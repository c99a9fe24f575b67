import RequestModel
import Testing

@Suite struct CallingCodeTests {
  @Test(arguments: [
    ("14155550100", 1), ("4930901820", 49), ("442079460000", 44), ("35312345678", 353), ("79161234567", 7),
    ("919876543210", 91), ("8801712345678", 880), ("39066982", 39), ("", 0), ("4", 0), ("44", 44), ("35", 0),
    ("0301", 0),
  ]) func `the code is the longest beginning that one country has`(digits: String, code: Int) {
    #expect(CallingCode.leading(Array(digits.utf8)) == UInt16(code))
  }

  @Test(arguments: [("US", 1), ("CA", 1), ("DE", 49), ("GB", 44), ("IE", 353), ("KZ", 7), ("", 0), ("XX", 0)])
  func `countries have one code`(country: String, code: Int) {
    #expect(CallingCode.of(country: country) == UInt16(code))
  }

  @Test func `a country's code is read back from its numbers`() {
    for country in ["AT", "AU", "BR", "CH", "ES", "FR", "IN", "IT", "JP", "MX", "NL", "PT", "TR", "UA", "US", "ZA"] {
      let code = CallingCode.of(country: country)
      #expect(CallingCode.leading(Array("\(code)555010099".utf8)) == code)
    }
  }
}
