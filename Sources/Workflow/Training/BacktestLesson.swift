import LinearModels
import RequestModel
import Scoring
import Storage

/// The one training of a backtest: at the close of a night, on what was judged and known by then.
struct BacktestLesson {
  private let through: Night
  private let end: Instant
  private let labels: KnownLabels
  private var log: JudgedLog
  private let verdictsAct: Bool
  private var isOver = false

  init(through: Night, labels: [StoredVerdict], boundary: NightBoundary, verdictsAct: Bool) {
    self.through = through
    self.verdictsAct = verdictsAct
    end = boundary.end(of: through)
    self.labels = KnownLabels(labels, before: end)
    log = JudgedLog(labelled: self.labels.requestIDs)
  }

  /// Takes in a closed night of those to learn from.
  mutating func add(_ outcome: NightOutcome) {
    if !isOver { log.add(outcome) }
  }

  /// Trains before the first night after the last one to learn from, and puts the model in force.
  ///
  /// Where the labels do not suffice, says so and leaves the prior weights in force.
  mutating func teach(_ engine: NightEngine, before night: Night, say: (String) -> Void) throws {
    guard !isOver, night > through else { return }
    isOver = true
    engine.keepsTraces = false
    defer { log = JudgedLog(labelled: []) }
    let sample = TrainingSample(log, labels: labels, end: end)
    if let obstacle = ModelTraining.obstacle(sample) {
      say("Nothing was trained: \(obstacle)")
      return
    }
    let training = ModelTraining(registry: engine.registry, verdictsAct: verdictsAct)
    let outcome = try training.train(sample, name: "trained-through-\(through)")
    guard let weighting = Weighting(outcome.model, registry: engine.registry) else { return }
    engine.weighting = weighting
    say(
      "Trained on \(sample.labelled) labels (\(sample.fraudulent) fraudulent, \(sample.campaigns) campaigns), prior "
        + "strength \(outcome.model.priorStrength); in force from the night \(through.advanced(by: 1)) on.")
  }
}
