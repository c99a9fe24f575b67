import RequestModel
import Scoring
import Statistics

/// Alerts as Detection Findings (class 2004) of the Open Cybersecurity Schema Framework, version 1.5.
///
/// What was seen and what was expected go into `anomaly_analyses`, one for each entity that a look was held against. A
/// finding without a verdict is a Create of status New; with one it is a Close of status Resolved, with the incident
/// profile's `verdict_id`. No pseudonym and none of the wording leaves the store this way.
/// Reference: OCSF schema 1.5.0, detection_finding, anomaly_analysis, finding_info.
package enum OCSFExport {
  package static let schemaVersion = "1.5.0"

  /// One event a line (JSONL).
  ///
  /// O(bytes).
  package static func jsonLines(_ entries: [AlertEntry], programVersion: String) -> [UInt8] {
    var bytes: [UInt8] = []
    for entry in entries {
      finding(entry, programVersion: programVersion).append(to: &bytes)
      bytes.append(0x0A)
    }
    return bytes
  }

  package static func finding(_ entry: AlertEntry, programVersion: String) -> JSONValue {
    let a = entry.assessment
    let severity = Severity(entry)
    let isClosed = entry.verdict != nil
    let activity = isClosed ? 3 : 1
    let time = TimeText.milliseconds(entry.verdict?.labelledAt ?? a.receivedAt)
    return .object(present: [
      .init("category_uid", .integer(2)), .init("category_name", .string("Findings")),
      .init("class_uid", .integer(2004)), .init("class_name", .string("Detection Finding")),
      .init("activity_id", .integer(activity)), .init("activity_name", .string(isClosed ? "Close" : "Create")),
      .init("type_uid", .integer(200_400 + activity)),
      .init("type_name", .string("Detection Finding: " + (isClosed ? "Close" : "Create"))),
      .init("time", .integer(time)), .init("start_time", .integer(TimeText.milliseconds(a.receivedAt))),
      .init("severity_id", .integer(severity.rawValue)), .init("severity", .string(severity.name)),
      .init("status_id", .integer(isClosed ? 4 : 1)), .init("status", .string(isClosed ? "Resolved" : "New")),
      .init("is_alert", .bool(a.isAlert)),
      .init("confidence_id", .integer(severity.confidence >= 80 ? 3 : severity.confidence >= 50 ? 2 : 1)),
      .init("confidence", .string(severity.confidence >= 80 ? "High" : severity.confidence >= 50 ? "Medium" : "Low")),
      .init("confidence_score", .integer(severity.confidence)),
      .init("risk_score", .integer(Int(a.score.rounded()))),
      .init("risk_level_id", .integer(min(severity.rawValue - 1, 4))), .init("risk_level", .string(severity.name)),
      .init("verdict_id", entry.verdict.map { .integer($0.isFraudulent ? 2 : 1) } ?? .null),
      .init("verdict", entry.verdict.map { .string($0.isFraudulent ? "True Positive" : "False Positive") } ?? .null),
      .init("message", .string(entry.findingTitle)), .init("metadata", metadata(entry, programVersion)),
      .init("finding_info", findingInfo(entry, programVersion)),
      .init("anomaly_analyses", anomalyAnalyses(a)), .init("evidences", evidences(entry)),
      .init("observables", observables(entry)), .init("unmapped", unmapped(entry)),
    ])
  }

  private static func metadata(_ entry: AlertEntry, _ version: String) -> JSONValue {
    .object(present: [
      .init("version", .string(schemaVersion)), .init("uid", .string(findingID(entry))),
      .init("profiles", .array(entry.verdict == nil ? [] : [.string("incident")])),
      .init("product", product(version)), .init("log_name", .string("alerts")),
      .init("original_time", .string(TimeText.rfc3339(entry.assessment.receivedAt))),
    ])
  }

  private static func product(_ version: String) -> JSONValue {
    .object([
      .init("name", .string("Countersign")), .init("vendor_name", .string("Countersign")),
      .init("version", .string(version)),
    ])
  }

  static func findingID(_ entry: AlertEntry) -> String {
    NamedUUID.make("finding:\(entry.assessment.night):\(entry.assessment.requestID)", in: NamedUUID.countersign)
  }

  private static func findingInfo(_ entry: AlertEntry, _ version: String) -> JSONValue {
    let a = entry.assessment
    let received = JSONValue.integer(TimeText.milliseconds(a.receivedAt))
    return .object(present: [
      .init("uid", .string(findingID(entry))), .init("uid_alt", .string(a.requestID)),
      .init("title", .string(entry.findingTitle)), .init("desc", .string(entry.findingDescription)),
      .init("types", .array([.string("Forged legal request"), .string("Account takeover")])),
      .init("created_time", received), .init("first_seen_time", received), .init("last_seen_time", received),
      .init("modified_time", entry.verdict.map { .integer(TimeText.milliseconds($0.labelledAt)) } ?? .null),
      .init(
        "analytic",
        .object([
          .init("name", .string("Weight of evidence against a sender's baseline")),
          .init("type_id", .integer(2)), .init("type", .string("Behavioral")), .init("uid", .string(a.model)),
          .init("version", .string(version)),
        ])),
      .init(
        "related_analytics",
        .array(
          looks(a).map { reason in
            .object([
              .init("name", .string(ReasonLine.title(of: reason.detector))), .init("uid", .string(reason.detector)),
              .init("type_id", .integer(3)), .init("type", .string("Statistical")),
            ])
          })),
    ])
  }

  private static func looks(_ a: Assessment) -> [Reason] {
    a.reasons.filter { ReasonLine.kind(of: $0) == .look && $0.contribution > .zero }
  }

  /// One analysis for each entity, in the order of the vocabulary.
  private static func anomalyAnalyses(_ a: Assessment) -> JSONValue {
    let analyses: [JSONValue] = Reason.Entity.allCases.compactMap { entity in
      let reasons = looks(a).filter { $0.entity == entity }
      guard !reasons.isEmpty else { return nil }
      let baselines = reasons.filter { !$0.expected.isEmpty }
      return .object(present: [
        .init("analysis_targets", .array([target(entity, a)])),
        .init("anomalies", .array(reasons.map { pattern($0, value: $0.observed, sample: nil) })),
        .init(
          "baselines",
          baselines.isEmpty ? .null : .array(baselines.map { pattern($0, value: $0.expected, sample: $0.sample) })),
      ])
    }
    return analyses.isEmpty ? .null : .array(analyses)
  }

  private static func target(_ entity: Reason.Entity, _ a: Assessment) -> JSONValue {
    switch entity {
    case .sender: .object([.init("name", .string(a.sender)), .init("type", .string("User Account"))])
    case .agency: .object([.init("name", .string(a.agencyID)), .init("type", .string("Agency"))])
    case .peers: .object([.init("name", .string("peers of \(a.agencyID)")), .init("type", .string("Agency Peers"))])
    case .linkage:
      .object([.init("name", .string("requests of other agencies")), .init("type", .string("Request Log"))])
    }
  }

  private static func pattern(_ reason: Reason, value: String, sample: Double?) -> JSONValue {
    var observation: [JSONValue.Member] = [.init("value", .string(value.isEmpty ? reason.text : value))]
    if let sample, sample.isFinite {
      observation.append(.init("count", .integer(Int(max(0, min(sample, 1e15)).rounded()))))
    }
    return .object([
      .init("observation_parameter", .string(reason.detector)),
      .init("observation_type", .string(observationType(reason.detector))),
      .init("observations", .array([.object(observation)])),
    ])
  }

  private static func observationType(_ detector: String) -> String {
    switch detector {
    case "hour_of_week", "weekday", "gap", "deadline", "period": "Time Pattern Analysis"
    case "sender_volume", "agency_volume", "target_count", "scope": "Volume Analysis"
    case "repeated_target": "Sequence Analysis"
    case "urgency_words", "threat_words", "secrecy_words", "payment_words": "Distribution Analysis"
    default: "Frequency Analysis"
    }
  }

  private static func evidences(_ entry: AlertEntry) -> JSONValue {
    let a = entry.assessment
    guard !a.sender.isEmpty else { return .null }
    let email: JSONValue = entry.mailAddress.map { .object([.init("from", .string($0))]) } ?? .null
    let user = JSONValue.object(present: [
      .init("name", .string(a.sender)), .init("email_addr", .text(entry.mailAddress)),
      .init("domain", .text(entry.request.senderDomain)),
      .init("org", .object(present: [.init("uid", .string(a.agencyID)), .init("name", .text(entry.agencyLabel))])),
    ])
    let isMail = entry.request.channel == .email
    return .array([.object(present: [.init("email", isMail ? email : .null), .init("user", user)])])
  }

  private static func observables(_ entry: AlertEntry) -> JSONValue {
    var items: [JSONValue] = []
    func add(_ name: String, _ type: Int, _ typeName: String, _ value: String) {
      items.append(
        .object([
          .init("name", .string(name)), .init("type_id", .integer(type)), .init("type", .string(typeName)),
          .init("value", .string(value)),
        ]))
    }
    if let address = entry.mailAddress {
      add("evidences[].user.email_addr", 5, "Email Address", address)
    } else if !entry.assessment.sender.isEmpty {
      add("evidences[].user.name", 4, "User Name", entry.assessment.sender)
    }
    if !entry.request.senderDomain.isEmpty {
      add("evidences[].user.domain", 1, "Hostname", entry.request.senderDomain)
    }
    return items.isEmpty ? .null : .array(items)
  }

  private static func unmapped(_ entry: AlertEntry) -> JSONValue {
    let a = entry.assessment
    return .object(present: [
      .init("request_id", .string(a.requestID)), .init("night", .string(a.night.description)),
      .init("rank", .integer(a.rank)), .init("score", .number(a.score)),
      .init("evidence_bits", .number(a.evidence.value)),
      .init("p_value", .number(ScoreWriter.written(pValue: a.pValue))), .init("certified", .bool(a.isCertified)),
      .init("probability", .optional(a.probability)), .init("campaign_id", .text(a.campaignID)),
      .init("channel", .string(entry.request.channel.name)), .init("request_type", .string(entry.request.type.name)),
      .init("agency_id", .string(a.agencyID)), .init("agency_country", .text(entry.request.agencyCountry)),
    ])
  }
}
