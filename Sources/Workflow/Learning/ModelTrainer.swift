import Detection
import LinearAlgebra
import LinearModels
import RequestModel
import Scoring
import Statistics
import Tuning

/// Learns the weights of the looks from labelled requests, and what their sum means as a probability.
struct ModelTrainer {
  /// A trained model and what chose it.
  struct Trained {
    var model: LinearModel
    var weighting: Weighting
    /// False where there were too few later nights to choose the strength of the prior on.
    var isTuned: Bool
  }

  /// Why there is no model.
  struct TooFewLabels: Error, CustomStringConvertible {
    var description: String
  }

  /// Labelled requests of each class without which the hand weights stay.
  static let leastOfEachClass = 5
  /// 1 / variance of the belief in a hand weight: a standard deviation of one half.
  private static let precision = 4.0
  /// How firmly the hand weights may hold, never less than once: labels are few and asked for where a request was odd.
  private static let strengths: [Double] = [1, 3, 10, 30, 100, 300]
  private static let folds = 5

  let setup: EngineSetup
  let name: String

  /// - Throws: `TooFewLabels`, `LinearModelError`.
  func train(
    _ rows: [LabelledPass.LabelledRow], traffic: [LabelledPass.Row], requests: Int, digests: [String: String] = [:]
  ) throws -> Trained {
    let frauds = rows.count { $0.labelled.isFraudulent }
    guard min(frauds, rows.count - frauds) >= ModelTrainer.leastOfEachClass else {
      throw TooFewLabels(
        description: "\(frauds) fraudulent and \(rows.count - frauds) legitimate labels are too few to learn from "
          + "(\(ModelTrainer.leastOfEachClass) of each are needed); the hand weights stay.")
    }
    let hand = zip(setup.registry.ids, setup.weighting.discounts).map {
      EvidenceRegression.HandWeight(detector: $0, weight: $1, precision: ModelTrainer.precision)
    }
    let labels = rows.map { $0.labelled.isFraudulent ? 1.0 : 0 }
    let sample = try EvidenceRegression.sample(
      bits: Matrix(rows.map(\.row.looks)), labels: labels, offsetBits: rows.map(\.row.offset))
    var regression = EvidenceRegression(handWeights: hand)
    let split = try? TimeOrderedFolds(count: ModelTrainer.folds).split(
      nights: rows.map { Int($0.labelled.night.day) }, labels: labels, campaigns: rows.map(\.labelled.campaign))
    if let split {
      regression = try regression.tuned(on: sample, folds: split, strengths: ModelTrainer.strengths).regression
    }
    let fit = try regression.fit(sample)
    let calibration = try calibrate(
      fit, rows: rows, labels: labels, traffic: traffic, requests: requests, frauds: frauds)
    let model = LinearModel(
      name: name, regression: regression, fit: fit, calibration: calibration, dataDigests: digests, seed: 0,
      labelledRequests: rows.count, fraudulentRequests: frauds)
    return Trained(
      model: model,
      weighting: TrainedWeighting.weighting(
        model, discounts: fit.coefficients, baseBits: setup.weighting.baseBits),
      isTuned: split != nil)
  }

  /// Platt's map on the evidence of the labelled requests, shifted to the share of fraud that the traffic has.
  private func calibrate(
    _ fit: LogisticFit, rows: [LabelledPass.LabelledRow], labels: [Double], traffic: [LabelledPass.Row], requests: Int,
    frauds: Int
  ) throws -> Calibration {
    func logOdds(_ row: LabelledPass.Row) -> Double {
      let sum = zip(row.looks, fit.coefficients).reduce(row.offset + row.state) { $0 + $1.0 * $1.1 }
      return (setup.weighting.baseBits + sum) * EvidenceRegression.natsPerBit
    }
    let map = try CalibrationMap.fitted(
      .platt, to: try CalibrationSample(logOdds: rows.map { logOdds($0.row) }, labels: labels))
    // Labels are asked for where a request is odd: among them fraud is commoner than in the mail.
    let known = Double(frauds) / Double(max(requests, 1))
    let prevalence = min(0.5, max(known, probability(ofLog2Odds: setup.weighting.baseBits)))
    return try Calibration(map: map).matching(prevalence: prevalence, logOdds: traffic.map(logOdds))
  }
}
