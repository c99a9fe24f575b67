/// A calibration map, and a shift to the traffic's true share of fraud.
package struct Calibration: Hashable, Sendable, Codable {
  package var map: CalibrationMap
  /// Natural log odds added after the map: 0 in what is trained now, which learns of the traffic itself; older model files
  /// state one.
  package var shift: Double

  package init(map: CalibrationMap, shift: Double = 0) {
    self.map = map
    self.shift = shift
  }

  /// The calibrated probability for natural log odds `z`, in 0 … 1.
  package func probability(_ z: Double) -> Double { Calibration.shifted(map.probability(z), by: shift) }

  /// p · eˢ / (1 − p + p · eˢ): the odds times eˢ; 0 and 1 stay.
  private static func shifted(_ p: Double, by shift: Double) -> Double {
    shift == 0 || p == 0 || p == 1 ? p : LogisticLoss.probability(LogisticLoss.logOdds(p) + shift)
  }
}
