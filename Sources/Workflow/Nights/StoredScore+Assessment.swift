import RequestModel
import Reporting
import Scoring
import Statistics
import Storage

extension StoredScore {
  /// The row of a judgement; the sentences are kept for alerts only.
  init(_ assessment: Assessment, digest: [UInt8]) {
    self.init(
      requestID: assessment.requestID, night: assessment.night, receivedAt: assessment.receivedAt,
      agencyID: assessment.agencyID, sender: assessment.sender, evidence: assessment.evidence.units,
      score: assessment.score, pValue: assessment.pValue, isCertified: assessment.isCertified,
      missingForCertificate: assessment.missingForCertificate, probability: assessment.probability,
      rank: assessment.rank, isAlert: assessment.isAlert, isHeld: assessment.isHeld,
      campaignID: assessment.campaignID, model: assessment.model, baselineNight: assessment.baselineNight,
      isLate: assessment.isLate, digest: digest,
      contributions: assessment.reasons.map { Contribution($0.detector, units: $0.contribution.units) },
      reasons: assessment.isAlert ? StoredScore.text(of: assessment.reasons) : nil)
  }

  /// The reasons as the scores file has them.
  private static func text(of reasons: [Reason]) -> String {
    var bytes: [UInt8] = []
    ScoreWriter.append(reasons, to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }
}
