import Detection
import Reporting
import RequestModel
import Scoring
import Storage

extension NightlyDocument {
  /// What is to be said of a closed night, from its judgements and the store.
  ///
  /// - Parameter late: requests of earlier nights that were judged with it; its alerts stand behind those of the night.
  init(
    _ night: Night, assessments: [Assessment], late: [Assessment], store: Store, setup: EngineSetup,
    configuration: Configuration, hasFullHealth: Bool = true
  ) throws {
    self.init(night: night, programVersion: RunJournal.programVersion)
    scored = assessments.count
    let belated = late.filter(\.isAlert).sorted { ($1.evidence, $0.requestID) < ($0.evidence, $1.requestID) }
    queue =
      try (assessments.filter(\.isAlert).sorted { $0.rank < $1.rank } + belated)
      .map { try AlertEntry($0, store: store, setup: setup, configuration: configuration) }
    openBefore = try store.openAlertCount(before: night)
    campaigns = try store.campaigns(in: night...night).map { try CampaignEntry($0, store: store) }
    restatements = try store.restatements(in: night...night).map { try RestatementEntry($0, store: store) }
    var steps = BenignStepTally()
    for assessment in assessments {
      for reason in assessment.reasons {
        steps.note(night, agencyID: assessment.agencyID, line: reason.detector, bits: reason.contribution)
      }
    }
    benignSteps = steps.entries
    health = try HealthSummary(
      through: night, store: store, setup: setup, configuration: configuration, isFull: hasFullHealth)
    health.missingForCertificate = assessments.map(\.missingForCertificate).min() ?? 0
  }
}

extension AlertEntry {
  /// An alert with what the store and the directory know of it.
  init(_ assessment: Assessment, store: Store, setup: EngineSetup, configuration: Configuration) throws {
    let stored = try store.request(assessment.requestID)?.request
    let directory = setup.directory.entry(forAgency: assessment.agencyID)
    let verdict = try store.verdictHistory(of: assessment.requestID).first
    var shown = assessment
    switch configuration.senderDisplay {
    case .full: break
    case .domain: shown.sender = stored?.senderDomain ?? ""
    case .hidden: shown.sender = ""
    }
    var facts = RequestFacts(stored ?? Request(erased: assessment))
    if configuration.senderDisplay == .hidden { facts.senderDomain = "" }
    self.init(
      assessment: shown, request: facts,
      contact: directory.map { DirectoryContact(agencyName: $0.name, callbackPhone: $0.callbackPhone) },
      verdict: verdict.map { VerdictEntry($0) })
    isErased = stored == nil
    if let campaign = try assessment.campaignID.flatMap({ try store.campaign($0) }) {
      let others = campaign.members.filter { $0 != assessment.requestID }
      fellows = try CampaignFellow.all(others, store: store, directory: setup.directory) {
        try store.score(of: $0)?.score
      }
    }
  }
}

extension CampaignFellow {
  /// Those of these requests that are still in the store, by arrival.
  static func all(
    _ ids: [String], store: Store, directory: AgencyDirectory, score: (String) throws -> Double?
  ) throws -> [CampaignFellow] {
    try ids.compactMap { id in
      guard let request = try store.request(id)?.request else { return nil }
      return CampaignFellow(
        requestID: id, agencyID: request.agencyID,
        agencyName: directory.entry(forAgency: request.agencyID)?.name ?? request.agencyName,
        receivedAt: request.receivedAt, score: try score(id))
    }.sorted { ($0.receivedAt, $0.requestID) < ($1.receivedAt, $1.requestID) }
  }
}

extension VerdictEntry {
  init(_ verdict: StoredVerdict) {
    self.init(
      requestID: verdict.requestID, isFraudulent: verdict.label == .fraudulent, labelledAt: verdict.labelledAt,
      source: verdict.source, note: verdict.note)
  }
}

extension Request {
  /// What is left of a request that was erased: who judged it knows its agency and time.
  fileprivate init(erased assessment: Assessment) {
    self.init(
      id: assessment.requestID, receivedAt: assessment.receivedAt, offsetMinutes: 0, channel: .other, type: .other,
      agencyID: assessment.agencyID, sender: assessment.sender)
  }
}
