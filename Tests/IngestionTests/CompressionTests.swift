import CZlib
import CZstd
import Ingestion
import Testing

@Suite("Packed bytes come out as they went in")
struct CompressionTests {
  /// Repetitive enough to be packed well, long enough for several windows.
  private let plain: [UInt8] = {
    var dice = Dice(5)
    return (0..<400_000).map { _ in UInt8(97 + dice.roll(4)) }
  }()

  private func gzip(_ bytes: [UInt8]) -> [UInt8] {
    var stream = z_stream()
    deflateInit2_(
      &stream, 6, Z_DEFLATED, 15 + 16, 8, Z_DEFAULT_STRATEGY, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size))
    var out = [UInt8](repeating: 0, count: Int(deflateBound(&stream, UInt(bytes.count))))
    var input = bytes
    let made = input.withUnsafeMutableBufferPointer { input in
      out.withUnsafeMutableBufferPointer { out in
        stream.next_in = input.baseAddress
        stream.avail_in = UInt32(input.count)
        stream.next_out = out.baseAddress
        stream.avail_out = UInt32(out.count)
        deflate(&stream, Z_FINISH)
        return out.count - Int(stream.avail_out)
      }
    }
    deflateEnd(&stream)
    return Array(out[..<made])
  }

  private func zstd(_ bytes: [UInt8]) -> [UInt8] {
    var out = [UInt8](repeating: 0, count: ZSTD_compressBound(bytes.count))
    let made = ZSTD_compress(&out, out.count, bytes, bytes.count, 3)
    return Array(out[..<made])
  }

  private func packed(_ compression: Compression, _ bytes: [UInt8]) -> [UInt8] {
    compression == .gzip ? gzip(bytes) : compression == .zstd ? zstd(bytes) : bytes
  }

  private func unpack(_ bytes: [UInt8], piece: Int = .max) -> (bytes: [UInt8], end: StreamEnd) {
    var out: [UInt8] = []
    let end = bytes.withUnsafeBufferPointer { all in
      let engine = Decompressor(Compression(firstBytes: all))
      var start = 0
      while start < all.count {
        let stop = piece < all.count - start ? start + piece : all.count
        engine.feed(ByteView(rebasing: all[start..<stop])) { out += $0 }
        start = stop
      }
      return engine.finish()
    }
    return (out, end)
  }

  @Test(arguments: Compression.allCases) func roundTrip(_ compression: Compression) {
    let bytes = packed(compression, plain)
    for piece in [Int.max, 4_096, 997] {
      let (out, end) = unpack(bytes, piece: piece)
      #expect(out == plain)
      #expect(end == .complete)
    }
    #expect(unpack(packed(compression, Array(plain[..<50])), piece: 1).bytes == Array(plain[..<50]))
  }

  @Test(arguments: [Compression.gzip, .zstd]) func severalMembersAreOneStream(_ compression: Compression) {
    let half = plain.count / 2
    let bytes =
      packed(compression, Array(plain[..<half])) + packed(compression, []) + packed(compression, Array(plain[half...]))
    for piece in [Int.max, 1_001] {
      let (out, end) = unpack(bytes, piece: piece)
      #expect(out == plain)
      #expect(end == .complete)
    }
  }

  @Test(arguments: [Compression.gzip, .zstd]) func aCutKeepsWhatCameBefore(_ compression: Compression) {
    let bytes = packed(compression, plain)
    for count in [6, bytes.count / 2, bytes.count - 1] {
      let (out, end) = unpack(Array(bytes[..<count]))
      #expect(end == .truncated)
      #expect(plain.starts(with: out))
      if count > 100 { #expect(!out.isEmpty || compression == .zstd) }
    }
  }

  @Test(arguments: [Compression.gzip, .zstd]) func damageIsNoticed(_ compression: Compression) {
    var bytes = packed(compression, plain)
    bytes[bytes.count / 2] ^= 0x55
    bytes[bytes.count / 2 + 1] ^= 0xAA
    #expect(unpack(bytes).end != .complete || unpack(bytes).bytes != plain)
    #expect(unpack(packed(compression, plain) + Array("rubbish behind".utf8)).end == .damaged)
    #expect(unpack(packed(compression, plain) + Array("rubbish behind".utf8)).bytes == plain)
  }

  @Test func aWrongChecksumIsDamage() {
    var bytes = gzip(plain)
    bytes[bytes.count - 6] ^= 1
    #expect(unpack(bytes).end == .damaged)
    #expect(unpack(bytes).bytes == plain)
  }

  @Test func zeroPaddingBehindAGzipMemberIsNoDamage() {
    #expect(unpack(gzip(plain) + [0, 0, 0]).end == .complete)
  }
}
