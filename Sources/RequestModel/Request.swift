/// A keyed stand-in for a personal identifier: the first 128 bits of HMAC-SHA-256 under the workspace key.
///
/// Equal identifiers have equal pseudonyms under one key; nothing else may depend on the bits.
package struct Pseudonym: Hashable, Sendable, Codable {
  package var high: UInt64
  package var low: UInt64

  @inlinable package init(high: UInt64, low: UInt64) {
    self.high = high
    self.low = low
  }
}

/// A mail address whose local part is a pseudonym; the domain stays readable, lower case, in its ASCII (punycode) form.
package struct MailAddress: Hashable, Sendable, Codable {
  package var localPart: Pseudonym
  package var domain: String
  /// The registrable domain (public suffix list), or the whole domain where it has none.
  package var registrableDomain: String

  package init(localPart: Pseudonym, domain: String, registrableDomain: String) {
    self.localPart = localPart
    self.domain = domain
    self.registrableDomain = registrableDomain
  }
}

/// Whom or what a request asks about.
package struct Target: Hashable, Sendable, Codable {
  package var type: TargetType
  package var value: Pseudonym
  /// ISO 3166-1 alpha-2, upper case; empty where the log does not say.
  package var country: String

  package init(type: TargetType, value: Pseudonym, country: String) {
    self.type = type
    self.value = value
    self.country = country
  }
}

/// One thing the log knows that the format has no name for.
package struct Attribute: Hashable, Sendable, Codable {
  package enum Value: Hashable, Sendable, Codable {
    case category(Pseudonym)
    case number(Double)
  }
  package var name: String
  package var value: Value

  package init(name: String, value: Value) {
    self.name = name
    self.value = value
  }
}

/// The optional fields of a row that held something unusable: they were dropped, and the looks see that they were.
package struct FieldSet: Hashable, Sendable, Codable {
  /// Bit i stands for `OptionalField` with raw value i.
  package var bits: UInt64
  package init(bits: UInt64 = 0) { self.bits = bits }
  package var isEmpty: Bool { bits == 0 }
  package func contains(_ field: OptionalField) -> Bool { bits & 1 << UInt64(field.rawValue) != 0 }
  package mutating func insert(_ field: OptionalField) { bits |= 1 << UInt64(field.rawValue) }
}

/// The optional fields of the request log, named as the log names them.
package enum OptionalField: UInt8, CaseIterable, Sendable, Codable {
  case platform, agencyName, agencyCountry, agencyType, agencyTimezone, senderEmail, senderID, senderName, badgeID
  case replyTo, returnPath, callbackPhone, supervisorName, supervisorPhone, caseNumber, accountCreatedAt
  case legalCitations, deadlineMinutes, attachments, sessionIP, sessionASN, sessionCountry, sessionDevice, mfa
  case spf, dkim, dmarc, emergencyNature, targets, dataCategories, scope, periodStart, periodEnd
  case language, subject, body, disposition, dispositionAt, attributes

  /// The name in the log: such as `sender_email` or `mfa`.
  package var name: String {
    switch self {
    case .senderID: "sender_id"
    case .badgeID: "badge_id"
    case .sessionIP: "session_ip"
    case .sessionASN: "session_asn"
    default: "\(self)".reduce(into: "") { $0 += $1.isUppercase ? "_" + $1.lowercased() : String($1) }
    }
  }
}

/// One request of the log, validated and pseudonymised.
///
/// Every optional field is nil, empty or zero where the log does not say: absent, null, empty string and empty list are
/// the same. Text is NFC, stripped of control characters and trimmed.
package struct Request: Hashable, Sendable {
  // Required
  package var id: String
  package var receivedAt: Instant
  /// The offset that `received_at` was written with, in minutes east of Greenwich.
  package var offsetMinutes: Int16
  package var channel: Channel
  package var type: RequestType

  // The agency
  /// `agency_id`, or the registrable domain of the sender where intake did not resolve it.
  package var agencyID: String
  package var agencyName = ""
  /// ISO 3166-1 alpha-2, upper case, or empty.
  package var agencyCountry = ""
  package var agencyType: AgencyType?
  /// An IANA zone that exists, or empty.
  package var agencyTimezone = ""
  package var platform = ""

  // The sender
  /// The account: lower-cased mail address, else `sender_id`, else empty (fax, phone and mail may have none).
  package var sender: String
  /// The sender's mail domain (ASCII form, lower case) and its registrable domain; empty without an address.
  package var senderDomain = ""
  package var senderRegistrableDomain = ""
  package var senderName: Pseudonym?
  package var badge: Pseudonym?
  package var replyTo: MailAddress?
  package var returnPath: MailAddress?
  package var callbackPhone: Pseudonym?
  package var supervisorName: Pseudonym?
  package var supervisorPhone: Pseudonym?
  /// The country calling codes (ITU-T E.164) that the two numbers were written with; 0 where they were not.
  package var callbackCallingCode: UInt16 = 0
  package var supervisorCallingCode: UInt16 = 0
  /// Whether the mailbox bears the officer's name; nil without a name or an address.
  package var mailboxBearsName: Bool?
  package var accountCreatedAt: Instant?

  // What is asked
  package var caseNumber: Pseudonym?
  /// Digits as 9, letters as A, runs of four or more shortened to a `+`: `AA-99-99999` → `AA-99-9+`.
  package var caseNumberShape = ""
  /// As written, case-folded, white space removed; sorted, without repeats.
  package var legalCitations: [String] = []
  package var deadlineMinutes: Int64?
  package var natures = VocabularySet<EmergencyNature>()
  /// Sorted, without repeats.
  package var targets: [Target] = []
  package var categories = VocabularySet<DataCategory>()
  package var scope: Int64?
  package var periodStart: CivilDate?
  package var periodEnd: CivilDate?
  /// Sorted, without repeats.
  package var attachments: [Pseudonym] = []

  // The session
  package var sessionIP: Pseudonym?
  package var sessionASN: Int64?
  package var sessionCountry = ""
  package var sessionDevice = ""
  package var mfa: Bool?
  package var spf: MailAuthentication?
  package var dkim: MailAuthentication?
  package var dmarc: MailAuthentication?

  // The wording
  /// BCP 47 as the log says, lower case; empty where it does not.
  package var language = ""
  package var wording: WordingFeatures?

  /// Sorted by name.
  package var attributes: [Attribute] = []
  package var malformed = FieldSet()

  /// Keyed digest of the canonical content: disposition, unknown fields and the spelling of absence left out.
  package var contentDigest = Pseudonym(high: 0, low: 0)

  package init(
    id: String, receivedAt: Instant, offsetMinutes: Int16, channel: Channel, type: RequestType, agencyID: String,
    sender: String
  ) {
    self.id = id
    self.receivedAt = receivedAt
    self.offsetMinutes = offsetMinutes
    self.channel = channel
    self.type = type
    self.agencyID = agencyID
    self.sender = sender
  }
}
