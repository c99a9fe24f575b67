import Scoring
import Statistics

/// How urgent an alert is for other tools, from its calibrated probability or, without a model, from its log2 odds.
///
/// Low below even odds, medium from there, high from about 30 to 1 or a probability of 0.9. Nothing is critical before a
/// verdict says so: an alert asks for a telephone call.
enum Severity: Int {
  case low = 2
  case medium = 3
  case high = 4
  case critical = 5

  init(_ entry: AlertEntry) {
    if let verdict = entry.verdict {
      self = verdict.isFraudulent ? .critical : .low
    } else if let probability = entry.assessment.probability {
      self = probability >= 0.9 ? .high : probability >= 0.5 ? .medium : .low
    } else {
      let bits = entry.assessment.evidence.value
      self = bits >= 5 ? .high : bits >= 0 ? .medium : .low
    }
  }

  var name: String {
    switch self {
    case .low: "Low"
    case .medium: "Medium"
    case .high: "High"
    case .critical: "Critical"
    }
  }

  /// 0 to 100.
  var confidence: Int {
    switch self {
    case .low: 30
    case .medium: 55
    case .high: 85
    case .critical: 95
    }
  }
}

extension AlertEntry {
  /// The sender's mail address; nil where the sender is an account name.
  var mailAddress: String? {
    let parts = assessment.sender.split(separator: "@", omittingEmptySubsequences: false)
    return parts.count == 2 && !parts[0].isEmpty && !parts[1].isEmpty ? assessment.sender : nil
  }

  /// A sentence for the title of a finding; holds the agency's identifier, none of the wording.
  var findingTitle: String { "Possible forged data request in the name of \(assessment.agencyID)" }

  /// The heaviest reasons as one text.
  var findingDescription: String {
    let sentences = assessment.reasons.filter { ReasonLine.kind(of: $0) == .look && $0.contribution.units > 0 }.prefix(
      3)
    return sentences.isEmpty ? evidenceText : sentences.map { ReasonLine($0).sentence }.joined(separator: " ")
  }
}
