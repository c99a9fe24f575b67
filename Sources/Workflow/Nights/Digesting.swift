import Crypto
import Scoring
import Statistics

/// Digests of the chain of nights: SHA-256 over canonical bytes.
enum Digesting {
  static func digest(_ parts: [[UInt8]]) -> [UInt8] {
    var hash = SHA256()
    for part in parts {
      var length = ByteWriter()
      length.varint(UInt64(part.count))
      hash.update(data: length.bytes)
      hash.update(data: part)
    }
    return Array(hash.finalize())
  }

  /// One judgement: everything of it but its place among others.
  static func digest(_ assessment: Assessment) -> [UInt8] {
    var out = ByteWriter()
    out.text(assessment.requestID)
    out.signed(assessment.evidence.units)
    out.varint(assessment.pValue.bitPattern)
    out.varint(assessment.probability?.bitPattern ?? 0)
    out.varint(UInt64(assessment.rank))
    out.varint((assessment.isAlert ? 1 : 0) | (assessment.isHeld ? 2 : 0) | (assessment.isLate ? 4 : 0))
    out.text(assessment.model)
    for reason in assessment.reasons {
      out.text(reason.detector)
      out.signed(reason.contribution.units)
    }
    return Array(SHA256.hash(data: out.bytes))
  }

  /// A night's state: the state before it, and every value that it changed.
  static func state(previous: [UInt8], changes: [(key: String, bytes: [UInt8])]) -> [UInt8] {
    state(previous: previous, digests: changes.map { ($0.key, Array(SHA256.hash(data: $0.bytes))) })
  }

  /// The same from the digests of the values, by bytes of their keys.
  static func state(previous: [UInt8], digests: [(key: String, digest: [UInt8])]) -> [UInt8] {
    var hash = SHA256()
    hash.update(data: previous)
    for value in digests.sorted(by: { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }) {
      hash.update(data: Array(value.key.utf8))
      hash.update(data: value.digest)
    }
    return Array(hash.finalize())
  }
}
