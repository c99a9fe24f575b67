import Foundation
import LinearModels
import Scoring
import Detection

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
    guard let weighting = Weighting(model, registry: registry) else {
      throw .usage("\(path): the model was trained without some of the looks of this program. Train it anew.")
    }
    return weighting
  }
}

extension Weighting {
  /// The name of a look's second weight, for evidence of the sender himself.
  static func relief(_ id: String) -> String { id + "/relief" }

  /// A model's weights multiply the hand weights, which the evidence was trained under; caps stay.
  ///
  /// Nil where a look has no weight.
  init?(_ model: LinearModel, registry: Registry) {
    let hand = Weighting(prior: registry)
    var discounts: [Double] = []
    var reliefs: [Double] = []
    for (id, (discount, relief)) in zip(registry.ids, zip(hand.discounts, hand.reliefs)) {
      guard let weight = model.weights[id]?.weight else { return nil }
      discounts.append(weight * discount)
      reliefs.append((model.weights[Weighting.relief(id)]?.weight ?? weight) * relief)
    }
    self.init(
      name: model.name, discounts: discounts, reliefs: reliefs, baseBits: model.interceptBits,
      calibration: model.calibration,
      traits: model.traits.isEmpty ? nil : TraitWeights(model.traits))
  }
}
