import Reporting
import RequestModel
import Scoring
import Statistics
import Storage

/// Gathers the harmless steps that stood among the contributions of scores, by night, agency and step.
struct BenignStepTally {
  private struct Place: Hashable {
    var night: Night
    var agencyID: String
    var step: BenignStep
  }

  private var found: [Place: (requests: Int, bits: Bits)] = [:]

  /// Steps that a report lists; the rest are told by their number.
  static let listed = 20

  mutating func note(_ night: Night, agencyID: String, line: String, bits: Bits) {
    guard line.hasPrefix("benign:"), let step = BenignStep(rawValue: String(line.dropFirst("benign:".count))) else {
      return
    }
    // One account's copies are nothing that an agency did.
    if step == .resend { return }
    let known = found[Place(night: night, agencyID: agencyID, step: step)] ?? (0, .zero)
    found[Place(night: night, agencyID: agencyID, step: step)] = (known.requests + 1, known.bits + bits)
  }

  mutating func note(_ score: StoredScore) {
    for line in score.contributions {
      note(score.night, agencyID: score.agencyID, line: line.detector, bits: Bits(units: line.units))
    }
  }

  /// A step that took off less, all told, moved nothing that anybody would see.
  private static let least = Bits(0.5)

  /// Those that took off most, the latest night first among equals.
  var entries: [BenignStepEntry] {
    let ordered = found.filter { -$0.value.bits >= BenignStepTally.least }.sorted {
      let (a, b) = ($0.value.bits, $1.value.bits)
      if a != b { return a < b }
      return ($1.key.night, $0.key.agencyID, $0.key.step.rawValue) < (
        $0.key.night, $1.key.agencyID, $1.key.step.rawValue
      )
    }
    return ordered.prefix(BenignStepTally.listed).map { place, sum in
      let mean = -sum.bits.value / Double(sum.requests)
      return BenignStepEntry(
        agencyID: place.agencyID, kind: place.step.rawValue, night: place.night,
        text: "\(Figure.counted(sum.requests, "request")) weighed down by \(Figure.decimal(mean, 1)) bits on average.")
    }
  }
}
