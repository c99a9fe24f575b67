package import Scoring
package import Statistics

/// One request explained in full: every look, what it saw, what it had expected, and what would change the verdict.
package struct Explanation: Sendable {
  package var entry: AlertEntry
  /// The evidence, in bits, at which a request of its night would have been an alert; nil where rank alone decided.
  package var alertEvidence: Bits?
  package var silences: [Silence]
  /// What the request said, where that was asked for.
  package var wording = Wording.notAsked

  /// The letter as it came; nothing of it is kept unless a configuration asks for that.
  package enum Wording: Hashable, Sendable {
    case notAsked
    case notKept
    case kept(subject: String, body: String)
  }

  package init(entry: AlertEntry, alertEvidence: Bits? = nil, silences: [Silence] = []) {
    self.entry = entry
    self.alertEvidence = alertEvidence
    self.silences = silences
  }

  /// Sentences on what would have to be otherwise for the alert to fall away, or to come.
  package var whatWouldChange: [String] {
    let a = entry.assessment
    var sentences: [String] = []
    if let threshold = alertEvidence {
      let distance = a.evidence - threshold
      sentences.append(
        distance >= .zero
          ? "It stands \(Figure.decimal(distance.value, 1)) bits above the threshold of its night."
          : "It stands \(Figure.decimal(-distance.value, 1)) bits below the threshold of its night.")
    }
    sentences += entry.whatWouldHaveBeenEnough
    if !a.isCertified, a.missingForCertificate > 0 {
      sentences.append(
        "Its p-value is not certified: the sample needs \(Figure.count(a.missingForCertificate)) more clean requests.")
    }
    sentences.append("A verdict after the call-back settles it, and teaches the baselines from the next night on.")
    return sentences
  }

  /// Everything as JSON: the row of the scores file, the facts, the reasons and the silent looks.
  package var json: JSONValue {
    guard case .object(let members) = entry.json else { return entry.json }
    return .object(
      members + [
        .init("alert_evidence_bits", .optional(alertEvidence?.value)),
        .init(
          "abstained",
          .array(
            silences.map { .object([.init("detector", .string($0.detector)), .init("cause", .string($0.cause))]) })),
        .init("what_would_change", .array(whatWouldChange.map(JSONValue.string))),
      ] + wordingMembers)
  }

  private var wordingMembers: [JSONValue.Member] {
    switch wording {
    case .notAsked: []
    case .notKept: [.init("wording", .null)]
    case .kept(let subject, let body):
      [.init("wording", .object([.init("subject", .text(subject)), .init("body", .text(body))]))]
    }
  }
}
