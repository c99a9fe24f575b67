import Crypto
import Statistics
import Storage

extension RowSeal {
  /// Under keys of its own, derived from the workspace's.
  init(key: [UInt8]) {
    let derived = HMAC<SHA256>.authenticationCode(
      for: Array("countersign seal of a row".utf8), using: SymmetricKey(data: key))
    let words = derived.withUnsafeBytes { bytes in
      (0..<4).map { bytes.loadUnaligned(fromByteOffset: 8 * $0, as: UInt64.self) }
    }
    self.init(high: SipHash(k0: words[0], k1: words[1]), low: SipHash(k0: words[2], k1: words[3]))
  }
}
