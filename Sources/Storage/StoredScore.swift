package import RequestModel

/// The judgement of one request as the store keeps it.
package struct StoredScore: Hashable, Sendable {
  /// One line of the sum: a detector or an adjustment, in units of 2⁻²⁰ bit.
  package struct Contribution: Hashable, Sendable {
    package var detector: String
    package var units: Int64

    package init(_ detector: String, units: Int64) {
      self.detector = detector
      self.units = units
    }
  }

  package var requestID: String
  /// The request's own night and arrival.
  ///
  /// When a score is written, both are taken from the stored request.
  package var night: Night
  package var receivedAt: Instant
  package var agencyID: String
  package var sender: String
  /// In units of 2⁻²⁰ bit.
  package var evidence: Int64
  /// 0 to 100.
  package var score: Double
  /// In (0, 1].
  package var pValue: Double
  package var isCertified: Bool
  package var missingForCertificate: Int
  package var probability: Double?
  package var rank: Int
  package var isAlert: Bool
  package var isHeld: Bool
  package var campaignID: String?
  package var model: String
  package var baselineNight: Night?
  /// Whether its night was closed when it came.
  ///
  /// When a score is written, it is taken from the stored request.
  package var isLate: Bool
  /// The digest of this judgement in the chain of nights: it stays when a subject is erased.
  package var digest: [UInt8]
  /// A keyed digest of what `digest` leaves out; empty for scores that an earlier version wrote.
  package var seal: [UInt8] = []
  /// In the order given; their units sum to `evidence`.
  package var contributions: [Contribution]
  /// The full reasons as JSON: kept for alerts.
  package var reasons: String?

  package init(
    requestID: String, night: Night, receivedAt: Instant, agencyID: String, sender: String, evidence: Int64,
    score: Double, pValue: Double, isCertified: Bool, missingForCertificate: Int, probability: Double?, rank: Int,
    isAlert: Bool, isHeld: Bool, campaignID: String?, model: String, baselineNight: Night?, isLate: Bool,
    digest: [UInt8], contributions: [Contribution], reasons: String?
  ) {
    self.requestID = requestID
    self.night = night
    self.receivedAt = receivedAt
    self.agencyID = agencyID
    self.sender = sender
    self.evidence = evidence
    self.score = score
    self.pValue = pValue
    self.isCertified = isCertified
    self.missingForCertificate = missingForCertificate
    self.probability = probability
    self.rank = rank
    self.isAlert = isAlert
    self.isHeld = isHeld
    self.campaignID = campaignID
    self.model = model
    self.baselineNight = baselineNight
    self.isLate = isLate
    self.digest = digest
    self.contributions = contributions
    self.reasons = reasons
  }
}
