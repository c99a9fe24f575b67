import Foundation

/// A calibration map and the shift that fits it to the traffic's true share of fraud.
package struct Calibration: Hashable, Sendable, Codable {
  package var map: CalibrationMap
  /// Natural log odds added after the map: labelled samples hold more fraud than the mail does.
  package var shift: Double

  package init(map: CalibrationMap, shift: Double = 0) {
    self.map = map
    self.shift = shift
  }

  /// The calibrated probability for natural log odds `z`, in 0 … 1.
  package func probability(_ z: Double) -> Double { Calibration.shifted(map.probability(z), by: shift) }

  /// The same map with the shift at which the mean probability over `logOdds` is `prevalence`.
  ///
  /// `logOdds` are of traffic as it comes, labelled or not, each standing for `weights` requests. The mean rises with the
  /// shift, so that the root is one, found by bisection to the last bit. Source: Saerens, Latinne & Decaestecker (2002).
  /// Complexity: O(n · 100).
  package func matching(prevalence: Double, logOdds: [Double], weights: [Double]? = nil) throws(LinearModelError)
    -> Calibration
  {
    guard prevalence > 0, prevalence < 1 else { throw .prevalenceOutOfRange }
    guard !logOdds.isEmpty else { throw .noRows }
    guard weights.map({ $0.count == logOdds.count }) ?? true else {
      throw .lengthMismatch(expected: logOdds.count, found: weights?.count ?? 0)
    }
    guard logOdds.allSatisfy(\.isFinite) else { throw .notFinite }
    let probabilities = logOdds.map(map.probability)
    let total = weights?.reduce(0, +) ?? Double(logOdds.count)
    guard total > 0 else { throw .noWeight }
    func mean(_ shift: Double) -> Double {
      probabilities.indices.reduce(0) {
        $0 + (weights?[$1] ?? 1) * Calibration.shifted(probabilities[$1], by: shift)
      } / total
    }
    var low = -800.0
    var high = 800.0
    for _ in 0..<100 where high.nextDown > low {
      let middle = (low + high) / 2
      if mean(middle) < prevalence { low = middle } else { high = middle }
    }
    return Calibration(map: map, shift: high)
  }

  /// p · eˢ / (1 − p + p · eˢ): the odds times eˢ; 0 and 1 stay.
  private static func shifted(_ p: Double, by shift: Double) -> Double {
    shift == 0 || p == 0 || p == 1 ? p : LogisticLoss.probability(LogisticLoss.logOdds(p) + shift)
  }
}
