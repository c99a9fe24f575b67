import Crypto
import RequestModel
import Statistics
import Storage

/// A keyed digest of what the digest of a judgement leaves out: who it is about, its campaign, its sentences.
///
/// Keyed, since an erased sender must not be found again by trying names.
struct ScoreSeal {
  private let key: SymmetricKey

  /// Under a key of its own, derived from the workspace's.
  init(key: [UInt8]) {
    self.key = SymmetricKey(
      data: HMAC<SHA256>.authenticationCode(
        for: Array("countersign seal of a score".utf8), using: SymmetricKey(data: key)))
  }

  /// The first 128 bits of HMAC-SHA-256 over the row.
  func seal(_ score: StoredScore) -> [UInt8] {
    var out = ByteWriter()
    out.text(score.requestID)
    out.signed(Int64(score.night.day))
    out.signed(score.receivedAt.microseconds)
    out.text(score.agencyID)
    out.text(score.sender)
    out.varint(score.isCertified ? 1 : 0)
    out.varint(UInt64(max(score.missingForCertificate, 0)))
    out.text(score.campaignID ?? "")
    out.signed(score.baselineNight.map { Int64($0.day) } ?? .min)
    out.text(score.reasons ?? "")
    return Array(HMAC<SHA256>.authenticationCode(for: out.bytes, using: key).prefix(16))
  }
}
