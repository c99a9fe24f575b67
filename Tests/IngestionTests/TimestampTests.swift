import Ingestion
import RequestModel
import Testing

@Suite("Timestamps of RFC 3339")
struct TimestampTests {
  private func parse(_ text: String) -> Result<Timestamp, Timestamp.Failure> {
    Array(text.utf8).withUnsafeBufferPointer { Timestamp.parse($0) }
  }
  private func stamp(_ text: String) -> Timestamp? { try? parse(text).get() }
  private func padded(_ n: Int, _ width: Int) -> String {
    String(repeating: "0", count: max(0, width - String(n).count)) + String(n)
  }

  @Test func whatIsWrittenIsReadBack() {
    var dice = Dice(11)
    for _ in 0..<2_000 {
      let date = CivilDate(daysSinceEpoch: Int32(dice.roll(60_000)) - 20_000)
      let (h, m, s, us) = (dice.roll(24), dice.roll(60), dice.roll(60), dice.roll(1_000_000))
      let offset = dice.roll(2_879) - 1_439
      let text =
        "\(date)T\(padded(h, 2)):\(padded(m, 2)):\(padded(s, 2)).\(padded(us, 6))\(offset < 0 ? "-" : "+")\(padded(abs(offset) / 60, 2)):\(padded(abs(offset) % 60, 2))"
      let seconds = Int64(date.daysSinceEpoch) * 86_400 + Int64(h * 3_600 + m * 60 + s) - Int64(offset) * 60
      #expect(stamp(text)?.instant.microseconds == seconds * 1_000_000 + Int64(us), "\(text)")
      #expect(stamp(text)?.offsetMinutes == Int16(offset))
    }
  }

  @Test func formsOfOneInstant() {
    let forms = [
      "2024-05-01T09:30:00Z", "2024-05-01t09:30:00z", "2024-05-01 09:30:00Z", "2024-05-01T09:30:00+00:00",
      "2024-05-01T09:30:00-0000", "2024-05-01T09:30:00.000Z", "2024-05-01T11:30:00+02:00",
      "2024-04-30T23:45:00.0000009-09:45", "2024-05-01T09:30:00,0Z",
    ]
    for form in forms { #expect(stamp(form)?.instant == Instant(seconds: 1_714_555_800), "\(form)") }
  }

  @Test func aLeapSecondStaysInItsMinute() {
    let leap = stamp("2016-12-31T23:59:60Z")?.instant.microseconds
    #expect(leap == stamp("2016-12-31T23:59:59.999999Z")?.instant.microseconds)
    #expect(leap.map { $0 + 1 } == stamp("2017-01-01T00:00:00Z")?.instant.microseconds)
  }

  @Test func whatIsNoTimestampIsNone() {
    let bad = [
      "", "2024", "2024-05-01", "2024-05-01T09:30Z", "2024-13-01T09:30:00Z", "2024-00-01T09:30:00Z",
      "2023-02-29T00:00:00Z", "2024-05-01T24:00:00Z", "2024-05-01T09:60:00Z", "2024-05-01T09:30:61Z",
      "2024-05-01T09:30:00.Z", "2024-05-01T09:30:00+24:00", "2024-05-01T09:30:00+02:60", "2024-05-01T09:30:00+2:00",
      "2024-05-01T09:30:00Zx", "2024-05-01T09:30:00 Z", "2024-5-1T09:30:00Z", "24-05-01T09:30:00Z",
      "2024/05/01T09:30:00Z", "２024-05-01T09:30:00Z", "2024-05-01T09:30:00+", "-2024-05-01T09:30:00Z",
    ]
    for text in bad { #expect(parse(text) == .failure(.malformed), "\(text)") }
    for text in ["2024-05-01T09:30:00", "2024-05-01 09:30:00.5"] { #expect(parse(text) == .failure(.noOffset)) }
  }

  @Test func bothSidesOfTheDateLimits() {
    func accepted(_ text: String, _ intake: Intake) -> Bool {
      intake.jsonl(
        #"{"request_id":"r","received_at":"\#(text)","channel":"fax","request_type":"mlat","agency_id":"a"}"#
      ).accepted.count == 1
    }
    var intake = Intake()
    intake.limits.latest = Instant(microseconds: 1_714_607_999_999_999)
    #expect(accepted("2000-01-01T00:00:00Z", intake))
    #expect(!accepted("2000-01-01T00:00:00+00:01", intake))
    #expect(accepted("2024-05-01T23:59:59.999999Z", intake))
    #expect(!accepted("2024-05-02T00:00:00Z", intake))
  }
}
