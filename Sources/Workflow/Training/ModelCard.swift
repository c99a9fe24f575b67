import LinearModels
import Reporting
import RequestModel
import Scoring
import Tuning

/// The page beside a model: what it was learned from, how well it does on nights it had not seen, what it does not know.
enum ModelCard {
  static let fileName = "MODEL_CARD.md"
  /// Names the digest of the model's own file among the card's facts.
  static let ownDigest = "digest of the model"
  static let replicates = 500
  static let traitsShown = 30
  static let seed: UInt64 = 20_240_101

  static func document(
    _ outcome: ModelTraining.Outcome, sample: TrainingSample, log: JudgedLog, budget: Int
  ) throws -> MetricsDocument {
    let model = outcome.model
    var page = MetricsDocument(
      kind: "Model card", title: "Model \(model.name)",
      lead: "The hand weights, moved by \(Figure.counted(sample.campaigns, "labelled fraud campaign")).",
      programVersion: RunJournal.programVersion)
    page.headline = [
      .init("labelled requests", sample.labelled),
      .init("fraudulent among them", sample.fraudulent),
      .init("campaigns", sample.campaigns),
      .init("nights", "\(log.first?.description ?? "–") to \(log.last?.description ?? "–")"),
    ]
    try measure(outcome, sample: sample, budget: budget, into: &page)
    page.groups.append(weights(model))
    if !model.traits.isEmpty { page.groups.append(traits(model)) }
    page.method = method(outcome, sample)
    page.remarks = [
      "Not trained on: requests younger than the longest delay of a label (\(Figure.count(sample.immature)) left out), "
        + "the sender state (it is applied after the weights), any text, name or number of a request.",
      "Requests that nobody labelled count as legitimate in the figures; fraud that nobody found makes precision look "
        + "lower and recall higher than they are. Labels follow alerts and call-backs: forgers who were never noticed "
        + "are not in them.",
      "Figures are of nights after those that each fold learned from. The calibration was fitted to these same rows, so "
        + "the reliability table is a little too kind; it holds the chance to be forged *and* found against what was found.",
    ]
    return page
  }

  private static func measure(
    _ outcome: ModelTraining.Outcome, sample: TrainingSample, budget: Int, into page: inout MetricsDocument
  ) throws {
    guard !outcome.held.isEmpty else {
      page.remarks.append("Too few labelled nights to measure on later ones: no figures are given.")
      return
    }
    var rows: [Labelled] = []
    var hand: [Labelled] = []
    for held in outcome.held {
      var row = Labelled(sample.rows[held.row])
      row.probability = nil
      hand.append(row)
      row.score = held.bits
      // What is compared with the frauds that were found is the chance to be forged and found.
      row.probability = held.probability * (outcome.discovery?.found ?? 1)
      rows.append(row)
    }
    let bootstrap = ClusterBootstrap(seed: seed, replicates: replicates)
    let (groups, point) = try Measuring.usage { () throws(TuningError) in
      let ranked = try RankedSample(rows)
      let decision = try ranked.decideThreshold(.budget(perNight: Double(budget)), bootstrap: bootstrap)
      var groups = MetricsDocument.Group.evaluation(
        try ranked.evaluation(budgets: Array(Set([1, 5, budget])).sorted(), bootstrap: bootstrap))
      var against = MetricsDocument.Group.comparison(
        try ranked.comparison(against: RankedSample(hand), budgets: [5, budget], bootstrap: bootstrap))
      against.caption = "Against the hand weights"
      against.metrics = ["this model less the hand weights"]
      groups.append(against)
      let alerts = ranked.alerts(budget: budget)
      groups.append(
        .rates(
          ranked.rates(by: .scenario, alerts: alerts, bootstrap: .init(seed: seed, replicates: replicates)), .scenario)
      )
      groups += MetricsDocument.Group.reliability(try ranked.calibrationQuality(bootstrap: bootstrap))
      groups.append(.tradeOff(decision, minutes: TuneRun.minutesPerCallBack))
      return (groups, decision)
    }
    page.groups += groups.filter { !$0.rows.isEmpty }
    if let threshold = point.threshold {
      page.headline.append(
        .init("operating point", "\(Figure.decimal(threshold, 2)) bits for \(budget) alerts a night"))
    }
  }

