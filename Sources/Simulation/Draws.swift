import RequestModel
import Statistics

/// Draws from the log's vocabularies by weights in the order of their raw values.
enum Draws {
  static let categories = DataCategory.allCases
  private static let types = RequestType.allCases
  private static let natures = EmergencyNature.allCases
  private static let targets = TargetType.allCases

  static func type(_ weights: [Double], _ random: inout SeededGenerator) -> RequestType {
    types[random.index(weights: weights)]
  }

  static func nature(_ weights: [Double], _ random: inout SeededGenerator) -> EmergencyNature {
    natures[random.index(weights: weights)]
  }

  static func target(_ weights: [Double], _ random: inout SeededGenerator) -> TargetType {
    targets[random.index(weights: weights)]
  }
}
