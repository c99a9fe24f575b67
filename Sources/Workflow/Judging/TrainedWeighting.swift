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
    do { model = try LinearModel(reading: data) } catch { throw .usage("\(path): \(error)") }
    var discounts: [Double] = []
    for id in registry.ids {
      guard let weight = model.weights[id]?.weight else {
        throw .usage("\(path): the model was trained without the look \(id). Train it anew.")
      }
      discounts.append(weight)
    }
    return Weighting(name: model.name, discounts: discounts, baseBits: model.interceptBits)
  }
}
