import Foundation
import Reporting
import Tuning

/// Measured values as they stand in tables and sentences.
enum MetricText {
  /// `0.871 (0.842 to 0.899)`.
  static func text(_ estimate: Estimate, decimals: Int = 3) -> String { value(estimate, decimals: decimals).text }

  static func value(_ estimate: Estimate, decimals: Int = 3, isChosen: Bool = false) -> MetricTable.Value {
    let isBounded = estimate.low.isFinite && estimate.high.isFinite && estimate.low <= estimate.high
    return MetricTable.Value(
      estimate.value, interval: isBounded ? estimate.low...estimate.high : nil, decimals: decimals, isChosen: isChosen)
  }

  /// Three decimals.
  static func rounded(_ value: Double) -> String { String(format: "%.3f", value) }
}
