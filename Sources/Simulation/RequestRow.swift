package import RequestModel

/// Whom or what a simulated request asks about, as the log writes it.
package struct TargetCell: Hashable, Sendable {
  package var type: TargetType
  package var value: String
  /// Empty where the log does not say.
  package var country: String
}

/// One request as the log writes it: empty text, nil and empty lists are left out of the file.
package struct RequestRow: Hashable, Sendable {
  package var id = ""
  package var receivedAt = Instant(seconds: 0)
  package var offsetMinutes = 0
  package var channel = Channel.email
  package var type = RequestType.emergency
  package var platform = ""

  package var agencyID = ""
  package var agencyName = ""
  package var agencyCountry = ""
  package var agencyType: AgencyType?
  package var agencyTimezone = ""

  package var senderEmail = ""
  package var senderID = ""
  package var senderName = ""
  package var badge = ""
  package var replyTo = ""
  package var returnPath = ""
  package var callbackPhone = ""
  package var supervisorName = ""
  package var supervisorPhone = ""
  package var caseNumber = ""
  package var accountCreatedAt: Instant?

  package var citations: [String] = []
  package var deadlineMinutes: Int?
  package var attachments: [String] = []
  package var sessionIP = ""
  package var sessionASN: Int?
  package var sessionCountry = ""
  package var sessionDevice = ""
  package var mfa: Bool?
  package var spf: MailAuthentication?
  package var dkim: MailAuthentication?
  package var dmarc: MailAuthentication?

  package var natures: [EmergencyNature] = []
  package var targets: [TargetCell] = []
  package var categories: [DataCategory] = []
  package var scope: Int?
  package var periodStart: CivilDate?
  package var periodEnd: CivilDate?
  package var language = ""
  package var subject = ""
  package var body = ""
  package var disposition: Disposition?
  package var dispositionAt: Instant?

  // Attributes
  package var formVersion = ""
  package var clerk = ""
  package var mailer = ""
  package var pages: Int?

  package init() {}

  /// The account that sent it, as the log knows it; empty on paper.
  package var sender: String { senderEmail.isEmpty ? senderID : senderEmail }
}

/// What a request really was; the truth that no desk ever has in full.
package struct Truth: Hashable, Sendable {
  package var isFraudulent: Bool
  package var scenario: Scenario?
  /// The campaign's name, empty for genuine requests.
  package var campaign: String
  /// The agency that the request is, or claims to be, from.
  package var agency: String
}

/// What the desk found out, and when.
package struct LabelRow: Hashable, Sendable {
  package var isFraudulent: Bool
  package var labelledAt: Instant
  package var source: String
}

/// One simulated request with its truth, and its label where the desk came to one before the log ends.
package struct SimulatedRequest: Hashable, Sendable {
  package var row: RequestRow
  package var truth: Truth
  package var label: LabelRow?
}
