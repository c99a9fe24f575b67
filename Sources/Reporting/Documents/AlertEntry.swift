package import RequestModel
package import Scoring

/// One alert of a report: the judgement, what the request is, and whom to call.
package struct AlertEntry: Hashable, Sendable {
  package var assessment: Assessment
  package var request: RequestFacts
  /// What the agency directory says; nil where it does not know the agency.
  package var contact: DirectoryContact?
  package var verdict: VerdictEntry?
  /// The other requests of its campaign, by arrival.
  package var fellows: [CampaignFellow] = []
  /// Whether the request was erased: `request` then says nothing but whose it was.
  package var isErased = false

  package init(
    assessment: Assessment, request: RequestFacts, contact: DirectoryContact? = nil, verdict: VerdictEntry? = nil
  ) {
    self.assessment = assessment
    self.request = request
    self.contact = contact
    self.verdict = verdict
  }
}

/// The facts of a request that a report shows: nothing pseudonymised, none of the wording.
package struct RequestFacts: Hashable, Sendable {
  package var channel: Channel
  package var type: RequestType
  package var platform: String
  package var agencyName: String
  /// ISO 3166-1 alpha-2, or empty.
  package var agencyCountry: String
  package var agencyType: AgencyType?
  /// Minutes east of Greenwich of the agency's clock when the request came; nil where unknown.
  package var localOffsetMinutes: Int?
  /// ASCII form; empty without an address.
  package var senderDomain: String
  package var deadlineMinutes: Int64?
  package var natures: VocabularySet<EmergencyNature>
  package var categories: VocabularySet<DataCategory>
  package var targetCount: Int

  /// - Parameter localOffsetMinutes: of the agency's time zone at that instant; without it, that of `received_at`.
  package init(_ request: Request, localOffsetMinutes: Int? = nil) {
    channel = request.channel
    type = request.type
    platform = request.platform
    agencyName = request.agencyName
    agencyCountry = request.agencyCountry
    agencyType = request.agencyType
    self.localOffsetMinutes = localOffsetMinutes ?? Int(request.offsetMinutes)
    senderDomain = request.senderDomain
    deadlineMinutes = request.deadlineMinutes
    natures = request.natures
    categories = request.categories
    targetCount = request.targets.count
  }
}

/// A request that stands in the same campaign as an alert, and has no place of its own.
package struct CampaignFellow: Hashable, Sendable {
  package var requestID: String
  package var agencyID: String
  /// As people know the agency; empty where nobody said.
  package var agencyName: String
  package var receivedAt: Instant
  /// Of 0 to 100, as its night had it; nil where it is kept no more.
  package var score: Double?

  package init(requestID: String, agencyID: String, agencyName: String, receivedAt: Instant, score: Double?) {
    self.requestID = requestID
    self.agencyID = agencyID
    self.agencyName = agencyName
    self.receivedAt = receivedAt
    self.score = score
  }
}

/// How to reach an agency by its directory entry: the number to call instead of the one in the request.
package struct DirectoryContact: Hashable, Sendable {
  package var agencyName: String
  /// Empty where the directory has none.
  package var callbackPhone: String

  package init(agencyName: String, callbackPhone: String) {
    self.agencyName = agencyName
    self.callbackPhone = callbackPhone
  }
}

/// What the call-back found.
package struct VerdictEntry: Hashable, Sendable {
  package var requestID: String
  package var isFraudulent: Bool
  package var labelledAt: Instant
  package var source: String
  package var note: String

  package init(requestID: String, isFraudulent: Bool, labelledAt: Instant, source: String, note: String = "") {
    self.requestID = requestID
    self.isFraudulent = isFraudulent
    self.labelledAt = labelledAt
    self.source = source
    self.note = note
  }
}
