import Foundation
import Scoring
import Statistics
import Storage

extension Assessment {
  /// A stored judgement; its reasons are the contributions, with the sentences where they were kept (alerts).
  init(_ score: StoredScore) {
    let kept = KeptReason.read(score)
    self.init(
      requestID: score.requestID, receivedAt: score.receivedAt, night: score.night, agencyID: score.agencyID,
      sender: score.sender, evidence: Bits(units: score.evidence), pValue: score.pValue,
      isCertified: score.isCertified, missingForCertificate: score.missingForCertificate,
      probability: score.probability, model: score.model, baselineNight: score.baselineNight,
      reasons: score.contributions.enumerated().map { place, contribution in
        let words = kept?[place]
        return Reason(
          detector: contribution.detector, entity: words?.entity ?? .sender,
          contribution: Bits(units: contribution.units), observed: words?.observed ?? "",
          expected: words?.expected ?? "", sample: words?.sample ?? 0, text: words?.text ?? "")
      })
    rank = score.rank
    isAlert = score.isAlert
    isHeld = score.isHeld
    campaignID = score.campaignID
    isLate = score.isLate
  }
}

/// The words of one reason; its bits are those of the contribution, which the chain of nights vouches for.
private struct KeptReason: Decodable {
  var detector: String
  var entity: Reason.Entity
  var observed: String
  var expected: String
  var sample: Double
  var text: String

  /// One for each contribution, in order; nil where none were kept or they do not fit.
  static func read(_ score: StoredScore) -> [KeptReason]? {
    guard let text = score.reasons else { return nil }
    let kept = try? JSONDecoder().decode([KeptReason].self, from: Data(text.utf8))
    guard let kept, kept.map(\.detector) == score.contributions.map(\.detector) else { return nil }
    return kept
  }
}
