import RequestModel
package import Scoring
import Statistics

extension ScoreWriter {
  func appendJSON(_ a: Assessment, to bytes: inout [UInt8]) {
    ScoreWriter.key("{\"request_id\":", a.requestID, to: &bytes)
    bytes.append(contentsOf: ",\"received_at\":\"".utf8)
    TimeText.append(a.receivedAt, to: &bytes)
    ScoreWriter.key("\",\"agency_id\":", a.agencyID, to: &bytes)
    ScoreWriter.key(",\"sender\":", a.sender, to: &bytes)
    ScoreWriter.key(",\"night\":", a.night.description, to: &bytes)
    ScoreWriter.key(",\"evidence_bits\":", a.evidence.value, to: &bytes)
    ScoreWriter.key(",\"score\":", a.score, to: &bytes)
    ScoreWriter.key(",\"p_value\":", ScoreWriter.written(pValue: a.pValue), to: &bytes)
    ScoreWriter.key(",\"certified\":", a.isCertified, to: &bytes)
    ScoreWriter.key(",\"probability\":", a.probability ?? .nan, to: &bytes)
    bytes.append(contentsOf: ",\"rank\":".utf8)
    JSONBytes.append(a.rank, to: &bytes)
    ScoreWriter.key(",\"alert\":", a.isAlert, to: &bytes)
    ScoreWriter.key(",\"held\":", a.isHeld, to: &bytes)
    ScoreWriter.key(",\"late\":", a.isLate, to: &bytes)
    ScoreWriter.key(",\"campaign_id\":", a.campaignID, to: &bytes)
    ScoreWriter.key(",\"model\":", a.model, to: &bytes)
    ScoreWriter.key(",\"baseline_night\":", a.baselineNight?.description, to: &bytes)
    bytes.append(contentsOf: ",\"reasons\":".utf8)
    ScoreWriter.append(a.reasons, to: &bytes)
    bytes.append(0x7D)
    bytes.append(0x0A)
  }

  /// Appends the reasons as a JSON list of objects, in the order of the assessment.
  package static func append(_ reasons: [Reason], to bytes: inout [UInt8]) {
    bytes.append(0x5B)
    reasons.withUnsafeBufferPointer { reasons in
      for index in reasons.indices {
        if index > 0 { bytes.append(0x2C) }
        append(reasons[index], to: &bytes)
      }
    }
    bytes.append(0x5D)
  }

  private static func append(_ reason: Reason, to bytes: inout [UInt8]) {
    key("{\"detector\":", reason.detector, to: &bytes)
    key(",\"entity\":", reason.entity.rawValue, to: &bytes)
    key(",\"contribution\":", reason.contribution.value, to: &bytes)
    key(",\"observed\":", reason.observed, to: &bytes)
    append(",\"expected\":", to: &bytes)
    JSONBytes.appendString(to: &bytes) { reason.appendExpected(to: &$0) }
    key(",\"sample\":", reason.sample, to: &bytes)
    append(",\"text\":", to: &bytes)
    JSONBytes.appendString(to: &bytes) { reason.appendText(to: &$0) }
    bytes.append(0x7D)
  }

  private static func key(_ key: StaticString, _ value: String?, to bytes: inout [UInt8]) {
    append(key, to: &bytes)
    if let value { JSONBytes.append(value, to: &bytes) } else { bytes.append(contentsOf: "null".utf8) }
  }

  private static func key(_ key: StaticString, _ value: Double, to bytes: inout [UInt8]) {
    append(key, to: &bytes)
    JSONBytes.append(value, to: &bytes)
  }

  private static func key(_ key: StaticString, _ value: Bool, to bytes: inout [UInt8]) {
    append(key, to: &bytes)
    JSONBytes.append(value, to: &bytes)
  }

  private static func append(_ key: StaticString, to bytes: inout [UInt8]) {
    bytes.append(contentsOf: UnsafeBufferPointer(start: key.utf8Start, count: key.utf8CodeUnitCount))
  }
}
