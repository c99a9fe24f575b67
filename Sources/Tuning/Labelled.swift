package import RequestModel

/// One scored request whose truth is known.
package struct Labelled: Hashable, Sendable {
  package var requestID: String
  package var receivedAt: Instant
  package var night: Night
  /// The evidence in bits, or any score: more is odder.
  package var score: Double
  /// Calibrated probability of fraud, where the model gives one.
  package var probability: Double?
  package var isFraudulent: Bool
  /// Whether anybody has looked: false where it is only taken for legitimate.
  package var isLabelled: Bool
  /// The forger's campaign that a fraudulent request belongs to; empty makes it a campaign of its own.
  package var campaign: String
  /// What happened, in the label file's words: a benign step or a kind of attack; empty where unknown.
  package var scenario: String
  package var agencySize: String
  package var country: String
  package var language: String
  /// How many requests the row stands for: 1, or the inverse of its chance to be verified in an audit sample.
  package var weight: Double
  /// How many accounts the request asks about: people whose data go out where a forged one is answered.
  package var people: Int
  /// Whether it claims an emergency: a genuine one waits while somebody calls back.
  package var isEmergency: Bool

  package init(
    requestID: String, receivedAt: Instant, night: Night, score: Double, probability: Double? = nil,
    isFraudulent: Bool, isLabelled: Bool = true, campaign: String = "", scenario: String = "", agencySize: String = "",
    country: String = "", language: String = "", weight: Double = 1, people: Int = 0, isEmergency: Bool = false
  ) {
    self.requestID = requestID
    self.receivedAt = receivedAt
    self.night = night
    self.score = score
    self.probability = probability
    self.isFraudulent = isFraudulent
    self.isLabelled = isLabelled
    self.campaign = campaign
    self.scenario = scenario
    self.agencySize = agencySize
    self.country = country
    self.language = language
    self.weight = weight
    self.people = people
    self.isEmergency = isEmergency
  }
}
