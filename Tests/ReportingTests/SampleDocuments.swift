import Reporting
import RequestModel
import Scoring
import Statistics

/// Small invented documents for the tests; `text` lets a test write into every text field at once.
struct Sample {
  /// Maps the name of a text field and its usual value to the value to use.
  var text: @Sendable (_ field: String, _ usual: String) -> String = { $1 }

  static let night = Night("2024-03-12")!

  func reason(
    _ detector: String, _ entity: Reason.Entity, _ bits: Double, _ observed: String, _ expected: String,
    _ sample: Double, _ sentence: String
  ) -> Reason {
    Reason(
      detector: text("detector", detector), entity: entity, contribution: Bits(bits),
      observed: text("observed", observed), expected: text("expected", expected), sample: sample,
      text: text("reason", sentence))
  }

  func assessment(_ index: Int, reasons: [Reason], night: Night = Sample.night) -> Assessment {
    let sum = reasons.reduce(Bits.zero) { $0 + $1.contribution }
    var assessment = Assessment(
      requestID: text("request_id", "LE-2024-00\(4711 + index)"),
      receivedAt: Instant(seconds: Int64(night.day) * 86_400 + 9_872 + Int64(index) * 7_201), night: night,
      agencyID: text("agency_id", ["us-ca-hollow-creek-pd", "it-questura-nordia", "br-pc-serra"][index % 3]),
      sender: text(
        "sender", ["j.doe@hollowcreekpd.example", "ufficio@nordia.example", "plantao@serra.example"][index % 3]),
      evidence: sum, pValue: [0.0004, 0.0021, 0.0087][index % 3], isCertified: index != 2,
      missingForCertificate: index == 2 ? 1_240 : 0, probability: index == 0 ? 0.9312 : nil,
      model: text("model", "prior-2024.1"), baselineNight: night.advanced(by: -1), reasons: reasons)
    assessment.rank = index + 1
    assessment.isAlert = true
    assessment.isHeld = index == 0
    assessment.alertLevel = Bits(-2)
    assessment.counterfactuals =
      index == 0
      ? []
      : [
        Counterfactual(
          changes: ["hours"], evidence: Bits(-3),
          text: text("counterfactual", "It would not have been an alert if it had been sent in this agency's hours."))
      ]
    assessment.campaignID = index == 1 ? text("campaign_id", "C-2024-03-12-1") : nil
    return assessment
  }

  func facts(_ index: Int) -> RequestFacts {
    var request = Request(
      id: "r", receivedAt: Instant(seconds: 0), offsetMinutes: [-420, 60, -180][index % 3],
      channel: [.email, .portal, .email][index % 3], type: [.emergency, .emergency, .subpoena][index % 3],
      agencyID: "a", sender: "s")
    request.agencyName = text(
      "agency_name", ["Hollow Creek Police Department", "Questura di Nordia", "Polícia Civil da Serra"][index % 3])
    request.agencyCountry = text("agency_country", ["US", "IT", "BR"][index % 3])
    request.agencyType = [.local, .state, .state][index % 3]
    request.platform = text("platform", "Messenger")
    request.senderDomain = text("sender_domain", "hollowcreekpd.example")
    request.deadlineMinutes = index == 0 ? 30 : nil
    request.natures = index == 2 ? .init([]) : .init([.threatToLife])
    request.categories = .init([.subscriber, .ipLogs, .location])
    request.targets = [Target(type: .username, value: Pseudonym(high: 1, low: UInt64(index)), country: "US")]
    return RequestFacts(request)
  }

