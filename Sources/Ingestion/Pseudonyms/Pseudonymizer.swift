import Crypto
package import RequestModel

/// Turns identifiers into keyed pseudonyms: the first 128 bits of HMAC-SHA-256 (RFC 2104, FIPS 180-4).
///
/// Every kind has its own key, derived from the workspace's, so that equal text of two kinds has unrelated pseudonyms.
/// The text must be in canonical form (`CanonicalForm`); `pseudonym(_:identifier:)` brings it there.
package struct Pseudonymizer: Sendable {
  package enum Kind: UInt8, CaseIterable, Sendable {
    case target, phone, badge, person, mailbox, ip, caseNumber, attachment, attribute, content
  }

  private let root: [UInt8]
  /// The key of each kind.
  let keys: [[UInt8]]

  /// A pseudonymizer under the bytes of a key file; any length is taken, 32 bytes are right.
  package init(key: [UInt8]) {
    root = key
    keys = Kind.allCases.map { kind in
      Array(
        HMAC<SHA256>.authenticationCode(
          for: Array("countersign pseudonym \(kind)".utf8), using: SymmetricKey(data: key)))
    }
  }

  /// The pseudonym of text in canonical form.
  package func pseudonym(_ kind: Kind, canonical: ByteView) -> Pseudonym {
    let code = HMAC<SHA256>.authenticationCode(
      for: UnsafeRawBufferPointer(canonical), using: SymmetricKey(data: keys[Int(kind.rawValue)]))
    return code.withUnsafeBytes { Self.firstBits(of: $0) }
  }

  /// The pseudonym of an identifier as somebody typed it: what `forget` and look-ups by hand need.
  package func pseudonym(_ kind: Kind, identifier: String, targetType: TargetType = .other) -> Pseudonym {
    var form = CanonicalForm()
    return Array(identifier.utf8).withUnsafeBufferPointer { bytes in
      switch kind {
      case .target: form.target(bytes.trimmed(), type: targetType)
      case .phone: form.phone(bytes.trimmed())
      case .badge, .caseNumber: form.code(bytes.trimmed())
      case .person: form.person(bytes.trimmed())
      case .ip: form.ip(bytes.trimmed())
      case .attachment: form.digest(bytes.trimmed())
      case .mailbox: form.lowercased(bytes.trimmed())
      case .attribute, .content: form.exactly(bytes)
      }
      return form.withBytes { pseudonym(kind, canonical: $0) }
    }
  }

  /// A 128-bit key for another purpose (word hashes, chain digests), unrelated to every pseudonym.
  package func subkey(for purpose: String) -> (UInt64, UInt64) {
    let code = HMAC<SHA256>.authenticationCode(
      for: Array("countersign subkey \(purpose)".utf8), using: SymmetricKey(data: root))
    let bits = code.withUnsafeBytes { Self.firstBits(of: $0) }
    return (bits.high, bits.low)
  }

  static func firstBits(of code: UnsafeRawBufferPointer) -> Pseudonym {
    Pseudonym(
      high: UInt64(bigEndian: code.loadUnaligned(as: UInt64.self)),
      low: UInt64(bigEndian: code.loadUnaligned(fromByteOffset: 8, as: UInt64.self)))
  }
}
