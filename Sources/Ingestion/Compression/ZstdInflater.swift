import CZstd

/// Zstandard (RFC 8878), any number of frames one after the other, through libzstd.
final class ZstdInflater {
  private static var windowSize: Int { 256 * 1024 }
  private let context: OpaquePointer?
  private let window = UnsafeMutablePointer<UInt8>.allocate(capacity: windowSize)
  /// What the last call said it still wants: 0 where a frame has just ended.
  private var wanted = 1
  private var isDamaged = false

  init() {
    context = ZSTD_createDCtx()
  }

  deinit {
    ZSTD_freeDCtx(context)
    window.deallocate()
  }

  var end: StreamEnd {
    if isDamaged || context == nil { return .damaged }
    return wanted == 0 ? .complete : .truncated
  }

  func feed(_ bytes: ByteView, _ output: (ByteView) throws -> Void) rethrows {
    guard let context, !isDamaged else { return }
    var input = ZSTD_inBuffer(src: bytes.baseAddress, size: bytes.count, pos: 0)
    while true {
      var target = ZSTD_outBuffer(dst: window, size: Self.windowSize, pos: 0)
      let before = input.pos
      let status = ZSTD_decompressStream(context, &target, &input)
      if target.pos > 0 { try output(ByteView(start: window, count: target.pos)) }
      if ZSTD_isError(status) != 0 {
        isDamaged = true
        return
      }
      // At a frame's edge an idle call asks for the next header, which is no news of the stream's end.
      if input.pos > before || target.pos > 0 { wanted = status }
      if input.pos == input.size, target.pos < Self.windowSize { return }
    }
  }
}
