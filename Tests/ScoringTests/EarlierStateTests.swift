import RequestModel
import Scoring
import Statistics
import Testing

/// What an earlier version learned is read by one that has more looks.
@Suite struct EarlierStateTests {
  @Test func `averages of fewer looks stand for the first ones`() throws {
    var few = Normaliser(looks: 3)
    few.learn([.one, .one, .one], spoke: [true, true, true], channel: 1, grains: 1024)
    few.close(factor: 1)
    var out = ByteWriter()
    few.encode(into: &out)
    var reader = ByteReader(out.bytes)
    let more = try Normaliser(from: &reader, looks: 5)
    #expect(more.looks == 5)
    #expect((0..<3).allSatisfy { more.shift(look: $0, channel: 1) == few.shift(look: $0, channel: 1) })
    #expect(more.shift(look: 0, channel: 1) != .zero)
    #expect(more.shift(look: 4, channel: 1) == .zero)
    #expect(reader.isAtEnd)
  }

  @Test func `pairs of fewer looks stand for the first ones, and more looks than there are are refused`() throws {
    var few = Companions(looks: 3)
    for _ in 0..<50 { few.learn([5, 5, 0], grains: 1024) }
    for _ in 0..<500 { few.learn([0, 0, 0], grains: 1024) }
    few.close(factor: 1)
    var out = ByteWriter()
    few.encode(into: &out)
    var reader = ByteReader(out.bytes)
    let more = try Companions(from: &reader, looks: 4)
    #expect(
      more.repeated([5, 5, 0, 0], weights: [1, 1, 1, 1]).prefix(3)
        == few.repeated([5, 5, 0], weights: [1, 1, 1]).prefix(3))
    #expect(more.repeated([5, 5, 0, 0], weights: [1, 1, 1, 1])[1] != 0)
    var again = ByteReader(out.bytes)
    #expect(throws: ByteReadingError.self) { try Companions(from: &again, looks: 2) }
  }
}
