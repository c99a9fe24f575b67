import LinearModels
import RequestModel
import Scoring
import Storage

/// Trains one model in the course of a backtest, on what was known at the end of a night, for every later night.
struct BacktestLearner {
  private let through: Night
  private var pass: LabelledPass
  private let setup: EngineSetup

  /// Nil where the plan asks for no training.
  init?(_ plan: BacktestRun.Plan, labels: [StoredVerdict], setup: EngineSetup, boundary: NightBoundary) {
    guard let through = plan.trainThrough else { return nil }
    self.through = through
    self.setup = setup
    let end = boundary.end(of: through)
    pass = LabelledPass(labels: labels.filter { $0.labelledAt < end }, setup: setup)
  }

  /// Whether `night` lies after the one that is learned through.
  func isDue(_ night: Night) -> Bool { night > through }

  mutating func add(_ night: Night, _ outcome: NightOutcome, store: Store) throws {
    try pass.add(night, outcome, store: store)
  }

  /// The learned weights; nil, with a warning, where the labels are too few or of one class.
  func trained(say: (String) -> Void) throws -> Weighting? {
    do {
      return try ModelTrainer(setup: setup, name: "trained-\(through)")
        .train(pass.rows, traffic: pass.traffic, requests: pass.requests).weighting
    } catch let error as ModelTrainer.TooFewLabels {
      say("Nothing was trained: \(error).")
    } catch let error as LinearModelError {
      say("Nothing was trained: \(error)")
    }
    return nil
  }
}
