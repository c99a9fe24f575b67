import Detection
import Foundation
import LinearAlgebra
import LinearModels
import Reporting
import RequestModel
import Scoring
import Statistics

/// Learns a model from judged requests and their labels: the hand weights, moved as far as the labels carry.
///
/// 1. The prior's strength is chosen on later nights than those learned from; the documented one stays unless another does
///    better by more than two standard errors, since few campaigns say little of it.
/// 2. The base rate is the documented one, shrunk to the observed share of fraud, moved by as much as the new weights move
///    the intercept of the sample.
/// 3. The traits that frauds have in common are learned from what the new weights leave unsaid (`TraitTraining`).
/// 4. The probability, a single request's, is calibrated on evidence that every fold's model gave to the nights after it,
///    sender state included, and on requests too young to be learned from: every request of these counts as itself, of the
///    whole traffic, the fraud included that nobody found. What other logs show of the curve (`CurveBelief`) holds it where
///    few frauds were found, and is all there is where none was. Another form takes its place where it does better on later
///    nights beyond doubt (`FormTrial`).
struct ModelTraining: Sendable {
  /// What one campaign shows may be its own forger's; two have something in common.
  ///
  /// The prior holds the weights where labels are few: on simulated logs of four makes, of whose labelled frauds all but two
  /// campaigns were taken away, training still found more than the hand weights did.
  static let fewestCampaigns = 2
  /// At strength 1 a weight is believed to lie within about ± 0.4 of the hand's, at 4 within ± 0.2.
  static let precision = 6.0
  static let strengths = [0.5, 1, 2, 4, 8, 16, 32, 64]
  static let documentedStrength = 4.0
  /// How many requests' worth the documented base rate is held with.
  static let baseRateRequests = 20_000.0

  let registry: Registry
  /// Whether verdicts acted while the sample was judged, as they will where the model is used.
  var verdictsAct = true
  var folds = TimeOrderedFolds(count: 5)

  struct Outcome: Sendable {
    var model: LinearModel
    /// How strengths did; nil where the labels did not suffice for a single fold.
    var strength: PriorStrength?
    /// Log odds in bits of rows that the model which scored them had not seen, sender state included.
    var held: [(row: Int, bits: Double, probability: Double)]
    /// How the calibration was found; nil where the labels did not suffice.
    var discovery: DiscoveryFit?
    /// How other forms of the calibration did.
    var trials: [FormTrial] = []
    var verdictsAct = true
  }

  /// What evidence is put together with.
  struct Learned {
    /// Of what speaks of a forger, a look, and then of what speaks of the sender himself.
    var coefficients: [Double]
    var base: Double
    /// In bits.
    var traits: [Trait: Double] = [:]
  }

  /// Why there is nothing to train on; nil where there is.
  static func obstacle(_ sample: TrainingSample) -> String? {
    if sample.campaigns < fewestCampaigns {
      let campaigns = Figure.counted(sample.campaigns, "labelled fraud campaign is", "labelled fraud campaigns are")
      return "\(campaigns) too few to learn from (\(fewestCampaigns) are needed); the prior weights stay in force."
    }
    if sample.rows.allSatisfy({ $0.isFraudulent }) {
      return
        "All labels are fraudulent and no request is old enough to be taken for legitimate; the prior weights stay in "
        + "force."
    }
    return nil
  }

  func train(_ sample: TrainingSample, name: String, digests: [String: String] = [:]) throws(LinearModelError)
    -> Outcome
  {
    let evidence = try sample.evidence()
    var regression = EvidenceRegression(
      handWeights: (registry.ids + registry.ids.map(Weighting.relief)).map {
        .init(detector: $0, weight: 1, precision: ModelTraining.precision)
      })
    let splits = try split(sample)
    var strength: PriorStrength?
    if splits.isEmpty {
      regression.strength = ModelTraining.documentedStrength
    } else {
      (regression, strength) = try regression.tuned(
        on: evidence, folds: splits, strengths: ModelTraining.strengths,
        documented: ModelTraining.documentedStrength)
    }
    let fit = try regression.fit(evidence)
    let prevalence = self.prevalence(sample)
    let base = try baseBits(fit, regression, evidence, prevalence: prevalence)
    let traits = TraitTraining(sample)
    let learned = try traits.added(to: Learned(coefficients: fit.coefficients, base: base), bits)

    var held: [(row: Int, bits: Double)] = []
    var parts: [Range<Int>] = []
    for fold in splits {
      parts.append(held.count..<held.count + fold.validation.count)
      let rows = evidence.selecting(fold.training)
      let found = try regression.fit(rows)
      let foldBase = try baseBits(found, regression, rows, prevalence: prevalence)
      let foldLearned = try traits.added(
        to: Learned(coefficients: found.coefficients, base: foldBase), on: fold.training, bits)
      for row in fold.validation { held.append((row, bits(foldLearned, sample.rows[row].request))) }
    }
    let young = sample.young.map { bits(learned, $0) }
    let belief: CurveBelief = verdictsAct ? .besideVerdicts : .withoutVerdicts
    let found = try calibrate(held, parts, young: young, sample, belief: belief)
    let calibration = Calibration(map: found?.map ?? belief.map(share: prevalence))
    var model = LinearModel(
      name: name, regression: regression, fit: fit, calibration: calibration, dataDigests: digests,
      seed: 0, labelledRequests: sample.labelled, fraudulentRequests: sample.fraudulent)
    model.interceptBits = learned.base
    model.traits = Dictionary(uniqueKeysWithValues: learned.traits.map { ($0.key.name, $0.value) })
    return Outcome(
      model: model, strength: strength,
      held: held.map { ($0.row, $0.bits, calibration.probability($0.bits * EvidenceRegression.natsPerBit)) },
      discovery: found?.discovery, trials: found?.trials ?? [], verdictsAct: verdictsAct)
  }

