#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// An IPv4 or IPv6 address (RFC 4291 text forms, an IPv6 zone left out).
struct IPAddress: Hashable {
  /// The address as IPv6, IPv4 mapped into ::ffff:0:0/96.
  private var high: UInt64
  private var low: UInt64

  init?(_ text: ByteView) {
    guard text.count >= 2, text.count <= 64 else { return nil }
    var copy = [CChar](repeating: 0, count: text.count + 1)
    for i in 0..<text.count {
      if text[i] == UInt8(ascii: "%") { break }
      copy[i] = CChar(bitPattern: text[i])
    }
    var four = in_addr()
    if inet_pton(AF_INET, copy, &four) == 1 {
      high = 0
      low = 0xFFFF << 32 | UInt64(UInt32(bigEndian: four.s_addr))
      return
    }
    var six = in6_addr()
    guard inet_pton(AF_INET6, copy, &six) == 1 else { return nil }
    (high, low) = withUnsafeBytes(of: &six) {
      (
        UInt64(bigEndian: $0.loadUnaligned(as: UInt64.self)),
        UInt64(bigEndian: $0.loadUnaligned(fromByteOffset: 8, as: UInt64.self))
      )
    }
  }

  func append(to buffer: inout [UInt8]) {
    withUnsafeBytes(of: high.bigEndian) { buffer.append(contentsOf: $0) }
    withUnsafeBytes(of: low.bigEndian) { buffer.append(contentsOf: $0) }
  }
}
