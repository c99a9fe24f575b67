import CZlib

/// Gzip (RFC 1952), any number of members one after the other, through zlib.
final class GzipInflater {
  private static var windowSize: Int { 256 * 1024 }
  /// The header's own auto-detection off: 15 window bits, gzip framing only.
  private static var gzipWindowBits: Int32 { 15 + 16 }

  private let stream = UnsafeMutablePointer<z_stream>.allocate(capacity: 1)
  private let window = UnsafeMutablePointer<UInt8>.allocate(capacity: windowSize)
  private let isReady: Bool
  private var isInsideMember = false
  private var hasFinishedMember = false
  private var isDamaged = false

  init() {
    stream.initialize(to: z_stream())
    isReady =
      inflateInit2_(stream, Self.gzipWindowBits, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size)) == Z_OK
  }

  deinit {
    if isReady { inflateEnd(stream) }
    stream.deallocate()
    window.deallocate()
  }

  var end: StreamEnd {
    if isDamaged || !isReady { return .damaged }
    return isInsideMember || !hasFinishedMember ? .truncated : .complete
  }

  func feed(_ input: ByteView, _ output: (ByteView) throws -> Void) rethrows {
    guard isReady, !isDamaged, let base = input.baseAddress else { return }
    var rest = ByteView(start: base, count: input.count)
    while !rest.isEmpty, !isDamaged {
      if !isInsideMember {
        // Zero padding after a member is common on tapes; anything else but a member is damage.
        if hasFinishedMember, rest[0] == 0 {
          rest = rest.part(1, rest.count)
          continue
        }
        isInsideMember = true
      }
      let taken = try inflateSome(rest, output)
      rest = rest.part(taken, rest.count)
    }
  }

  /// Unpacks until the input is used up or a member ends; returns how much input was used.
  private func inflateSome(_ input: ByteView, _ output: (ByteView) throws -> Void) rethrows -> Int {
    let piece = min(input.count, 1 << 30)
    stream.pointee.next_in = UnsafeMutablePointer(mutating: input.baseAddress)
    stream.pointee.avail_in = UInt32(piece)
    while true {
      stream.pointee.next_out = window
      stream.pointee.avail_out = UInt32(Self.windowSize)
      let status = inflate(stream, Z_NO_FLUSH)
      let made = Self.windowSize - Int(stream.pointee.avail_out)
      if made > 0 { try output(ByteView(start: window, count: made)) }
      switch status {
      case Z_STREAM_END:
        isInsideMember = false
        hasFinishedMember = true
        inflateReset(stream)
        return piece - Int(stream.pointee.avail_in)
      case Z_OK:
        if stream.pointee.avail_in == 0, stream.pointee.avail_out > 0 { return piece }
      case Z_BUF_ERROR where stream.pointee.avail_in == 0:
        return piece
      default:
        isDamaged = true
        return piece
      }
    }
  }
}
