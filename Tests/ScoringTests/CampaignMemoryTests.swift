import Detection
import RequestModel
import Statistics
import Testing

@testable import Scoring

/// The memory of suspicious requests is bounded, and the same whether it was kept or read again.
@Suite struct CampaignMemoryTests {
  /// What a night brings: `count` suspects, every second one odd by itself.
  private static func notes(_ night: Night, _ count: Int) -> CampaignMemory.Notes {
    var notes = CampaignMemory.Notes()
    notes.suspects = (0..<count).map {
      CampaignMemory.Suspect(
        requestID: "\(night.day)-\($0)", receivedAt: Instant(seconds: Int64(night.day) * 86_400), night: night,
        account: "", campaign: "", isOdd: $0 % 2 == 0, trace: SharedTrace(agency: UInt32($0)))
    }
    return notes
  }

  /// Nights closed one after the other, and what each wrote down.
  private static func closed(_ counts: [Int]) -> (memory: CampaignMemory, written: [(Night, [UInt8])]) {
    var memory = CampaignMemory()
    var written: [(Night, [UInt8])] = []
    for (day, count) in counts.enumerated() {
      let night = Night(day: Int32(1_000 + day))
      memory.forget(before: night)
      memory.close(night, notes(night, count))
      if let bytes = memory.encodedNotes() { written.append((night, bytes)) }
    }
    return (memory, written)
  }

  private static func nights(_ memory: CampaignMemory) -> [Int32] {
    Array(Set(memory.suspects.map(\.night.day))).sorted()
  }

  @Test func `beyond the limit whole nights leave, the oldest first, and no more than there is no room for`() {
    let part = CampaignMemory.limit / 4
    #expect(Self.nights(Self.closed([part, part, part, part]).memory) == [1_000, 1_001, 1_002, 1_003])
    let full = Self.closed([part, part, part, part, 1])
    #expect(Self.nights(full.memory) == [1_001, 1_002, 1_003, 1_004])
    #expect(full.memory.suspects.count == 3 * part + 1)
    #expect(full.memory.suspects.count <= CampaignMemory.limit)
  }

  @Test func `what left for want of room does not come back with later nights, nor when it is read again`() throws {
    let part = CampaignMemory.limit / 4
    let (memory, written) = Self.closed([part, part, part, part, 1, 0, 5])
    var again = CampaignMemory()
    for (night, bytes) in written { try again.read(bytes, night: night) }
    #expect(again.suspects == memory.suspects)
    // The first nights of the window may be gone when it is read again: what they pushed out stays out.
    var partial = CampaignMemory()
    for (night, bytes) in written.dropFirst() { try partial.read(bytes, night: night) }
    #expect(partial.suspects == memory.suspects)
    var late = Self.notes(Night(day: 1_000), 2)
    late.suspects.append(contentsOf: Self.notes(Night(day: 1_007), 1).suspects)
    var grown = memory
    grown.close(Night(day: 1_007), late)
    #expect(Self.nights(grown).first == 1_001)
  }

  @Test func `a night that alone is over the limit is not kept, and the next one is`() {
    let flood = Self.closed([10, CampaignMemory.limit + 1])
    #expect(flood.memory.suspects.isEmpty)
    let after = Self.closed([10, CampaignMemory.limit + 1, 3])
    #expect(Self.nights(after.memory) == [1_002])
  }
}
