import Foundation
import Reporting
import RequestModel
import Scoring
import Storage
import Tuning

/// Chooses a threshold by labels, shows what it costs, and puts it in force where that is asked for.
package enum TuneRun {
  /// What the threshold is chosen for.
  package enum Aim: Hashable, Sendable {
    case budget(perNight: Double)
    case precision(least: Double)
    case cost(miss: Double, alarm: Double)

    var objective: ThresholdObjective {
      switch self {
      case .budget(let perNight): .budget(perNight: perNight)
      case .precision(let least): .precision(least: least)
      case .cost(let miss, let alarm): .cost(miss: miss, alarm: alarm)
      }
    }
  }

  package struct Plan: Sendable {
    package var labels = ""
    package var logs: [String] = []
    package var rejects: String?
    /// Nil takes the configured alert budget.
    package var aim: Aim?
    package var applies = false
    /// Where the curve goes.
    package var chart: String?

    package init() {}
  }

  package struct Outcome: Sendable {
    package var text: String
    package var json: String
    package var line: String
    package var hasLosses = false
  }

  /// What a call-back takes a person, with its note.
  static let minutesPerCallBack = 12.0

  package static func run(_ plan: Plan, options: RunOptions) throws -> Outcome {
    let configuration = try options.configuration()
    let labels = try SideFiles.labels(path: plan.labels)
    if let problem = labels.problem { options.say(problem) }
    let old = try currentThreshold(plan, configuration)
    let replay = LogReplay(configuration: configuration, options: options)
    let (measured, hasLosses) = try LabelledLog.open(plan.logs, rejects: plan.rejects, replay: replay) { store, key in
      try MeasuredLog(store, key: key, labels: labels, replaysNights: !plan.logs.isEmpty, replay: replay)
    }
    let aim = plan.aim ?? .budget(perNight: Double(max(1, configuration.alertBudget)))
    let sample = try measured.labelled.ranked()
    let decision = try Measuring.usage { () throws(TuningError) in
      try sample.decideThreshold(
        aim.objective, old: old,
        bootstrap: ClusterBootstrap(seed: ModelCard.seed, replicates: ModelCard.replicates))
    }
    let page = document(decision, aim: aim, measured: measured)
    if let path = plan.chart, let chart = page.charts.first { try AtomicFile.write(chart.standaloneSVG, to: path) }
    var line = explanation(decision)
    if plan.applies {
      line += try apply(decision, options: options)
    } else if decision.isReplaced {
      line += " Nothing was changed: --apply puts it in force."
    }
    return Outcome(
      text: page.text(), json: page.json.text() + "\n", line: line, hasLosses: hasLosses || !labels.faults.isEmpty)
  }

  /// The threshold in force; with `--log` and no store there is none.
  private static func currentThreshold(_ plan: Plan, _ configuration: Configuration) throws -> Double? {
    if !plan.logs.isEmpty, !plan.applies, !FileManager.default.fileExists(atPath: configuration.store) { return nil }
    let store = try StoreAccess.open(path: configuration.store)
    return try Threshold.inForce(store, configuration)
  }

  private static func apply(_ decision: ThresholdDecision, options: RunOptions) throws -> String {
    guard decision.isReplaced, let threshold = decision.threshold else { return " Nothing was changed." }
    try DeskStore.write(options) { store, _ in
      try store.set(Threshold.setting, to: "\(threshold)")
      return ((), ["thresholds": 1])
    }
    return " It is in force from the next night on."
  }

  private static func explanation(_ decision: ThresholdDecision) -> String {
    let new = decision.candidate.map { Figure.decimal($0, 2) + " bits" } ?? "none"
    let old = decision.old.map { Figure.decimal($0, 2) + " bits" } ?? "none"
    return switch decision.reason {
    case .first: "Threshold \(new): there was none before."
    case .better: "Threshold \(new) is better than \(old) beyond chance."
    case .oldBreaksObjective: "Threshold \(new): the old one, \(old), breaks the objective beyond chance."
    case .same: "The threshold stays at \(old): it is the best one."
    case .withinChance: "The threshold stays at \(old): what \(new) gains may be chance."
    case .unattainable: "No threshold satisfies the objective; \(old) stays."
    }
  }

  /// What the threshold in force means for people.
  private static func toll(_ point: TradeOffPoint?) -> String {
    guard let point else { return "No threshold is in force: nothing waits, and nothing is stopped." }
    func count(_ weight: Double) -> String { Figure.count(Int(weight.rounded())) }
    return "In the measured nights, at the threshold in force: \(count(point.missedRequests)) forged requests are "
      + "answered and disclose data of \(count(point.toll.peopleDisclosed)) accounts; "
      + "\(count(point.toll.emergenciesDelayed)) genuine emergencies wait for a call-back of some "
      + "\(Figure.decimal(minutesPerCallBack, 0)) minutes."
  }

  private static func document(_ decision: ThresholdDecision, aim: Aim, measured: MeasuredLog) -> MetricsDocument {
    var page = MetricsDocument(
      kind: "Threshold", title: "Threshold", lead: explanation(decision), programVersion: RunJournal.programVersion)
    page.groups = [.tradeOff(decision, minutes: minutesPerCallBack)]
    let points = decision.tradeOff.sorted { $0.alertsPerNight.value < $1.alertsPerNight.value }
    let chosen = decision.tradeOff.first { $0.threshold == decision.threshold }
    page.charts = [
      LineChart(
        title: "What alerts bring", x: .init("alerts a night"), y: .init("share", range: 0...1),
        curves: [
          .init(name: "recall", points: points.map { .init(x: $0.alertsPerNight.value, y: $0.recall.value) }),
          .init(name: "precision", points: points.map { .init(x: $0.alertsPerNight.value, y: $0.precision.value) }),
        ], mark: chosen.map { .init(x: $0.alertsPerNight.value, y: $0.recall.value) })
    ]
    page.method = measured.method
    page.remarks = [
      toll(chosen),
      "A call-back is counted as \(Figure.decimal(minutesPerCallBack, 0)) minutes of a person. * marks the threshold in "
        + "force after this.", MeasuredLog.remark,
    ]
    return page
  }
}