  private static func weights(_ model: LinearModel) -> MetricsDocument.Group {
    MetricsDocument.Group(
      caption: "Weights", rowName: "look", metrics: ["weight", "hand weight"],
      rows: model.weights.sorted { $0.key < $1.key }.map {
        .init($0.key, [.init($0.value.weight), .init($0.value.handWeight)])
      })
  }

  /// The traits that weigh most, on either side.
  private static func traits(_ model: LinearModel) -> MetricsDocument.Group {
    let heaviest = model.traits.sorted { (abs($1.value), $0.key) < (abs($0.value), $1.key) }.prefix(traitsShown)
    return MetricsDocument.Group(
      caption: "Traits of forged requests: the heaviest \(heaviest.count) of \(model.traits.count)", rowName: "trait",
      metrics: ["bits"], rows: heaviest.map { .init($0.key, [.init($0.value)]) })
  }

  /// The form of the probability, and how far the log moved it from what other logs show.
  private static func calibration(_ outcome: ModelTraining.Outcome) -> String {
    let form = outcome.model.calibration.map.kind.rawValue
    if outcome.trials.contains(where: \.isBetter) {
      return "\(form), better than the discovery curve on later nights"
    }
    guard let fit = outcome.discovery else { return "\(form), as other logs show it: too few labels" }
    let slopes = [fit.slope, fit.belief.slope].map { Figure.decimal($0, 2) }
    let even = [-fit.intercept / fit.slope, -fit.belief.intercept / fit.belief.slope].map(bits)
    return "\(form), slope \(slopes[0]) (\(slopes[1]) in other logs), even odds at \(even[0]) (\(even[1]))"
  }

  private static func bits(_ logOdds: Double) -> String {
    Figure.decimal(logOdds / EvidenceRegression.natsPerBit, 1) + " bits"
  }

  private static func method(_ outcome: ModelTraining.Outcome, _ sample: TrainingSample) -> [NamedValue] {
    let model = outcome.model
    var facts = [
      NamedValue("prior strength", Figure.decimal(model.priorStrength, 2)),
      NamedValue("base rate in force", "\(Figure.decimal(model.interceptBits, 2)) bits"),
      NamedValue("calibration", calibration(outcome)),
      NamedValue(
        "verdicts while judged",
        outcome.verdictsAct ? "acted, each from its own time on" : "none acted: for mail without verdicts"),
      NamedValue(
        "forged requests, found or not",
        outcome.discovery.map { "\(Figure.decimal(100 * $0.share, 2)) % of the traffic" } ?? "not known"),
      NamedValue(
        "forged requests that were found",
        outcome.discovery.map { "\(Figure.decimal(100 * $0.found, 0)) % of them" } ?? "not known"),
      NamedValue("longest delay of a label", "\(sample.longestDelayDays) days"),
      NamedValue("chance of a label, by evidence", sample.chance?.description ?? "not known: labels are too few"),
      NamedValue("certificate", "\(model.certificate.status.rawValue), gap \(model.certificate.gap) nats"),
      NamedValue("seed of the intervals", "\(seed), \(replicates) resamples of campaigns and days"),
    ]
    for trial in outcome.trials {
      facts.append(
        .init(
          "Brier score on later nights of the form \(trial.form.rawValue)",
          "\(Figure.decimal(trial.brier, 6)), \(Figure.decimal(trial.excess, 6)) ± "
            + "\(Figure.decimal(trial.excessError, 6)) over the discovery curve's"))
    }
    for trial in outcome.strength?.trials ?? [] {
      facts.append(
        .init(
          "log-loss on later nights at strength \(Figure.decimal(trial.strength, 2))",
          "\(Figure.decimal(trial.loss, 6)), \(Figure.decimal(trial.excess, 6)) ± "
            + "\(Figure.decimal(trial.excessError, 6)) over the best"))
    }
    for (role, digest) in model.dataDigests.sorted(by: { $0.key < $1.key }) {
      facts.append(.init("digest of the \(role)", digest))
    }
    return facts
  }
}
