package import RequestModel

/// Turns a `Request` into compact bytes and back.
///
/// - Layout: one version byte; the required fields; a varint of presence bits (bit i = `Part` with raw value i); then
///   the parts that are present, in the order of `Part`. A part that is empty, nil or zero takes one bit.
/// - `decode(encode(r)) == r` for every request, and equal requests have equal bytes.
/// - Damaged bytes throw; they never trap, and never ask for more memory than a few times their own length.
/// - Cost: O(bytes), without a dictionary or a string parsed.
///
/// A layout that has shipped is never changed: a new field gets a new `Part` at the end, which older bytes do not have.
package enum RequestCodec {
  /// The first byte of what `encode` writes.
  package static let version: UInt8 = 1

  package static func encode(_ request: Request) -> [UInt8] {
    var writer = ByteWriter()
    encode(request, into: &writer)
    return [UInt8](writer.bytes)
  }

  package static func decode(_ bytes: [UInt8]) throws(RequestCodecError) -> Request {
    let result = bytes.withUnsafeBytes { raw in
      Result { () throws(RequestCodecError) -> Request in try decode(raw) }
    }
    return try result.get()
  }

  /// The optional parts in the order in which they are written; the raw value is the presence bit.
  enum Part: UInt64 {
    case agencyName, agencyCountry, agencyType, agencyTimezone, platform
    case senderDomain, senderRegistrableDomain, senderName, badge, replyTo, returnPath, callbackPhone
    case supervisorName, supervisorPhone, accountCreatedAt
    case caseNumber, caseNumberShape, legalCitations, deadlineMinutes, natures, targets, categories, scope
    case periodStart, periodEnd, attachments
    case sessionIP, sessionASN, sessionCountry, sessionDevice, mfa, spf, dkim, dmarc
    case language, wording, attributes, malformed
    case callingCodes, mailboxBearsName

    var mask: UInt64 { 1 << rawValue }
    static let all: UInt64 = (1 << (Part.mailboxBearsName.rawValue + 1)) - 1
  }
}

/// Why stored bytes are not a request.
package enum RequestCodecError: Error, Hashable, Sendable, CustomStringConvertible {
  case truncated
  case trailingBytes
  case unknownVersion(UInt8)
  case unknownPart
  case unknownValue
  case numberOutOfRange
  case invalidText

  package var description: String {
    switch self {
    case .truncated: "A stored request ends too early; restore the store from a backup."
    case .trailingBytes: "A stored request has bytes after its end; restore the store from a backup."
    case .unknownVersion(let version):
      "A stored request has layout \(version), which this program does not know; use a newer program."
    case .unknownPart: "A stored request has parts that this program does not know; use a newer program."
    case .unknownValue: "A stored request has a value outside its vocabulary; restore the store from a backup."
    case .numberOutOfRange: "A stored request has a number out of range; restore the store from a backup."
    case .invalidText: "A stored request has text that is not UTF-8; restore the store from a backup."
    }
  }
}
