package import Scoring
package import Statistics

/// One reason as a report shows it: a sentence, the numbers behind it, and its weight as a bar.
package struct ReasonLine: Hashable, Sendable {
  /// What a line of the sum is.
  package enum Kind: String, Sendable {
    /// What a detector saw.
    case look
    /// The odds before anything was seen.
    case baseRate
    /// What the sender's earlier requests carry over.
    case senderState
    /// What a model has learned of forged requests, whoever sends them.
    case traits
    /// A capped or discounted group of looks that tell one story.
    case group
    /// What not knowing the forger's habit costs.
    case habit
    /// Looks too light for a line of their own.
    case remainder
    /// A recognised harmless step.
    case benign

    /// Whether it is something that was seen, not an adjustment of the sum.
    var isEvidence: Bool { self == .look || self == .senderState || self == .traits }
  }

  package var kind: Kind
  package var name: String
  package var entity: Reason.Entity
  package var bits: Bits
  package var observed: String
  package var expected: String
  package var sample: Double
  package var sentence: String

  package init(_ reason: Reason) {
    kind = ReasonLine.kind(of: reason)
    name = ReasonLine.title(of: reason.detector)
    entity = reason.entity
    bits = reason.contribution
    observed = reason.observed
    expected = reason.expected
    sample = reason.sample
    sentence = reason.text.isEmpty ? name : reason.text
  }

  /// What was seen first, heaviest first as given; then what the sum takes back; the base rate last.
  package static func ordered(_ reasons: [Reason]) -> [Reason] {
    let kinds = reasons.map(kind(of:))
    func those(_ isWanted: (Kind) -> Bool) -> [Reason] {
      zip(reasons, kinds).filter { isWanted($0.1) }.map(\.0)
    }
    return those(\.isEvidence) + those { !$0.isEvidence && $0 != .baseRate } + those { $0 == .baseRate }
  }

  package static func kind(of reason: Reason) -> Kind {
    switch reason.detector {
    case "base_rate": .baseRate
    case "sender_state": .senderState
    case TraitWeights.reasonName: .traits
    case "forger_habit": .habit
    case "other_looks": .remainder
    case let name where name.hasPrefix("group:"): .group
    case let name where name.hasPrefix("benign:"): .benign
    default: .look
    }
  }

  /// A detector's stable name as words: `hour_of_week` → `Hour of week`, `group:wording` → `Overlap in wording`.
  package static func title(of detector: String) -> String {
    if detector.hasPrefix("group:") { return "Overlap in " + words(detector.dropFirst(6)) }
    if detector.hasPrefix("benign:") { return "Harmless step: " + words(detector.dropFirst(7)) }
    let text = words(Substring(detector))
    return text.prefix(1).uppercased() + text.dropFirst()
  }

  /// Against whose behaviour it was held, as words.
  package var entityName: String {
    switch entity {
    case .sender: "this sender"
    case .agency: "the agency"
    case .peers: "similar agencies"
    case .linkage: "other agencies"
    }
  }

  /// `Observed 03:12, expected 08:00 to 18:00, from 240 past requests.`; empty where there is nothing to say.
  package var numbers: String {
    // An adjustment is said in full by its sentence.
    if kind == .group { return "" }
    var parts: [String] = []
    if !observed.isEmpty { parts.append("observed \(observed)") }
    if !expected.isEmpty { parts.append("expected \(expected)") }
    if sample > 0, kind == .look { parts.append("from \(sampleText) of \(entityName)") }
    return parts.isEmpty ? "" : parts.joined(separator: " · ")
  }

  package var sampleText: String {
    let digits = sample < 10 && sample != sample.rounded() ? 1 : 0
    let number = Figure.decimal(sample, digits)
    return number + (number == "1" ? " past request" : " past requests")
  }

  private static func words(_ name: Substring) -> String { String(name.map { $0 == "_" || $0 == ":" ? " " : $0 }) }
}
