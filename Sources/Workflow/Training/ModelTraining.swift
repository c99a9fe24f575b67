import Detection
import Foundation
import LinearAlgebra
import LinearModels
import RequestModel
import Scoring
import Statistics

/// Learns a model from judged requests and their labels: the hand weights, moved as far as the labels carry.
///
/// 1. The prior's strength is chosen on later nights than those learned from; the documented one stays unless another does
///    better by more than two standard errors, since few campaigns say little of it.
/// 2. The base rate is the documented one, shrunk to the observed share of fraud, moved by as much as the new weights move
///    the intercept of the sample.
/// 3. The probability is calibrated on evidence that every fold's model gave to the nights after it, sender state included,
///    with fraud weighed to the share that it has in the traffic, found or not.
struct ModelTraining: Sendable {
  /// Fewer campaigns than this say more of themselves than of forgers.
  static let fewestCampaigns = 8
  /// At strength 1 a weight is believed to lie within about ± 0.4 of the hand's, at 4 within ± 0.2.
  static let precision = 6.0
  static let strengths = [0.5, 1, 2, 4, 8, 16, 32, 64]
  static let documentedStrength = 4.0
  /// How many requests' worth the documented base rate is held with.
  static let baseRateRequests = 20_000.0

  let registry: Registry
  var folds = TimeOrderedFolds(count: 5)

  struct Outcome: Sendable {
    var model: LinearModel
    /// How strengths did; nil where the labels did not suffice for a single fold.
    var strength: PriorStrength?
    /// Log odds in bits of rows that the model which scored them had not seen, sender state included.
    var held: [(row: Int, bits: Double, probability: Double)]
    var brier: [CalibrationMap.Kind: Double]
  }

  /// Why there is nothing to train on; nil where there is.
  static func obstacle(_ sample: TrainingSample) -> String? {
    if sample.campaigns < fewestCampaigns {
      return "\(sample.campaigns) labelled fraud campaigns are too few to learn from (\(fewestCampaigns) are needed); "
        + "the prior weights stay in force."
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

    var held: [(row: Int, bits: Double)] = []
    for fold in splits {
      let rows = evidence.selecting(fold.training)
      let found = try regression.fit(rows)
      let foldBase = try baseBits(found, regression, rows, prevalence: prevalence)
      for row in fold.validation {
        held.append((row, bits(found.coefficients, base: foldBase, sample.rows[row])))
      }
    }
    let (calibration, brier) = try calibrate(held, sample)
    var model = LinearModel(
      name: name, regression: regression, fit: fit, calibration: calibration, dataDigests: digests,
      seed: 0, labelledRequests: sample.labelled, fraudulentRequests: sample.fraudulent)
    model.interceptBits = base
    return Outcome(
      model: model, strength: strength,
      held: held.map { ($0.row, $0.bits, calibration.probability($0.bits * EvidenceRegression.natsPerBit)) },
      brier: brier)
  }

  /// Evidence under other weights: base, habit line, weighed looks, sender state.
  private func bits(_ coefficients: [Double], base: Double, _ row: TrainingSample.Row) -> Double {
    guard let trace = row.request.trace else { return row.request.evidence }
    var sum = base + trace.offset - registry.model.baseRateBits + trace.state
    for (j, look) in trace.looks.enumerated() { sum += coefficients[look > 0 ? j : trace.looks.count + j] * look }
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

  /// The share of forged requests in the traffic, those included that nobody found.
  ///
  /// Where confirmed frauds are like all frauds, P(score ≥ s) / P(score ≥ s | fraud) is at least the share, and is the share
  /// where nothing genuine scores so high; the least over s is taken. Source: Elkan & Noto 2008, learning from positive and
  /// unlabelled examples.
  static func share(ofFraud rows: [(bits: Double, weight: Double, isFraudulent: Bool)]) -> Double {
    let ordered = rows.sorted { $0.bits > $1.bits }
    let frauds = ordered.count { $0.isFraudulent }
    let whole = ordered.reduce(0) { $0 + $1.weight }
    guard frauds > 0, whole > 0 else { return 0.005 }
    var (above, found, least) = (0.0, 0, 1.0)
    for row in ordered {
      above += row.weight
      guard row.isFraudulent else { continue }
      found += 1
      // Few frauds at the top say little; the lowest lie among genuine requests.
      if 5 * found >= frauds, 10 * found <= 7 * frauds {
        least = min(least, above / whole / (Double(found) / Double(frauds)))
      }
    }
    return min(0.2, max(least, Double(frauds) / whole))
  }

  /// On later nights, fraud weighed to its share; the plainest form that is best.
  private func calibrate(
    _ held: [(row: Int, bits: Double)], _ sample: TrainingSample
  ) throws(LinearModelError) -> (Calibration, [CalibrationMap.Kind: Double]) {
    let rows = held.map { sample.rows[$0.row] }
    let fraud = rows.reduce(0) { $0 + ($1.isFraudulent ? $1.weight : 0) }
    let genuine = rows.reduce(0) { $0 + ($1.isFraudulent ? 0 : $1.request.weight) }
    guard fraud > 0, genuine > 0 else { return (Calibration(map: .identity), [:]) }
    let share = ModelTraining.share(
      ofFraud: held.map { ($0.bits, sample.rows[$0.row].request.weight, sample.rows[$0.row].isFraudulent) })
    let scale = share / (1 - share) * genuine / fraud
    let all = try CalibrationSample(
      logOdds: held.map { $0.bits * EvidenceRegression.natsPerBit }, labels: rows.map { $0.isFraudulent ? 1 : 0 },
      weights: rows.map { $0.isFraudulent ? $0.weight * scale : $0.request.weight })
    let splits: [TimeOrderedFolds.Fold]
    do {
      splits = try TimeOrderedFolds(count: 2, gap: 0).split(
        nights: rows.map { Int($0.request.night.day) }, labels: all.labels, campaigns: rows.map(\.campaign))
    } catch .tooFewFolds {
      return (Calibration(map: .identity), [:])
    }
    let (map, brier) = try CalibrationMap.chosen(for: all, folds: splits, kinds: [.identity, .platt, .beta])
    return (Calibration(map: map), brier)
  }
}
