import RequestModel
import Storage
import Synchronization
import Testing

@testable import Workflow

@Suite struct BatchWriterTests {
  private struct DiskFull: Error {}

  private func group(_ id: String) -> [RequestBatch] {
    let request = Request(
      id: id, receivedAt: Instant(seconds: 0), offsetMinutes: 0, channel: .mail, type: .other, agencyID: "a", sender: ""
    )
    return [RequestBatch([DatedRequest(request, night: Night(day: 0))])]
  }

  @Test func `groups are written in the order given, and every outcome counts`() throws {
    let store = try Store.inMemory()
    let writer = BatchWriter { try store.append($0) }
    for i in 0..<50 { try writer.give(group("r\(i % 40)")) }
    let outcome = try writer.finish()
    #expect((outcome.new, outcome.duplicate) == (40, 10))
    #expect(try store.requests(of: Night(day: 0)).count == 40)
  }

  @Test func `after an error nothing more is written, and whoever gives or finishes is told`() throws {
    let written = Mutex(0)
    let writer = BatchWriter { _ in
      try written.withLock { count in
        if count == 3 { throw DiskFull() }
        count += 1
      }
      return AppendOutcome()
    }
    #expect(throws: DiskFull.self) { for i in 0..<50 { try writer.give(group("r\(i)")) } }
    #expect(throws: DiskFull.self) { try writer.finish() }
    #expect(written.withLock { $0 } == 3)
  }
}
