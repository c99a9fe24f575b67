import Foundation

/// The Benjamini–Hochberg procedure over conformal p-values: a list whose expected share of false alarms is bounded.
///
/// Conformal p-values of one calibration sample are positively dependent, and the procedure holds for them (Bates,
/// Candès, Lei, Romano & Sesia 2023, "Testing for outliers with conformal p-values"), as far as past and new traffic are
/// exchangeable. Source: Benjamini & Hochberg (1995).
package struct FalseDiscoveryControl: Hashable, Sendable {
  /// The bound on the expected share of false alarms, strictly between 0 and 1.
  package let level: Double

  package init(level: Double) throws(TuningError) {
    guard level > 0, level < 1 else { throw .levelOutOfRange }
    self.level = level
  }

  /// Which of the tests are discoveries.
  ///
  /// Independent of their order; tied p-values fall together. Complexity: O(m log m).
  package func discoveries(_ pValues: [Double]) -> [Bool] {
    let sorted = pValues.sorted()
    let last = sorted.indices.last { sorted[$0] <= level * Double($0 + 1) / Double(sorted.count) }
    guard let last else { return pValues.map { _ in false } }
    return pValues.map { $0 <= sorted[last] }
  }

  /// The least level at which each test would be a discovery.
  ///
  /// Complexity: O(m log m).
  package static func adjusted(_ pValues: [Double]) -> [Double] {
    let order = pValues.indices.sorted { (pValues[$0], $0) < (pValues[$1], $1) }
    var result = pValues
    var least = 1.0
    for (place, i) in order.enumerated().reversed() {
      least = min(least, pValues[i] * Double(pValues.count) / Double(place + 1))
      result[i] = least
    }
    return result
  }

  /// How many calibration requests are needed before even one of `tests` requests can be a discovery: m / level − 1.
  ///
  /// A conformal p-value is never below 1 / (n + 1), which must reach level / m.
  package func requiredCalibration(tests: Int) -> Int {
    // A quotient that is a whole number up to rounding is that number.
    let needed = Double(tests) / level
    let nearest = needed.rounded()
    let least = abs(needed - nearest) < 1e-9 * needed ? nearest : needed.rounded(.up)
    return max(0, Int(least) - 1)
  }
}
