import CZstd

/// The wording of a request as it is kept where a configuration asks for that: subject and body, Zstandard.
package enum PackedText {
  /// Packs a letter; nil where there is none.
  package static func pack(subject: ByteView, body: ByteView) -> [UInt8]? {
    guard !subject.isEmpty || !body.isEmpty else { return nil }
    var plain: [UInt8] = []
    plain.reserveCapacity(4 + subject.count + body.count)
    withUnsafeBytes(of: UInt32(clamping: subject.count).littleEndian) { plain.append(contentsOf: $0) }
    plain.append(contentsOf: subject)
    plain.append(contentsOf: body)
    let room = ZSTD_compressBound(plain.count)
    return [UInt8](unsafeUninitializedCapacity: room) { target, count in
      let size = ZSTD_compress(target.baseAddress, room, plain, plain.count, 3)
      count = ZSTD_isError(size) == 0 ? size : 0
    }
  }

  /// What `pack` was given, as text; nil for bytes that it did not write.
  package static func unpack(_ packed: [UInt8]) -> (subject: String, body: String)? {
    var plain: [UInt8] = []
    let inflater = ZstdInflater()
    packed.withUnsafeBufferPointer { bytes in inflater.feed(bytes) { plain.append(contentsOf: $0) } }
    guard inflater.end == .complete, plain.count >= 4 else { return nil }
    let length = plain.withUnsafeBytes { Int(UInt32(littleEndian: $0.loadUnaligned(as: UInt32.self))) }
    guard length <= plain.count - 4 else { return nil }
    return (
      String(decoding: plain[4..<4 + length], as: UTF8.self), String(decoding: plain[(4 + length)...], as: UTF8.self)
    )
  }
}
