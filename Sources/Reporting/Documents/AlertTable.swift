import RequestModel
package import Scoring
import Statistics

/// Alerts as rows for spreadsheets and line readers.
package enum AlertTable {
  /// The columns of the CSV form.
  package static let columns = [
    "rank", "request_id", "night", "received_at", "agency_id", "agency_name", "sender", "channel", "request_type",
    "score", "evidence_bits", "p_value", "probability", "campaign_id", "state", "call", "check", "heaviest_reason",
    "model",
  ]

  /// CSV (RFC 4180) with a header row, text neutralised against formulas.
  ///
  /// O(bytes).
  package static func csv(_ entries: [AlertEntry]) -> [UInt8] {
    var bytes: [UInt8] = []
    CSVBytes.append(row: columns, to: &bytes)
    for entry in entries { append(entry, to: &bytes) }
    return bytes
  }

  /// One JSON object a line, as in the JSON report.
  package static func jsonLines(_ entries: [AlertEntry]) -> [UInt8] {
    var bytes: [UInt8] = []
    for entry in entries {
      entry.json.append(to: &bytes)
      bytes.append(0x0A)
    }
    return bytes
  }

  private static func append(_ entry: AlertEntry, to bytes: inout [UInt8]) {
    let a = entry.assessment
    func text(_ text: String) {
      bytes.append(0x2C)
      CSVBytes.append(text, to: &bytes)
    }
    func number(_ number: Double?) {
      bytes.append(0x2C)
      if let number, number.isFinite { JSONBytes.append(number, to: &bytes) }
    }
    JSONBytes.append(a.rank, to: &bytes)
    text(a.requestID)
    text(a.night.description)
    text(TimeText.rfc3339(a.receivedAt))
    text(a.agencyID)
    text(entry.contact?.agencyName ?? entry.request.agencyName)
    text(a.sender)
    text(entry.request.channel.name)
    text(entry.request.type.name)
    number(a.score)
    number(a.evidence.value)
    number(ScoreWriter.written(pValue: a.pValue))
    number(a.probability)
    text(a.campaignID ?? "")
    text(entry.verdict.map { $0.isFraudulent ? "fraudulent" : "legitimate" } ?? "open")
    text(entry.contact?.callbackPhone ?? "")
    text(CallBackGuidance.steps(for: entry).joined(separator: " "))
    text(a.heaviestLook?.text ?? "")
    text(a.model)
    CSVBytes.endRow(&bytes)
  }
}

extension Assessment {
  /// The look that speaks loudest for a forger; nil where none was seen.
  package var heaviestLook: Reason? {
    reasons.filter { ReasonLine.kind(of: $0) == .look }.max {
      $0.contribution == $1.contribution ? $0.detector > $1.detector : $0.contribution < $1.contribution
    }
  }
}
