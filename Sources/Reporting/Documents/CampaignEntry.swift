package import RequestModel

/// Requests that look like the work of one hand: same target, wording or contact from agencies that share nothing.
package struct CampaignEntry: Hashable, Sendable {
  package var id: String
  /// What ties the members together, as a sentence.
  package var link: String
  package var requestIDs: [String]
  package var agencyIDs: [String]
  package var first: Instant
  package var last: Instant
  /// The member that carries the alert.
  package var alertedRequestID: String

  package init(
    id: String, link: String, requestIDs: [String], agencyIDs: [String], first: Instant, last: Instant,
    alertedRequestID: String
  ) {
    self.id = id
    self.link = link
    self.requestIDs = requestIDs
    self.agencyIDs = agencyIDs
    self.first = first
    self.last = last
    self.alertedRequestID = alertedRequestID
  }
}

/// What a closed score would have been, had a later verdict or campaign been known.
///
/// The score itself stays.
package struct RestatementEntry: Hashable, Sendable {
  package var requestID: String
  package var night: Night
  package var agencyID: String
  package var scoreThen: Double
  package var scoreNow: Double
  /// Why, as a sentence.
  package var cause: String
  /// Whether the request was an alert of its night.
  package var wasAlert = false

  package init(
    requestID: String, night: Night, agencyID: String, scoreThen: Double, scoreNow: Double, cause: String
  ) {
    self.requestID = requestID
    self.night = night
    self.agencyID = agencyID
    self.scoreThen = scoreThen
    self.scoreNow = scoreNow
    self.cause = cause
  }
}

/// An agency-wide step that was recognised as harmless and weighed down (new template, portal move).
package struct BenignStepEntry: Hashable, Sendable {
  package var agencyID: String
  package var kind: String
  package var night: Night
  /// What was seen and how much it took off, as a sentence.
  package var text: String

  package init(agencyID: String, kind: String, night: Night, text: String) {
    self.agencyID = agencyID
    self.kind = kind
    self.night = night
    self.text = text
  }
}
