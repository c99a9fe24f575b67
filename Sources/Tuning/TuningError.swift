/// Why labelled scores could not be measured or a threshold not be chosen.
package enum TuningError: Error, Hashable, Sendable, CustomStringConvertible {
  case noRows
  case noFraud
  case noGenuine
  case unusableScore
  case unusableWeight
  case outsidePeriod
  case unusableProbability
  case objectiveOutOfRange
  case differentRequests

  package var description: String {
    switch self {
    case .noRows: "No labelled request was scored: check that the labels name requests of this log."
    case .noFraud: "No labelled request is fraudulent: label at least one before measuring recall."
    case .noGenuine: "No labelled request is legitimate: label at least one before measuring precision."
    case .unusableScore: "A score is not a number: score the log again."
    case .unusableWeight: "A weight is not positive and finite: weights count requests."
    case .outsidePeriod: "A labelled request lies outside the stated period: widen the period."
    case .unusableProbability: "A probability is missing or outside 0 … 1: train a calibrated model first."
    case .differentRequests: "The two models scored different requests: score the same labelled log with both."
    case .objectiveOutOfRange: "A budget and costs must be positive, a precision between 0 and 1."
    }
  }
}
