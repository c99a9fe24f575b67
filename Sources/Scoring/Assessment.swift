package import RequestModel
package import Statistics

/// A look that had nothing to say of a request, and why.
package struct Silence: Hashable, Sendable {
  package var detector: String
  package var cause: String

  package init(detector: String, cause: String) {
    self.detector = detector
    self.cause = cause
  }
}

/// The judgement of one request: one row of the scores file.
package struct Assessment: Hashable, Sendable {
  package var requestID: String
  package var receivedAt: Instant
  package var night: Night
  package var agencyID: String
  package var sender: String
  /// log2 odds that a forger sent it, uncalibrated: base rate plus all contributions.
  package var evidence: Bits
  /// In (0, 1].
  package var pValue: Double
  /// Whether the calibration sample is large enough for the alert level in force.
  package var isCertified: Bool
  /// How many more clean requests the sample needs before it can certify; 0 where it can.
  package var missingForCertificate: Int
  /// Calibrated probability of fraud; nil without a trained model.
  package var probability: Double?
  /// Place in its night: 1 is the oddest; 0 until the night is ranked.
  package var rank = 0
  package var isAlert = false
  package var isHeld = false
  package var campaignID: String?
  /// Whether it is the first request of its campaign.
  package var opensCampaign = false
  /// Names the regime: prior weights, or a trained model.
  package var model: String
  /// The closed night whose state it was scored against; nil where none was closed.
  package var baselineNight: Night?
  /// Whether its own night was closed when it came.
  package var isLate = false
  /// Heaviest first.
  package var reasons: [Reason]
  /// The evidence at which it would have been an alert of its night; nil where that was not worked out.
  package var alertLevel: Bits?
  /// What would have kept an alert from being one, the smallest change first; empty where nothing short of three changes
  /// would.
  package var counterfactuals: [Counterfactual] = []
  /// Looks that had nothing to say, in registry order; empty unless every detail was asked for.
  package var silences: [Silence] = []

  package init(
    requestID: String, receivedAt: Instant, night: Night, agencyID: String, sender: String, evidence: Bits,
    pValue: Double, isCertified: Bool, missingForCertificate: Int, probability: Double?, model: String,
    baselineNight: Night?, reasons: [Reason]
  ) {
    self.requestID = requestID
    self.receivedAt = receivedAt
    self.night = night
    self.agencyID = agencyID
    self.sender = sender
    self.evidence = evidence
    self.pValue = pValue
    self.isCertified = isCertified
    self.missingForCertificate = missingForCertificate
    self.probability = probability
    self.model = model
    self.baselineNight = baselineNight
    self.reasons = reasons
  }

  /// 0 to 100, strictly increasing in the evidence, without saturation: 50 · (1 + b / (|b| + 20)), b in bits.
  ///
  /// 0 bits (as likely forged as not) is 50; ±300 bits are 96.9 and 3.1.
  package var score: Double { Assessment.score(of: evidence) }

  package static func score(of evidence: Bits) -> Double {
    let b = evidence.value
    return 50 * (1 + b / (abs(b) + 20))
  }
}
