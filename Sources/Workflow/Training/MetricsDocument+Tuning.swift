import LinearModels
import Reporting
import Tuning

extension MetricTable.Value {
  init(_ estimate: Estimate, decimals: Int = 3, isChosen: Bool = false) {
    self.init(
      estimate.value, interval: estimate.low <= estimate.high ? estimate.low...estimate.high : nil, decimals: decimals,
      isChosen: isChosen)
  }
}

extension MetricsDocument.Group {
  /// Ranking and alerts at several budgets.
  static func evaluation(_ found: Evaluation) -> [MetricsDocument.Group] {
    let precision = found.precisionAt.map { MetricTable.Row("first \($0.count)", [.init($0.precision)]) }
    let budgets = found.atBudget.map { at in
      MetricTable.Row(
        "\(at.budget) a night",
        [
          .init(at.nightly.precision), .init(at.nightly.recall), .init(at.nightlyRecallCeiling),
          .init(at.nightly.campaignRecall), .init(at.nightly.medianHoursToAlert, decimals: 1),
        ])
    }
    return [
      .init(
        caption: "Ranking", rowName: "requests", metrics: ["precision"],
        rows: [
          .init("average precision", [.init(found.averagePrecision)]), .init("prevalence", [.init(found.prevalence)]),
        ] + precision),
      .init(
        caption: "Alerts by budget", rowName: "budget",
        metrics: ["precision", "recall", "recall ceiling", "campaigns found", "median hours to alert"], rows: budgets),
      .init(
        caption: "The same number of alerts, pooled over all nights", rowName: "budget",
        metrics: ["recall", "campaigns found"],
        rows: found.atBudget.map { at in
          MetricTable.Row("\(at.budget) a night", [.init(at.pooledRecall), .init(at.pooledCampaignRecall)])
        }),
    ]
  }

  /// Alerts by what is known of them: what nobody labelled stands apart.
  static func knowledge(_ sample: RankedSample, budgets: [Int]) -> MetricsDocument.Group {
    let rows = budgets.map { budget in
      let known = sample.knowledge(budget: budget)
      return MetricTable.Row(
        "\(budget) a night",
        [
          .init(known.fraudulent, decimals: 0), .init(known.legitimate, decimals: 0),
          .init(known.unlabelled, decimals: 0), .init(known.leastPrecision), .init(known.labelledPrecision),
        ])
    }
    return .init(
      caption: "Alerts by what is known of them", rowName: "budget",
      metrics: [
        "fraudulent", "legitimate", "nobody labelled", "precision, were those legitimate", "precision of the labelled",
      ], rows: rows)
  }

  /// Recall and false alarms of every group.
  static func rates(_ rates: [GroupRates], _ grouping: Grouping) -> MetricsDocument.Group {
    let rows = rates.filter { !$0.group.isEmpty }.map { rate in
      MetricTable.Row(
        rate.group,
        [
          .init(Double(rate.requests), decimals: 0), .init(Double(rate.fraudulentRequests), decimals: 0),
          .init(rate.recall ?? .nan), .init(rate.falseAlarmRate, decimals: 4),
        ])
    }
    let name = grouping.rawValue.split(separator: "_").joined(separator: " ")
    return .init(
      caption: "By \(name)", rowName: name, metrics: ["requests", "fraudulent", "recall", "false alarms"], rows: rows)
  }

  /// What probabilities came true.
  static func reliability(_ quality: CalibrationQuality) -> [MetricsDocument.Group] {
    let bins = quality.bins.map { bin in
      MetricTable.Row(
        "\(Figure.count(Int(bin.weight.rounded()))) requests",
        [
          .init(bin.meanProbability, decimals: 4), .init(bin.observedShare, decimals: 4),
          .init(bin.bandLow, decimals: 4), .init(bin.bandHigh, decimals: 4),
        ])
    }
    return [
      .init(
        caption: "Probabilities", rowName: "measure", metrics: ["value"],
        rows: [
          .init("Brier score", [.init(quality.brier, decimals: 5)]),
          .init("log-loss, nats", [.init(quality.logLoss, decimals: 5)]),
          .init("expected calibration error", [.init(quality.expectedCalibrationError, decimals: 5)]),
          .init("the same, were all right, at most", [.init(quality.calibrationErrorIfCalibratedLimit, decimals: 5)]),
        ]),
      .init(
        caption: "Reliability", rowName: "bin", metrics: ["stated", "observed", "band from", "band to"], rows: bins),
    ]
  }

  /// The first model less the other.
  static func comparison(_ found: ModelComparison) -> MetricsDocument.Group {
    var rows = [MetricTable.Row("average precision", [.init(found.averagePrecision)])]
    for at in found.atBudget {
      rows.append(.init("recall at \(at.budget) a night", [.init(at.nightlyRecall)]))
      rows.append(.init("campaigns found at \(at.budget) a night", [.init(at.nightlyCampaignRecall)]))
    }
    if let brier = found.brier { rows.append(.init("Brier score (less is better)", [.init(brier, decimals: 5)])) }
    return .init(caption: "Difference", rowName: "measure", metrics: ["first less second"], rows: rows)
  }

  /// What every threshold costs people and brings; the one in force is marked.
  static func tradeOff(_ decision: ThresholdDecision, minutes: Double) -> MetricsDocument.Group {
    let rows = decision.tradeOff.map { point in
      MetricTable.Row(
        Figure.decimal(point.threshold, 2) + " bits",
        [
          .init(point.alertsPerNight, decimals: 2, isChosen: point.threshold == decision.threshold),
          .init(point.precision), .init(point.recall), .init(point.campaignRecall),
          .init(point.alertsPerNight.value * minutes / 60, decimals: 2), .init(point.falseAlarms, decimals: 0),
          .init(point.missedRequests, decimals: 0), .init(point.toll.peopleDisclosed, decimals: 0),
          .init(point.toll.emergenciesDelayed, decimals: 0),
        ])
    }
    return .init(
      caption: "Thresholds", rowName: "evidence",
      metrics: [
        "alerts a night", "precision", "recall", "campaigns found", "call-back hours a night", "false alarms", "missed",
        "victims disclosed", "genuine emergencies delayed",
      ], rows: rows)
  }
}