  func entry(_ index: Int) -> AlertEntry {
    let reasons =
      index == 0
      ? [
        reason(
          "session_device", .sender, 6.2, "Linux, Firefox 115", "Windows, Edge (all of 212)", 212,
          "Sent from a device that this sender never used in 212 requests."),
        reason(
          "hour_of_week", .sender, 4.1, "Tuesday 19:44", "weekdays 08:00 to 17:00", 212,
          "Sent at an hour this sender rarely uses: 2 of 212 requests came between 19:00 and 06:00."),
        reason(
          "urgency_words", .agency, 3.3, "9 urgent words in 140", "1 in 160", 1_840,
          "Uses far more words of urgency than this agency usually does."),
        reason(
          "reply_to", .sender, 2.9, "another domain", "none", 212,
          "Replies would go to a domain that this sender never used."),
        reason(
          "deadline", .agency, 1.6, "30 minutes", "24 hours", 310,
          "Demands an answer within 30 minutes; this agency usually allows a day."),
        reason(
          "mail_authentication", .sender, -0.4, "pass, pass, pass", "pass, pass, pass", 212,
          "Mail authentication passed as always, which an owned mailbox does too."),
        reason(
          "target_type", .agency, -0.9, "1 username", "1 username", 1_840,
          "Asks about one username, as most requests of this agency do."),
        reason("group:wording", .agency, -1.2, "", "", 0, "Wording looks overlap; their sum is discounted."),
        reason(
          "base_rate", .peers, -8.0, "", "", 0,
          "About one request in 256 is taken to be forged before anything is seen."),
      ]
      : index == 1
        ? [
          reason(
            "shared_target", .linkage, 5.4, "3 agencies in 2 days", "none in a year", 48_000,
            "The same target was asked about by three agencies that share no case."),
          reason(
            "request_type", .sender, 3.8, "emergency", "search warrant (96 % of 88)", 88,
            "This sender nearly always sends search warrants; this is an emergency request."),
          reason(
            "sender_state", .sender, 1.1, "", "", 0,
            "An earlier request of this sender, two days ago, was suspicious too."),
          reason(
            "benign:incident_surge", .agency, -1.4, "", "", 0,
            "The whole region sends more since an incident of the calendar; volume is weighed down."),
          reason(
            "base_rate", .peers, -8.0, "", "", 0,
            "About one request in 256 is taken to be forged before anything is seen."),
        ]
        : [
          reason(
            "look_alike_domain", .linkage, 7.0, "serra.example", "sera.example", 12,
            "The domain differs by one letter from a domain known for another agency."),
          reason("gap", .sender, 2.2, "241 days", "3 days", 31, "The sender was silent for 241 days."),
          reason(
            "base_rate", .peers, -8.0, "", "", 0,
            "About one request in 256 is taken to be forged before anything is seen."),
        ]
    let contact =
      index == 2
      ? nil
      : DirectoryContact(
        agencyName: text("directory_name", ["Hollow Creek Police Department", "Questura di Nordia"][index]),
        callbackPhone: text("callback_phone", ["+1 555 0100", "+39 555 0101"][index]))
    var entry = AlertEntry(
      assessment: assessment(index, reasons: reasons), request: facts(index), contact: contact,
      verdict: index == 1 ? verdict(index) : nil)
    if index == 1 { entry.fellows = [fellow(4690), fellow(4688, score: nil)] }
    return entry
  }

  func fellow(_ number: Int, score: Double? = 41.27) -> CampaignFellow {
    CampaignFellow(
      requestID: text("request_id", "LE-2024-00\(number)"), agencyID: text("agency_id", "us-ca-hollow-creek-pd"),
      agencyName: score == nil ? "" : text("agency_name", "Hollow Creek Police Department"),
      receivedAt: Instant(seconds: Int64(Sample.night.day - 1) * 86_400 + Int64(number)), score: score)
  }

  func verdict(_ index: Int) -> VerdictEntry {
    VerdictEntry(
      requestID: text("request_id", "LE-2024-00\(4711 + index)"), isFraudulent: index != 0,
      labelledAt: Instant(seconds: Int64(Sample.night.day + 1) * 86_400 + 30_000),
      source: text("source", "callback"), note: text("note", "The duty officer knows nothing of it."))
  }

  var campaign: CampaignEntry {
    CampaignEntry(
      id: text("campaign_id", "C-2024-03-12-1"), link: text("link", "The same target from unrelated agencies"),
      requestIDs: [text("request_id", "LE-2024-004712"), text("request_id", "LE-2024-004690")],
      agencyIDs: [text("agency_id", "it-questura-nordia"), text("agency_id", "us-ca-hollow-creek-pd")],
      first: Instant(seconds: Int64(Sample.night.day - 1) * 86_400),
      last: Instant(seconds: Int64(Sample.night.day) * 86_400 + 17_000),
      alertedRequestID: text("request_id", "LE-2024-004712"))
  }

