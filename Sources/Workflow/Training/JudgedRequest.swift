import RequestModel
import Scoring
import Statistics

/// A request as it was judged at its time, with what training and measuring ask of it.
struct JudgedRequest: Sendable {
  var requestID: String
  var receivedAt: Instant
  var night: Night
  var agencyID: String
  var sender: String
  /// log₂ odds as they were computed then.
  var evidence: Double
  var probability: Double?
  var country = ""
  var language = ""
  /// How many accounts it asks about.
  var people = 0
  var isEmergency = false
  /// The parts of the evidence; nil where only scores are at hand.
  var trace: EvidenceTrace?
  /// How many requests it stands for.
  var weight = 1.0

  init(_ assessment: Assessment, trace: EvidenceTrace? = nil) {
    requestID = assessment.requestID
    receivedAt = assessment.receivedAt
    night = assessment.night
    agencyID = assessment.agencyID
    sender = assessment.sender
    evidence = assessment.evidence.value
    probability = assessment.probability
    self.trace = trace
  }

  /// Takes over what measuring asks of the request itself.
  mutating func describe(_ request: Request?) {
    guard let request else { return }
    country = request.agencyCountry
    language = request.wording?.language ?? ""
    people = request.targets.count
    isEmergency = request.type == .emergency
  }

  /// The chance that it was forged, by what was believed then.
  var posterior: Double { Statistics.probability(ofLog2Odds: evidence) }
}
