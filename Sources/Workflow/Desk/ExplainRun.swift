import Ingestion
import Reporting
import RequestModel
import Scoring
import Statistics
import Storage

/// One request explained: every look, observed, expected, sample, contribution, and what would change the verdict.
package enum ExplainRun {
  package static func run(
    requestID: String, showsText: Bool = false, asJSON: Bool, usesColour: Bool, options: RunOptions
  ) throws -> String {
    func explained(_ store: Store, _ configuration: Configuration) throws -> String {
      guard let score = try store.score(of: requestID) else {
        guard let open = try store.request(requestID) else { throw WorkflowError.noSuchRequest(id: requestID) }
        throw WorkflowError.usage(
          "This request was not judged yet: its night, \(open.night), is open. Close it with `countersign nightly`.")
      }
      let setup = try EngineSetup.forDesk(configuration, store: store)
      let recall = NightRecall(store: store, setup: setup, configuration: configuration, fullDetail: true)
      let assessment = try recall.assessment(of: score)
      var explanation = Explanation(
        entry: try AlertEntry(assessment, store: store, setup: setup, configuration: configuration),
        alertEvidence: try assessment.alertLevel ?? alertEvidence(score, store: store, settings: setup.settings),
        silences: assessment.silences)
      if showsText { explanation.wording = try wording(of: requestID, store: store) }
      if asJSON { return explanation.json.text(indented: true) }
      return explanation.text(style: TerminalStyle(usesColour: usesColour))
    }
    guard showsText else { return try DeskStore.read(options, explained) }
    // Who has people's letters shown leaves a line in the journal.
    return try DeskStore.readOnRecord(options) { (try explained($0, $1), ["texts_shown": 1]) }
  }

  private static func wording(of requestID: String, store: Store) throws -> Explanation.Wording {
    guard let letter = try store.text(of: requestID).flatMap({ PackedText.unpack($0) }) else { return .notKept }
    return .kept(subject: letter.subject, body: letter.body)
  }

  /// The evidence at which a request of the same night would have been an alert; nil where the night had none.
  private static func alertEvidence(
    _ score: StoredScore, store: Store, settings: ScoringSettings
  ) throws -> Bits? {
    if let threshold = settings.thresholdBits { return Bits(threshold) }
    return try store.alerts(in: score.night...score.night).map(\.evidence).min().map { Bits(units: $0) }
  }
}
