import Detection
import Foundation
import LinearAlgebra
import LinearModels
import RequestModel
import Scoring
import Statistics

/// Learns a model from judged requests and their labels: the hand weights, moved as far as the labels carry.
///
/// 1. The prior's strength is chosen on later nights than those learned from; where several do equally well, to within a
///    standard error, the strongest is taken, which moves the weights least.
/// 2. The base rate is the documented one, shrunk to the observed share of fraud, moved by as much as the new weights move
///    the intercept of the sample.
/// 3. The probability is calibrated on evidence that every fold's model gave to the nights after it, sender state included.
struct ModelTraining: Sendable {
  /// Fewer campaigns than this say more of themselves than of forgers.
  static let fewestCampaigns = 8
  /// At strength 1 a weight is believed to lie within about ± 0.4 of the hand's.
  static let precision = 6.0
  static let strengths = [1.0, 2, 4, 8, 16, 32, 64, 128]
  /// How many requests' worth the documented base rate is held with.
  static let baseRateRequests = 20_000.0

  let registry: Registry
  var folds = TimeOrderedFolds(count: 5, gap: 7)

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
      handWeights: registry.ids.map { .init(detector: $0, weight: 1, precision: ModelTraining.precision) })
    let splits = try split(sample)
    var strength: PriorStrength?
    if splits.isEmpty {
      regression.strength = ModelTraining.strengths.max()!
    } else {
      (regression, strength) = try regression.tuned(on: evidence, folds: splits, strengths: ModelTraining.strengths)
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
    let (calibration, brier) = try calibrate(held, sample, prevalence: prevalence)
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
    for (weight, look) in zip(coefficients, trace.looks) { sum += weight * look }
    return sum
  }

  private func split(_ sample: TrainingSample) throws(LinearModelError) -> [TimeOrderedFolds.Fold] {
    do {
      return try folds.split(
        nights: sample.rows.map { Int($0.request.night.day) },
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

  /// On later nights, fraud weighed to its stated share; the plainest form that is best.
  private func calibrate(
    _ held: [(row: Int, bits: Double)], _ sample: TrainingSample, prevalence: Double
  ) throws(LinearModelError) -> (Calibration, [CalibrationMap.Kind: Double]) {
    let rows = held.map { sample.rows[$0.row] }
    let fraud = rows.reduce(0) { $0 + ($1.isFraudulent ? $1.weight : 0) }
    let genuine = rows.reduce(0) { $0 + ($1.isFraudulent ? 0 : $1.request.weight) }
    guard fraud > 0, genuine > 0 else { return (Calibration(map: .identity), [:]) }
    let scale = prevalence / (1 - prevalence) * genuine / fraud
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