  var restatement: RestatementEntry {
    RestatementEntry(
      requestID: text("request_id", "LE-2024-004512"), night: Sample.night.advanced(by: -3),
      agencyID: text("agency_id", "it-questura-nordia"), scoreThen: 41.2, scoreNow: 71.9,
      cause: text("cause", "A verdict of 13 March confirmed a forgery from the same sender."))
  }

  var benignStep: BenignStepEntry {
    BenignStepEntry(
      agencyID: text("agency_id", "us-ca-hollow-creek-pd"), kind: text("kind", "portal_move"), night: Sample.night,
      text: text("step", "41 of 44 senders moved to the portal within a week; channel looks are weighed down."))
  }

  var health: HealthSummary {
    var health = HealthSummary()
    health.coverageNights = 28
    health.coverage = [
      .init(level: 0.01, atOrBelow: 103, total: 10_912), .init(level: 0.05, atOrBelow: 528, total: 10_912),
    ]
    health.calibrationSample = 10_912
    health.heldShares = [.init(entity: text("entity", "us-ca-hollow-creek-pd"), held: 3, total: 44)]
    health.model = text("model", "prior-2024.1")
    health.thresholds = [NamedValue(text("threshold_name", "Alerts a night, at most"), text("threshold", "10"))]
    health.noisyAgencies = [CountedName(text("agency_id", "it-questura-nordia"), 4)]
    health.missingNights = [Sample.night.advanced(by: -6)]
    health.caughtUpNights = [Sample.night.advanced(by: -1)]
    health.remarks = [text("remark", "Two agencies changed their time zone in the directory.")]
    return health
  }

  var nightly: NightlyDocument {
    var document = NightlyDocument(night: Sample.night, programVersion: text("version", "1.0.0"))
    document.intake.read = 412
    document.intake.new = 398
    document.intake.duplicate = 9
    document.intake.late = 2
    document.intake.conflicting = 1
    document.intake.repaired = 5
    document.intake.rejected = 2
    document.intake.rejectReasons = [CountedName(text("reject", "received_at: no offset"), 2)]
    document.intake.repairedFields = [CountedName(text("field", "session_asn"), 5)]
    document.intake.unknownFields = [CountedName(text("field", "clerk_initials"), 398)]
    document.nightsClosed = [Sample.night.advanced(by: -1), Sample.night]
    document.scored = 398
    document.queue = [entry(0), entry(1), entry(2)]
    document.openBefore = 4
    document.campaigns = [campaign]
    document.restatements = [restatement]
    document.benignSteps = [benignStep]
    document.health = health
    return document
  }

  var weekly: WeeklyDocument {
    var document = WeeklyDocument(lastNight: Sample.night, programVersion: text("version", "1.0.0"))
    document.requests = 2_741
    document.alerts = [entry(0), entry(1), entry(2)]
    document.openCallBacks = [entry(0), entry(2)]
    document.verdicts = [verdict(0), verdict(1)]
    document.campaigns = [campaign]
    document.restatements = [restatement]
    document.benignSteps = [benignStep]
    document.timelines = [
      .init(
        agencyID: text("agency_id", "us-ca-hollow-creek-pd"),
        agencyName: text("agency_name", "Hollow Creek Police Department"),
        requests: (0..<35).map { [3, 5, 4, 6, 5, 0, 1][$0 % 7] + ($0 == 34 ? 7 : 0) },
        alerts: (0..<35).map { $0 == 34 ? 1 : 0 }),
      .init(
        agencyID: text("agency_id", "it-questura-nordia"), agencyName: text("agency_name", "Questura di Nordia"),
        requests: (0..<35).map { [1, 0, 2, 1, 1, 0, 0][$0 % 7] }, alerts: (0..<35).map { $0 == 20 ? 1 : 0 }),
    ]
    document.comparisons = [
      .init(name: text("comparison", "Requests"), thisWeek: 2_741, before: [2_690, 2_702, 2_655, 2_718]),
      .init(
        name: text("comparison", "Emergency share, %"), thisWeek: 21.4, before: [18.1, 17.9, 18.4, 18.0], decimals: 1),
    ]
    document.health = health
    return document
  }
}
