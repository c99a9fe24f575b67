package import Detection
import Foundation
package import Scoring

extension Configuration {
  /// What the configuration says about scoring.
  package var scoring: ScoringSettings {
    var settings = ScoringSettings()
    settings.halfLifeDays = halfLifeDays
    settings.suspicionHalfLifeDays = senderStateHalfLifeDays
    settings.holdBits = holdBits
    settings.alertBudget = alertBudget
    settings.alertFloor = alertFloorP
    return settings
  }

  /// The forger model in force: the documented prior, or the file that the configuration names.
  package func forgerModel() throws(WorkflowError) -> ForgerModel {
    guard !forgerPrior.isEmpty else { return .documented }
    guard let data = FileManager.default.contents(atPath: forgerPrior) else {
      throw .usage("\(forgerPrior): the forger prior cannot be read. \(Configuration.priorRemedy)")
    }
    do { return try JSONDecoder().decode(ForgerModel.self, from: data) } catch {
      throw .usage("\(forgerPrior): this is not a forger prior. \(Configuration.priorRemedy)")
    }
  }

  private static let priorRemedy = "Name another file with the key `forger_prior`, or leave the key empty."
}
