package import Statistics

/// A keyed digest of a row that no judgement and no night vouches for: whoever changes it without the key is found out.
///
/// 128 bits of two SipHash-2-4 under keys of their own, each a pseudorandom function of the row. O(bytes of the row).
package struct RowSeal: Sendable {
  private let high: SipHash
  private let low: SipHash

  package init(high: SipHash, low: SipHash) {
    self.high = high
    self.low = low
  }

  /// Sixteen bytes.
  func seal(_ bytes: [UInt8]) -> [UInt8] {
    bytes.withUnsafeBufferPointer { bytes in
      withUnsafeBytes(of: (high.hash(bytes).bigEndian, low.hash(bytes).bigEndian)) { [UInt8]($0) }
    }
  }
}
