/// Why a model could not be fitted or read.
package enum LinearModelError: Error, Hashable, Sendable, CustomStringConvertible {
  case lengthMismatch(expected: Int, found: Int)
  case noRows
  case notFinite
  case labelOutOfRange
  case negativeWeight
  case noWeight
  case penaltyOutOfRange
  case tooLarge
  case oneClassOnly
  case tooFewFolds
  case noCandidates
  case unknownSchema(found: Int, newestKnown: Int)

  package var description: String {
    switch self {
    case .lengthMismatch(let expected, let found):
      "Expected \(expected) values, found \(found): give one label, weight and offset a row and one prior a column."
    case .noRows: "There are no rows to learn from: give labelled requests."
    case .notFinite: "A feature, offset or start value is infinite or not a number: leave such rows out."
    case .labelOutOfRange: "A label lies outside 0 … 1: use 0 for legitimate and 1 for fraudulent."
    case .negativeWeight: "A sample weight is negative or not finite: weights count requests and start at 0."
    case .noWeight: "All sample weights are zero: give at least one row a positive weight."
    case .penaltyOutOfRange: "The penalty needs a positive c, an l1 ratio in 0 … 1 and precisions of at least 0."
    case .tooLarge: "The design has more columns or rows than BLAS can index: drop features or split the log."
    case .oneClassOnly: "All labels are of one class: label at least one request of the other."
    case .tooFewFolds: "Too few labelled days for time-ordered folds: use fewer folds or a shorter gap."
    case .noCandidates: "There is nothing to choose from: give at least one prior strength."
    case .unknownSchema(let found, let newest):
      "The model file has schema \(found), this program knows up to \(newest): update the program or train again."
    }
  }
}
