import Reporting
import RequestModel
import Storage

/// Takes verdicts into the store; each acts from the close of the night that holds its time.
package enum LabelRun {
  package struct Outcome: Sendable {
    package var new = 0
    package var duplicate = 0
    /// Verdicts on requests that the store does not know yet; they are kept.
    package var unknownRequest = 0
    /// Rows of a file that could not be used, and the first of them.
    package var rejected = 0
    package var problem: String?

    package var line: String {
      let counts =
        "\(new) new, \(duplicate) known already, \(unknownRequest) on requests that are not here, \(rejected) rejected."
      return counts + (problem.map { "\n\($0)" } ?? "")
    }

    package var json: String {
      let value = JSONValue.object([
        .init("new", .integer(new)), .init("duplicate", .integer(duplicate)),
        .init("unknown_request", .integer(unknownRequest)), .init("rejected", .integer(rejected)),
      ])
      return value.text() + "\n"
    }

    fileprivate init(_ outcome: VerdictOutcome) {
      new = outcome.new
      duplicate = outcome.duplicate
      unknownRequest = outcome.unknownRequest
    }
  }

  /// One verdict, given now.
  package static func run(
    requestID: String, isFraudulent: Bool, source: String, note: String, options: RunOptions
  ) throws -> Outcome {
    try DeskStore.write(options) { store, configuration in
      guard let received = try LabelRun.received(requestID, in: store) else {
        throw WorkflowError.noSuchRequest(id: requestID)
      }
      // A log's clock may be ahead of this machine's: no verdict comes before its request.
      let verdict = StoredVerdict(
        requestID: requestID, label: isFraudulent ? .fraudulent : .legitimate, labelledAt: max(Clock.now(), received),
        source: source, note: note)
      let outcome = Outcome(try store.record([verdict]))
      return (outcome, ["labels": outcome.new])
    }
  }

  /// The verdicts of a labels file, but for those whose time cannot be.
  package static func run(file: String, options: RunOptions) throws -> Outcome {
    var labels = try SideFiles.labels(path: file)
    return try DeskStore.write(options) { store, configuration in
      try labels.setAsideImpossible(now: Clock.now()) { try received($0, in: store) }
      var outcome = Outcome(try store.record(labels.verdicts))
      outcome.rejected = labels.leftOut
      let problems = [labels.problem, labels.impossibility].compactMap(\.self)
      outcome.problem = problems.isEmpty ? nil : problems.joined(separator: "\n")
      return (outcome, ["labels": outcome.new, "rejected": outcome.rejected])
    }
  }

  /// When a request came; nil where it is not here.
  private static func received(_ id: String, in store: Store) throws -> Instant? {
    try store.request(id)?.request.receivedAt ?? store.score(of: id)?.receivedAt
  }
}