  /// Evidence under other weights: base, habit line, weighed looks, traits, sender state.
  private func bits(_ learned: Learned, _ request: JudgedRequest) -> Double {
    guard let trace = request.trace else { return request.evidence }
    var sum = learned.base + trace.offset - registry.model.baseRateBits + trace.state
    for (j, look) in trace.looks.enumerated() {
      sum += learned.coefficients[look > 0 ? j : trace.looks.count + j] * look
    }
    for trait in trace.traits { sum += learned.traits[trait] ?? 0 }
    return sum
  }

  private func split(_ sample: TrainingSample) throws(LinearModelError) -> [TimeOrderedFolds.Fold] {
    var folds = folds
    // A label of the nights before the cut may be as late as this; yet a log of a few months must leave nights to learn.
    let nights = sample.rows.map { Int($0.request.night.day) }
    let span = (nights.max() ?? 0) - (nights.min() ?? 0)
    folds.gap = min(sample.longestDelayDays, span / 6)
    do {
      return try folds.split(
        nights: nights,
        labels: sample.rows.map { $0.isFraudulent ? 1 : 0 }, campaigns: sample.rows.map(\.campaign))
    } catch .tooFewFolds {
      return []
    }
  }

  /// The share of fraud that the base rate and the calibration stand for.
  private func prevalence(_ sample: TrainingSample) -> Double {
    let documented = probability(ofLog2Odds: registry.model.baseRateBits)
    return (documented * ModelTraining.baseRateRequests + sample.fraudWeight)
      / (ModelTraining.baseRateRequests + sample.population)
  }

  /// The stated prevalence's log odds, moved by what the weights move the sample's intercept.
  private func baseBits(
    _ fit: LogisticFit, _ regression: EvidenceRegression, _ evidence: LogisticSample, prevalence: Double
  ) throws(LinearModelError) -> Double {
    var unmoved = regression
    unmoved.strength = 1e9
    let hand = try unmoved.fit(evidence)
    return log2Odds(prevalence) + (fit.intercept - hand.intercept) / EvidenceRegression.natsPerBit
  }
}

extension ModelTraining {
  /// A calibration, the curve that it comes from, and how other forms did.
  private typealias Calibrated = (map: CalibrationMap, discovery: DiscoveryFit, trials: [FormTrial])

  /// Fits the probability to the whole traffic; nil where no fraud lies in the nights that were held out.
  ///
  /// `parts` are the folds of `held`; `young` is the evidence of requests too young to be learned from, whose truth is not
  /// known.
  private func calibrate(
    _ held: [(row: Int, bits: Double)], _ parts: [Range<Int>], young: [Double], _ sample: TrainingSample,
    belief: CurveBelief
  ) throws(LinearModelError) -> Calibrated? {
    let rows = held.map { sample.rows[$0.row] }
    guard rows.contains(where: \.isFraudulent), rows.contains(where: { !$0.isFraudulent }) else { return nil }
    let logOdds = (held.map(\.bits) + young).map { $0 * EvidenceRegression.natsPerBit }
    let known: [Knowledge] =
      rows.map { !$0.isLabelled ? .unknown : $0.isFraudulent ? .fraudulent : .legitimate }
      + young.map { _ in .unknown }
    let weights = rows.map { $0.isLabelled ? 1 : $0.request.weight } + sample.young.map(\.weight)
    let discovery = try DiscoveryFit(logOdds: logOdds, known: known, weights: weights, belief: belief)
    let trials = try DiscoveryFit.trials(
      logOdds: logOdds, known: known, weights: weights, parts: parts, belief: belief)
    let better = trials.filter(\.isBetter).min { ($0.brier, $0.form.rawValue) < ($1.brier, $1.form.rawValue) }
    let map = try better.map { trial throws(LinearModelError) in
      try discovery.refitted(trial.form, logOdds: logOdds, known: known, weights: weights)
    }
    return (map ?? discovery.map, discovery, trials)
  }
}
