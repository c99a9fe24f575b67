import Reporting
import Tuning

/// An evaluation as a document of tables.
enum EvaluationDocument {
  static func make(
    _ sample: RankedSample, pass: LabelledPass, budget: Int, bootstrap: ClusterBootstrap
  ) throws(TuningError) -> MetricsDocument {
    let budgets = Set([5, 10, 20, max(1, budget)]).sorted()
    let found = try sample.evaluation(budgets: budgets, bootstrap: bootstrap)
    var document = MetricsDocument(
      kind: "Evaluation", title: "Evaluation",
      lead: "average precision \(MetricText.text(found.averagePrecision)) on \(found.requests) labelled requests, "
        + "\(found.fraudulentRequests) of them fraudulent.", programVersion: RunJournal.programVersion)
    document.headline = [
      NamedValue("Average precision", MetricText.text(found.averagePrecision)),
      NamedValue("A coin would reach", MetricText.rounded(found.prevalence)),
      NamedValue("Labelled requests", "\(found.requests) of \(pass.requests)"), NamedValue("Nights", "\(found.nights)"),
    ]
    document.groups.append(
      MetricsDocument.Group(
        caption: "At so many alerts a night", rowName: "Alerts", metrics: ["Recall", "Campaigns", "Precision"],
        rows: found.atBudget.map {
          MetricTable.Row(
            "\($0.budget)",
            [$0.nightly.recall, $0.nightly.campaignRecall, $0.nightly.precision].map { MetricText.value($0) })
        }))
    let parts: [(String, String, (Labelled) -> String)] = [
      ("By scenario", "Scenario", \.scenario), ("By agency size", "Agency", \.agencySize),
      ("By country", "Country", \.country), ("By language", "Language", \.language),
    ]
    for (caption, name, key) in parts {
      if let group = group(sample, caption, name, key, budget: max(1, budget), bootstrap) {
        document.groups.append(group)
      }
    }
    document.method = [
      NamedValue("Intervals", "95 %, bootstrap over campaigns and days, seed \(bootstrap.seed)"),
      NamedValue("Point in time", "every request judged by the nights before it; labels act from their own time on"),
    ]
    document.remarks = [
      "Only labelled requests count: where labels were asked for by oddness, recall is of what was looked at."
    ]
    return document
  }

  /// The same figures for every value of one property; nil where all labelled requests share it.
  private static func group(
    _ sample: RankedSample, _ caption: String, _ name: String, _ key: (Labelled) -> String, budget: Int,
    _ bootstrap: ClusterBootstrap
  ) -> MetricsDocument.Group? {
    let values = Set(sample.rows.map(key)).sorted()
    guard values.count > 1 else { return nil }
    let rows = values.compactMap { value -> MetricTable.Row? in
      // Fraud has a scenario and genuine mail another, so each scenario of fraud is held against all genuine mail.
      let part = sample.filtered { key($0) == value || caption == "By scenario" && !$0.isFraudulent }
      guard let part, let found = try? part.evaluation(budgets: [budget], lengths: [20], bootstrap: bootstrap) else {
        return nil
      }
      return MetricTable.Row(
        value.isEmpty ? "not said" : value,
        [
          MetricTable.Value(Double(found.fraudulentRequests), decimals: 0), MetricText.value(found.averagePrecision),
          MetricText.value(found.atBudget[0].nightly.recall),
        ])
    }
    guard !rows.isEmpty else { return nil }
    return MetricsDocument.Group(
      caption: caption, rowName: name, metrics: ["Fraudulent", "Average precision", "Recall at \(budget) a night"],
      rows: rows)
  }

  static func group(_ comparison: ModelComparison, against rival: String) -> MetricsDocument.Group {
    var rows = [MetricTable.Row("Average precision", [MetricText.value(comparison.averagePrecision)])]
    for budget in comparison.atBudget {
      rows.append(MetricTable.Row("Recall at \(budget.budget) a night", [MetricText.value(budget.nightlyRecall)]))
    }
    if let brier = comparison.brier {
      rows.append(MetricTable.Row("Brier score (less is better)", [MetricText.value(brier)]))
    }
    return MetricsDocument.Group(
      caption: "Against \(rival): \(comparison.isBetter ? "better beyond chance" : "not better beyond chance")",
      rowName: "Figure", metrics: ["Difference"], rows: rows)
  }
}
