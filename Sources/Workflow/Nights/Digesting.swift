import Crypto
import RequestModel
import Scoring
import Statistics
import Storage

/// Digests of the chain of nights: SHA-256 over canonical bytes.
///
/// What an earlier version did not digest is empty, and adds nothing: its nights stay whole.
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

  /// The link of a night: over everything that it holds and the link before it.
  static func chain(_ night: Night, _ digests: StoredNight.Digests) -> [UInt8] {
    let parts = [
      Array(night.description.utf8), digests.previousChain, digests.requests, digests.scores, digests.state,
      digests.model, digests.configuration,
    ]
    return digest(digests.ledger.isEmpty ? parts : parts + [digests.ledger])
  }

  /// Over the content digests of a night's on-time requests, in order.
  static func requests(_ digests: [Pseudonym]) -> [UInt8] {
    digest(digests.map { Array("\($0.high):\($0.low)".utf8) })
  }

  /// Over the judgements that the close of a night wrote, on-time ones first, with their seals.
  static func scores(_ scores: [StoredScore]) -> [UInt8] {
    digest(scores.map { $0.digest + $0.seal })
  }

  /// One judgement: everything that evidence decides; the rest is in its seal.
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

  /// A campaign as the close of its last night left it.
  static func digest(_ campaign: StoredCampaign) -> [UInt8] {
    var out = ByteWriter()
    out.text(campaign.id)
    out.signed(Int64(campaign.firstNight.day))
    out.signed(Int64(campaign.lastNight.day))
    out.text(campaign.kind)
    for member in campaign.members { out.text(member) }
    return Array(SHA256.hash(data: out.bytes))
  }

  /// A night's state: the state before it, and every value that it changed.
  static func state(previous: [UInt8], changes: [StateChange]) -> [UInt8] {
    state(previous: previous, digests: changes.map { ($0.key, Array(SHA256.hash(data: $0.bytes ?? []))) })
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
