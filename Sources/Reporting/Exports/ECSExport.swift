import RequestModel
import Scoring
import Statistics

/// Alerts in the Elastic Common Schema, one JSON object a line, fields nested.
///
/// What the schema has no field for stands under `labels`, whose values are strings, and `countersign`, a namespace of
/// this program's own. Reference: Elastic Common Schema 8.17, fields event, rule, user.risk, email, observer.
package enum ECSExport {
  package static let schemaVersion = "8.17.0"

  package static func jsonLines(_ entries: [AlertEntry], programVersion: String) -> [UInt8] {
    var bytes: [UInt8] = []
    for entry in entries {
      document(entry, programVersion: programVersion).append(to: &bytes)
      bytes.append(0x0A)
    }
    return bytes
  }

  package static func document(_ entry: AlertEntry, programVersion: String) -> JSONValue {
    let a = entry.assessment
    let severity = Severity(entry)
    let mail: JSONValue = entry.mailAddress.map(JSONValue.string) ?? .null
    return .object(present: [
      .init("@timestamp", .string(TimeText.rfc3339(a.receivedAt))),
      .init("ecs", .object([.init("version", .string(schemaVersion))])),
      .init("message", .string(entry.findingTitle)), .init("tags", .array([.string("forged-request")])),
      .init("event", event(entry, severity)),
      .init(
        "rule",
        .object(present: [
          .init("id", .text(a.heaviestLook?.detector)),
          .init("name", .text(a.heaviestLook.map { ReasonLine.title(of: $0.detector) })),
          .init("category", .string("behaviour")), .init("ruleset", .string(a.model)),
          .init("version", .string(programVersion)),
        ])),
      .init(
        "email",
        entry.request.channel == .email && mail != .null
          ? .object([.init("from", .object([.init("address", .array([mail]))]))]) : .null),
      .init(
        "user",
        a.sender.isEmpty
          ? .null
          : .object(present: [
            .init("name", .string(a.sender)), .init("email", mail), .init("domain", .text(entry.request.senderDomain)),
            .init(
              "risk",
              .object([
                .init("calculated_level", .string(severity.name)), .init("calculated_score", .number(a.score)),
                .init("calculated_score_norm", .number(a.score)),
              ])),
          ])),
      .init(
        "organization",
        .object(present: [.init("id", .string(a.agencyID)), .init("name", .text(entry.agencyLabel))])),
      .init("related", a.sender.isEmpty ? .null : .object([.init("user", .array([.string(a.sender)]))])),
      .init(
        "observer",
        .object([
          .init("vendor", .string("Countersign")), .init("product", .string("Countersign")),
          .init("type", .string("anomaly-detection")), .init("version", .string(programVersion)),
        ])),
      .init("labels", labels(entry)), .init("countersign", countersign(entry)),
    ])
  }

  private static func event(_ entry: AlertEntry, _ severity: Severity) -> JSONValue {
    let a = entry.assessment
    return .object([
      .init("kind", .string("alert")), .init("category", .array([.string("email"), .string("threat")])),
      .init("type", .array([.string("indicator")])), .init("action", .string("possible-forged-request")),
      .init("id", .string(OCSFExport.findingID(entry))), .init("module", .string("countersign")),
      .init("dataset", .string("countersign.alerts")), .init("provider", .string("countersign")),
      .init("start", .string(TimeText.rfc3339(a.receivedAt))), .init("outcome", .string("unknown")),
      .init("severity", .integer(severity.rawValue)), .init("risk_score", .number(a.score)),
      .init("risk_score_norm", .number(a.score)), .init("reason", .string(entry.findingDescription)),
    ])
  }

  private static func labels(_ entry: AlertEntry) -> JSONValue {
    let a = entry.assessment
    return .object(present: [
      .init("request_id", .string(a.requestID)), .init("night", .string(a.night.description)),
      .init("channel", .string(entry.request.channel.name)), .init("request_type", .string(entry.request.type.name)),
      .init("campaign_id", .text(a.campaignID)),
      .init("verdict", entry.verdict.map { .string($0.isFraudulent ? "fraudulent" : "legitimate") } ?? .null),
    ])
  }

  private static func countersign(_ entry: AlertEntry) -> JSONValue {
    let a = entry.assessment
    return .object(present: [
      .init("rank", .integer(a.rank)), .init("evidence_bits", .number(a.evidence.value)),
      .init("p_value", .number(ScoreWriter.written(pValue: a.pValue))), .init("certified", .bool(a.isCertified)),
      .init("probability", .optional(a.probability)), .init("held", .bool(a.isHeld)),
      .init("reasons", .array(a.reasons.map(\.json))),
    ])
  }
}
