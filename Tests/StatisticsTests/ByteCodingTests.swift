import Statistics
import Testing

@Suite struct ByteCodingTests {
  private static let edges: [UInt64] = [0, 1, 127, 128, 16_383, 16_384, 1 << 62, 1 << 63, .max - 1, .max]

  @Test func `every number is read as it was written`() throws {
    var writer = ByteWriter()
    for value in Self.edges {
      writer.varint(value)
      writer.signed(Int64(bitPattern: value))
      writer.signed(Int64(truncatingIfNeeded: value >> 1))
      writer.fixed(value)
    }
    for text in ["", "agency", "Präfektur\u{1f}東京\0"] { writer.text(text) }
    var reader = ByteReader(writer.bytes)
    for value in Self.edges {
      #expect(try reader.varint() == value)
      #expect(try reader.signed() == Int64(bitPattern: value))
      #expect(try reader.signed() == Int64(truncatingIfNeeded: value >> 1))
      #expect(try reader.fixed() == value)
    }
    for text in ["", "agency", "Präfektur\u{1f}東京\0"] { #expect(try reader.text() == text) }
    #expect(reader.isAtEnd)
  }

  @Test func `small numbers are short: seven bits a byte`() {
    for (value, length) in [(0, 1), (127, 1), (128, 2), (16_383, 2), (16_384, 3)] as [(UInt64, Int)] {
      var writer = ByteWriter()
      writer.varint(value)
      #expect(writer.bytes.count == length)
    }
    // Zigzag keeps small negative numbers short too.
    for value in [-64, 63] as [Int64] {
      var writer = ByteWriter()
      writer.signed(value)
      #expect(writer.bytes.count == 1)
    }
  }

  @Test func `a table has one spelling, whatever order it learned in`() throws {
    var random = SeededGenerator(seed: 5)
    let entries = (0..<200).map { _ in (key: random.next(), count: Int64(1 + random.below(5_000))) }
    var forwards = ByteWriter()
    forwards.table(CountTable(entries))
    var backwards = ByteWriter()
    backwards.table(CountTable(entries.reversed()))
    #expect(forwards.bytes == backwards.bytes)
    var reader = ByteReader(forwards.bytes)
    #expect(try reader.table() == CountTable(entries))
  }

  @Test func `bytes that end too soon are refused at every length`() {
    var writer = ByteWriter()
    writer.table(CountTable([(key: 3, count: 400), (key: 9, count: 1)]))
    writer.text("officer")
    writer.signed(-1_000_000)
    for length in 0..<writer.bytes.count {
      var reader = ByteReader(Array(writer.bytes.prefix(length)))
      #expect(throws: ByteReadingError.self) {
        _ = try reader.table()
        _ = try reader.text()
        _ = try reader.signed()
      }
    }
  }

  @Test func `impossible lengths are refused before anything is allocated`() {
    var writer = ByteWriter()
    writer.varint(.max)
    writer.fixed(0)
    #expect(throws: ByteReadingError.self) {
      var reader = ByteReader(writer.bytes)
      _ = try reader.table()
    }
    #expect(throws: ByteReadingError.self) {
      var reader = ByteReader(writer.bytes)
      _ = try reader.text()
    }
    #expect(throws: ByteReadingError.self) {
      var reader = ByteReader([UInt8](repeating: 0xff, count: 12))
      _ = try reader.varint()
    }
  }

  @Test func `random bytes are read or refused, and never trap`() {
    var random = SeededGenerator(seed: 6)
    for _ in 0..<3_000 {
      let bytes = (0..<random.below(40)).map { _ in UInt8(truncatingIfNeeded: random.next()) }
      var reader = ByteReader(bytes)
      _ = try? reader.table()
      _ = try? reader.text()
      _ = try? reader.signed()
      _ = try? reader.fixed()
      #expect(reader.position <= bytes.count)
    }
  }
}
