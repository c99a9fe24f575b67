import RequestModel
import Testing

@testable import Storage

@Suite("The codec of requests")
struct RequestCodecTests {
  private func samples(_ count: Int, seed: UInt64) -> [Request] {
    var generator = SeededGenerator(seed: seed)
    return (0..<count).map { Request.random($0, using: &generator) }
  }

  @Test("A request comes back as it was, and equal requests have equal bytes")
  func roundTrip() throws {
    for request in samples(500, seed: 1) {
      let bytes = RequestCodec.encode(request)
      let back = try RequestCodec.decode(bytes)
      #expect(back == request)
      #expect(RequestCodec.encode(back) == bytes)
    }
  }

  @Test("The extremes of numbers come back")
  func extremes() throws {
    for number in [Int64.min, -1, 0, 1, .max] {
      var request = Request(
        id: "", receivedAt: Instant(microseconds: number), offsetMinutes: number < 0 ? .min : .max, channel: .fax,
        type: .epoc, agencyID: "", sender: "")
      request.scope = number
      request.deadlineMinutes = number
      request.sessionASN = number
      request.malformed.bits = UInt64(bitPattern: number)
      request.natures.bits = UInt16(truncatingIfNeeded: number)
      request.periodStart = CivilDate(year: Int(number), month: 13, day: -1)
      #expect(try RequestCodec.decode(RequestCodec.encode(request)) == request)
    }
  }

  @Test("Bytes cut off anywhere, or with one more, throw")
  func truncation() {
    for request in samples(25, seed: 2) {
      let bytes = RequestCodec.encode(request)
      for end in 0..<bytes.count {
        #expect(throws: RequestCodecError.self) { try RequestCodec.decode(Array(bytes[..<end])) }
      }
      #expect(throws: RequestCodecError.trailingBytes) { try RequestCodec.decode(bytes + [0]) }
    }
  }

  @Test("Changed bytes give a request or an error, never a trap")
  func damage() {
    var generator = SeededGenerator(seed: 3)
    var errors = 0
    for request in samples(40, seed: 4) {
      let bytes = RequestCodec.encode(request)
      for _ in 0..<60 {
        var damaged = bytes
        for _ in 0..<Int.random(in: 1...4, using: &generator) {
          damaged[Int.random(in: 0..<damaged.count, using: &generator)] = UInt8(truncatingIfNeeded: generator.next())
        }
        do { _ = try RequestCodec.decode(damaged) } catch { errors += 1 }
      }
      let noise = (0..<200).map { _ in UInt8(truncatingIfNeeded: generator.next()) }
      #expect(throws: RequestCodecError.self) { try RequestCodec.decode([RequestCodec.version] + noise) }
    }
    #expect(errors > 100)
  }

  @Test("A layout of tomorrow is named as such")
  func newerVersion() {
    var bytes = RequestCodec.encode(samples(1, seed: 5)[0])
    bytes[0] = RequestCodec.version + 1
    #expect(throws: RequestCodecError.unknownVersion(RequestCodec.version + 1)) { try RequestCodec.decode(bytes) }
  }
}
