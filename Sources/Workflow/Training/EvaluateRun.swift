import Foundation
import Reporting
import RequestModel
import Storage
import Tuning

/// Measures how well detection does, with intervals, and holds one model against another.
package enum EvaluateRun {
  package struct Plan: Sendable {
    package var labels = ""
    package var logs: [String] = []
    package var rejects: String?
    /// A model's folder, or `prior`; nil takes the scores as they stand.
    package var model: String?
    package var against: String?
    /// What part of the requests was drawn by lot and verified whatever its score, in percent; nil where nobody did.
    package var auditPercent: Double?

    package init() {}
  }

  package struct Outcome: Sendable {
    package var text: String
    package var json: String
    package var hasLosses = false
  }

  package static func run(_ plan: Plan, options: RunOptions) throws -> Outcome {
    let labels = try SideFiles.labels(path: plan.labels)
    if let problem = labels.problem { options.say(problem) }
    let configuration = try options.configuration()
    func replay(_ model: String?) -> LogReplay {
      var configuration = configuration
      if let model { configuration.model = model == "prior" ? "" : model }
      return LogReplay(configuration: configuration, options: options)
    }
    let replays = !plan.logs.isEmpty || plan.model != nil || plan.against != nil
    let first = replay(plan.model)
    let (found, hasLosses) = try LabelledLog.open(plan.logs, rejects: plan.rejects, replay: first) { store, key in
      let measured = try MeasuredLog(store, key: key, labels: labels, replaysNights: replays, replay: first)
      let other = try plan.against.map {
        try MeasuredLog(store, key: key, labels: labels, replaysNights: true, replay: replay($0))
      }
      let audit = try plan.auditPercent.map {
        try AuditDraw(percent: $0, configuration: configuration).findings(store, labels: measured.labels)
      }
      return (measured: measured, other: other, audit: audit)
    }
    var page = try document(
      found.measured, other: found.other, plan: plan, budget: max(1, configuration.alertBudget))
    if let audit = found.audit { page.add(audit) }
    return Outcome(
      text: page.text(), json: page.json.text() + "\n", hasLosses: hasLosses || !labels.faults.isEmpty)
  }

  private static func document(
    _ measured: MeasuredLog, other: MeasuredLog?, plan: Plan, budget: Int
  ) throws -> MetricsDocument {
    let bootstrap = ClusterBootstrap(seed: ModelCard.seed, replicates: ModelCard.replicates)
    let blocks = DayBlockBootstrap(seed: ModelCard.seed, replicates: ModelCard.replicates)
    let sample = try measured.labelled.ranked()
    let against = try other?.labelled.ranked()
    let budgets = Array(Set([1, 5, budget])).sorted()
    let (evaluation, groups) = try Measuring.usage { () throws(TuningError) in
      let evaluation = try sample.evaluation(budgets: budgets, bootstrap: bootstrap)
      var groups = MetricsDocument.Group.evaluation(evaluation)
      if let against {
        groups.append(.comparison(try sample.comparison(against: against, budgets: budgets, bootstrap: bootstrap)))
      }
      groups.insert(.knowledge(sample, budgets: budgets), at: min(3, groups.count))
      let alerts = sample.alerts(budget: budget)
      for grouping in Grouping.allCases {
        groups.append(.rates(sample.rates(by: grouping, alerts: alerts, bootstrap: blocks), grouping))
      }
      if sample.rows.allSatisfy({ $0.probability != nil }) {
        groups += MetricsDocument.Group.reliability(try sample.calibrationQuality(bootstrap: bootstrap))
      }
      return (evaluation, groups)
    }
    let precision = evaluation.averagePrecision
    var page = MetricsDocument(
      kind: "Evaluation", title: "Evaluation",
      lead: "Average precision \(Figure.decimal(precision.value, 3)) "
        + "(\(Figure.decimal(precision.low, 3)) to \(Figure.decimal(precision.high, 3))).",
      programVersion: RunJournal.programVersion)
    page.headline = headline(evaluation, measured.labelled.sample, unlabelled: sample.unlabelledWeight)
    page.groups = groups.filter { !$0.rows.isEmpty }
    page.method = measured.method
    if let model = plan.model { page.method.append(.init("model", model)) }
    if let other = plan.against { page.method.append(.init("against", other)) }
    page.remarks = [
      MeasuredLog.remark,
      "By agency size, country, language and scenario: with \(Figure.counted(budget, "alert")) a night.",
    ]
    if sample.rows.allSatisfy({ $0.probability != nil }) {
      page.remarks.append(
        "A stated probability is that of all fraud, found or not; an observed share is that of what was found.")
    }
    return page
  }

  /// How much of what was measured.
  private static func headline(
    _ evaluation: Evaluation, _ sample: TrainingSample, unlabelled: Double
  ) -> [NamedValue] {
    [
      .init("requests", evaluation.requests), .init("fraudulent", evaluation.fraudulentRequests),
      .init("campaigns", evaluation.campaigns), .init("nights", evaluation.nights),
      .init("labelled legitimate", sample.labelled - evaluation.fraudulentRequests),
      .init("nobody labelled, taken for legitimate", Int(unlabelled.rounded())),
      .init("too young to judge, left out", sample.immature),
    ]
  }
}
