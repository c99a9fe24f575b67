import Detection
import Foundation
import LinearModels
import Scoring

/// A trained model as the weights of the looks.
enum TrainedWeighting {
  static let fileName = "model.json"

  /// - Throws: `usage` where the folder holds no model, or one of other looks.
  static func read(folder: String, registry: Registry) throws(WorkflowError) -> Weighting {
    let path = (folder as NSString).appendingPathComponent(fileName)
    guard let data = FileManager.default.contents(atPath: path) else {
      throw .usage(
        "\(path): there is no model here. Train one with `countersign train`, or leave the key `model` empty.")
    }
    let model: LinearModel
    do { model = try LinearModel(reading: data) } catch {
      let reason = (error as? LinearModelError)?.description ?? "it is no model"
      throw .usage("\(path): \(reason).")
    }
    var discounts: [Double] = []
    for id in registry.ids {
      guard let weight = model.weights[id]?.weight else {
        throw .usage("\(path): the model was trained without the look \(id). Train it anew.")
      }
      discounts.append(weight)
    }
    return weighting(model, discounts: discounts, baseBits: registry.model.baseRateBits)
  }

  /// The odds start at the documented base rate: the fit's own intercept holds the labelled sample's share of fraud.
  static func weighting(_ model: LinearModel, discounts: [Double], baseBits: Double) -> Weighting {
    var calibration: (slope: Double, intercept: Double)?
    if case .platt(let slope, let intercept) = model.calibration.map {
      calibration = (slope, (intercept + model.calibration.shift) / EvidenceRegression.natsPerBit)
    }
    return Weighting(name: model.name, discounts: discounts, baseBits: baseBits, calibration: calibration)
  }
}
