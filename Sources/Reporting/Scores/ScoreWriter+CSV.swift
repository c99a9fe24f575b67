import RequestModel
import Scoring
import Statistics

extension ScoreWriter {
  func appendCSV(_ a: Assessment, to bytes: inout [UInt8]) {
    CSVBytes.append(a.requestID, to: &bytes)
    bytes.append(0x2C)
    TimeText.append(a.receivedAt, to: &bytes)
    bytes.append(0x2C)
    CSVBytes.append(a.agencyID, to: &bytes)
    bytes.append(0x2C)
    CSVBytes.append(a.sender, to: &bytes)
    bytes.append(0x2C)
    bytes.append(contentsOf: a.night.description.utf8)
    for number in [a.evidence.value, a.score, ScoreWriter.written(pValue: a.pValue)] {
      bytes.append(0x2C)
      JSONBytes.append(number, to: &bytes)
    }
    bytes.append(0x2C)
    JSONBytes.append(a.isCertified, to: &bytes)
    bytes.append(0x2C)
    if let probability = a.probability, probability.isFinite { JSONBytes.append(probability, to: &bytes) }
    bytes.append(0x2C)
    JSONBytes.append(a.rank, to: &bytes)
    for flag in [a.isAlert, a.isHeld, a.isLate] {
      bytes.append(0x2C)
      JSONBytes.append(flag, to: &bytes)
    }
    bytes.append(0x2C)
    CSVBytes.append(a.campaignID ?? "", to: &bytes)
    bytes.append(0x2C)
    CSVBytes.append(a.model, to: &bytes)
    bytes.append(0x2C)
    if let night = a.baselineNight { bytes.append(contentsOf: night.description.utf8) }
    bytes.append(0x2C)
    appendReasonsCell(a.reasons, to: &bytes)
    CSVBytes.endRow(&bytes)
  }

  /// The list of reasons as one quoted cell of JSON: quotes doubled in place, from the back.
  private func appendReasonsCell(_ reasons: [Reason], to bytes: inout [UInt8]) {
    bytes.append(0x22)
    let start = bytes.count
    ScoreWriter.append(reasons, to: &bytes)
    var quotes = 0
    for i in start..<bytes.count where bytes[i] == 0x22 { quotes += 1 }
    var source = bytes.count - 1
    bytes.append(contentsOf: repeatElement(0x22, count: quotes + 1))
    var target = bytes.count - 2
    while target > source {
      let byte = bytes[source]
      bytes[target] = byte
      target -= 1
      if byte == 0x22 {
        bytes[target] = 0x22
        target -= 1
      }
      source -= 1
    }
  }
}
