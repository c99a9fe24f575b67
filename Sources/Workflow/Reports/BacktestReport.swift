import Foundation
import Reporting
import RequestModel
import Scoring
import Storage

/// What a backtest leaves for people: every alert, and how the labels fared.
struct BacktestReport {
  private var alerts: [AlertEntry] = []
  private var last: Night?
  private var first: Night?
  private var scored = 0
  private var nights = 0
  private let setup: EngineSetup
  private let labels: [String: StoredVerdict]

  init(labels: [StoredVerdict], setup: EngineSetup) {
    self.setup = setup
    self.labels = Dictionary(labels.map { ($0.requestID, $0) }) { a, b in a.labelledAt <= b.labelledAt ? b : a }
  }

  mutating func add(
    _ night: Night, _ outcome: NightOutcome, store: Store, configuration: Configuration
  ) throws {
    first = first ?? night
    last = night
    nights += 1
    scored += outcome.assessments.count
    let campaigns = Dictionary(outcome.campaigns.campaigns.map { ($0.id, $0.members) }) { first, _ in first }
    let scores = Dictionary(outcome.assessments.map { ($0.requestID, $0.score) }) { first, _ in first }
    for assessment in outcome.assessments.filter(\.isAlert).sorted(by: { $0.rank < $1.rank }) {
      var entry = try AlertEntry(assessment, store: store, setup: setup, configuration: configuration)
      entry.verdict = labels[assessment.requestID].map { VerdictEntry($0) }
      let members = assessment.campaignID.flatMap { campaigns[$0] } ?? []
      entry.fellows = try CampaignFellow.all(
        members.map(\.requestID).filter { $0 != assessment.requestID }, store: store, directory: setup.directory
      ) { scores[$0] }
      alerts.append(entry)
    }
  }

  /// Writes the pages into `folder`; returns the path of the page for people, nil where no night was judged.
  func write(to folder: String, intake: IntakeTally) throws -> String? {
    guard let last else { return nil }
    var document = NightlyDocument(night: last, programVersion: RunJournal.programVersion)
    document.intake = intake.summary
    document.scored = scored
    document.queue = alerts
    document.health.model = setup.weighting.name
    document.backtest = BacktestSummary(
      firstNight: first ?? last, nights: nights,
      labelledFraudulent: labels.values.count { $0.label == .fraudulent },
      found: alerts.count { $0.verdict?.isFraudulent == true })
    return try NightReports.write(document, to: folder)
  }
}
