package import RequestModel

/// Names one row of the verdicts.
package struct VerdictID: Hashable, Sendable {
  package var rawValue: Int64
  package init(rawValue: Int64) { self.rawValue = rawValue }
}

/// What an analyst, an agency or an audit found of a request.
package struct StoredVerdict: Hashable, Sendable {
  package enum Label: String, Sendable, CaseIterable {
    case fraudulent, legitimate
  }

  /// Nil until it is stored.
  package var id: VerdictID?
  package var requestID: String
  package var label: Label
  package var labelledAt: Instant
  package var source: String
  package var scenario: String
  package var note: String
  /// The night whose close took it in; nil while none has.
  package var recordedByNight: Night?

  package init(
    requestID: String, label: Label, labelledAt: Instant, source: String = "", scenario: String = "", note: String = ""
  ) {
    self.requestID = requestID
    self.label = label
    self.labelledAt = labelledAt
    self.source = source
    self.scenario = scenario
    self.note = note
  }
}

/// What a batch of verdicts came to.
package struct VerdictOutcome: Hashable, Sendable {
  package var new = 0
  /// Verdicts that the store held already, word for word.
  package var duplicate = 0
  /// New verdicts on a request that the store does not know (yet).
  package var unknownRequest = 0

  package init() {}
}
