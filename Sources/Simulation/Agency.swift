import RequestModel

/// One agency of the simulated world with its habits; fixed for the whole log.
struct Agency: Sendable {
  var index = 0
  var key: UInt64 = 0
  var id = ""
  var name = ""
  var place = ""
  /// Position in the world's countries and clocks.
  var country = 0
  var clock = 0
  var type = AgencyType.local
  var officers = 1
  var languages: [(language: Language, weight: Double)] = []

  // Volume
  /// Requests a day at the start of the log, before growth.
  var rate = 0.0
  var emergencyShare = 0.1
  /// Dispersion of the slow swings: small is restless.
  var steadiness = 2.0
  /// Activity on days off, of that on working days: routine and emergency.
  var weekendRoutine = 0.12
  var weekendEmergency = 0.4
  var isNightUnit = false
  var isWelfareUnit = false

  var senders: [Sender] = []
  /// Tasks for other agencies: agency positions that this agency's senders file for.
  var partners: [Int] = []

  // Identity
  var domain = ""
  /// The domain after `domainDay`; empty: never changed.
  var laterDomain = ""
  var domainDay = Int32.max
  var mainPhone = ""
  var supervisors: [(name: String, phone: String)] = []
  var caseShape = ""
  var casePrefix = ""
  var sharedReply = ""
  var returnDomain = ""
  var spf: MailAuthentication? = .pass
  var dkim: MailAuthentication? = .pass
  var dmarc: MailAuthentication? = .pass
  var accountsByID = false

  // Ways in
  var portalDay = Int32.max
  var paperShare = 0.05
  var faxOfPaper = 0.7
  var portalShare = 0.93
  var usesAPI = false

  // Content
  var typeMix: [Double] = []
  var natureMix: [Double] = []
  var targetMix: [Double] = []
  var platformMix: [Double] = []
  var categoryHabit: [Double] = []
  var local = 0.93
  var emergencyCitations: [String] = []
  var routineCitations: [String] = []
  var deadlines: [Int] = []
  var statesDeadline = 0.4
  /// The template in force from a day on; ascending.
  var templates: [(day: Int32, key: UInt64)] = []
  var coverSheets = 0.0
  var formDay = Int32.max

  // Session
  var asn = 0
  var mobileASN = 0
  /// The country where the agency's traffic meets the internet; abroad behind some filtering services.
  var egress = ""
  var network = 0

  // What the log lacks
  var statesTimezone = true
  var writesLocalOffset = true
  /// Intake never found out whose requests these are: the sender's domain has to do.
  var isUnresolved = false
  var presence: [Double] = []

  /// Fields that an agency's rows lack more or less often; positions in `presence`.
  enum Gap: Int, CaseIterable {
    case name, type, senderName, badge, callback, supervisor, caseNumber, account, citations, deadline, attachments
    case sessionAddress, session, device, secondFactor, authentication, natures, targetCountry, categories, scope
    case period, language, subject, body, attributes
  }

  func template(on day: Int32) -> UInt64 { templates.last { $0.day <= day }?.key ?? key }

  func domain(on day: Int32) -> String { day >= domainDay ? laterDomain : domain }

  func address(of sender: Sender, on day: Int32) -> String {
    sender.foreignAddress.isEmpty ? sender.localPart + "@" + domain(on: day) : sender.foreignAddress
  }
}

/// An agency that is shared, not copied.
final class House: Sendable {
  let agency: Agency
  init(_ agency: Agency) { self.agency = agency }
}
