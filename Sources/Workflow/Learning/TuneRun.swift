import Reporting
import RequestModel
import Scoring
import Storage
import Tuning

/// Chooses the threshold of alerts on labels, and puts it in force where that is asked for and it is better.
package enum TuneRun {
  package enum Objective: Sendable {
    case budget(Double)
    case precision(Double)
    case cost(miss: Double, alarm: Double)
  }

  package static func run(
    labels path: String, logs: [String], objective: Objective, applies: Bool, asJSON: Bool, options: RunOptions
  ) throws -> String {
    let configuration = try options.configuration()
    let labels = try SideFiles.labels(path: path)
    if let problem = labels.problem { options.say(problem) }
    // Without a store there is no old threshold, and nowhere to put a new one.
    let store = applies || logs.isEmpty ? try StoreAccess.open(path: configuration.store) : nil
    let old = try store.flatMap { try Threshold.inForce($0, configuration) }
    let pass = try LabelledPass.run(
      logs: logs, labels: labels.verdicts, configuration: configuration, options: options)
    let decision: ThresholdDecision
    do {
      let sample = try RankedSample(pass.rows.map(\.labelled), period: pass.nights)
      decision = try sample.decideThreshold(objective.chosen, old: old, bootstrap: ClusterBootstrap(seed: 1))
    } catch { throw WorkflowError.usage(error.description) }
    if applies, decision.isReplaced, let threshold = decision.threshold {
      try DeskStore.write(options) { store, configuration in
        try store.set(Threshold.setting, to: "\(threshold)")
        return ((), [:])
      }
    }
    let document = document(decision, pass: pass, applies: applies)
    return asJSON ? document.json.text(indented: true) : document.text()
  }

  private static func document(
    _ decision: ThresholdDecision, pass: LabelledPass, applies: Bool
  ) -> MetricsDocument {
    var document = MetricsDocument(
      kind: "Threshold", title: "Threshold", lead: sentence(decision), programVersion: RunJournal.programVersion)
    document.headline = [
      NamedValue("In force before", decision.old.map { "\(MetricText.rounded($0)) bits" } ?? "the alert floor"),
      NamedValue("Candidate", decision.candidate.map { "\(MetricText.rounded($0)) bits" } ?? "none"),
    ]
    if let gain = decision.gain { document.headline.append(NamedValue("Gain on rows left out", MetricText.text(gain))) }
    document.groups = [
      MetricsDocument.Group(
        caption: "What a threshold costs and brings", rowName: "Bits",
        metrics: ["Alerts a night", "Precision", "Recall", "Campaigns"],
        rows: decision.tradeOff.map { point in
          MetricTable.Row(
            MetricText.rounded(point.threshold),
            [
              MetricText.value(point.alertsPerNight, decimals: 2, isChosen: point.threshold == decision.threshold),
              MetricText.value(point.precision), MetricText.value(point.recall), MetricText.value(point.campaignRecall),
            ])
        })
    ]
    document.method = [
      NamedValue("Labelled requests", "\(pass.rows.count) of \(pass.requests)"),
      NamedValue("Intervals", "95 %, bootstrap over campaigns and days, seed 1"),
    ]
    if decision.isReplaced {
      document.remarks = [
        applies
          ? "The new threshold is in force from the next night on." : "Nothing was written; --apply puts it in force."
      ]
    }
    return document
  }

  private static func sentence(_ decision: ThresholdDecision) -> String {
    switch decision.reason {
    case .first: "there was none; the candidate is the first."
    case .better: "the candidate is better beyond chance."
    case .oldBreaksObjective: "the old one breaks the objective beyond chance; the candidate replaces it."
    case .same: "the candidate is the old one."
    case .withinChance: "the gain may be chance; the old one stays."
    case .unattainable: "no threshold satisfies the objective; the old one stays."
    }
  }
}

extension TuneRun.Objective {
  fileprivate var chosen: ThresholdObjective {
    switch self {
    case .budget(let perNight): .budget(perNight: perNight)
    case .precision(let least): .precision(least: least)
    case .cost(let miss, let alarm): .cost(miss: miss, alarm: alarm)
    }
  }
}
