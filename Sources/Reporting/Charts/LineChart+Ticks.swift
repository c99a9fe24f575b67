extension LineChart {
  /// An axis' ends and its round values between.
  struct Ticks {
    var low: Double
    var high: Double
    var values: [Double]
    /// The fewest digits after the point that tell them apart; none where they are whole.
    var decimals: Int
  }

  /// Values from here on count as missing: their differences could overflow.
  static let largest = 1e150

  /// About five steps of 1, 2 or 5 times a power of ten.
  ///
  /// A range without width is widened to either side.
  func scale(_ axis: Axis, _ data: [Double]) -> Ticks {
    let finite = data.filter { $0.magnitude < LineChart.largest }
    var low = axis.range?.lowerBound ?? finite.min() ?? 0
    var high = axis.range?.upperBound ?? finite.max() ?? 1
    if !(high - low > 1e-12 * max(abs(low), abs(high), 1e-300)) {
      let margin = max(1, 0.1 * abs(low))
      low -= margin
      high += margin
    }
    let step = LineChart.step((high - low) / 5)
    if axis.range == nil {
      low = (low / step).rounded(.down) * step
      high = (high / step).rounded(.up) * step
    }
    let first = Int((low / step).rounded(.up))
    let last = Int((high / step + 1e-9).rounded(.down))
    return Ticks(
      low: low, high: high, values: first <= last ? (first...last).map { Double($0) * step } : [],
      decimals: LineChart.decimals(step))
  }

  private static func decimals(_ step: Double) -> Int {
    var digits = 0
    var unit = 1.0
    while step < 0.999 * unit, digits < 12 {
      unit /= 10
      digits += 1
    }
    return digits
  }

  private static func step(_ raw: Double) -> Double {
    var power = 1.0
    while power * 10 <= raw { power *= 10 }
    while power > raw { power /= 10 }
    return raw <= power * 1.5 ? power : raw <= power * 3.5 ? power * 2 : raw <= power * 7.5 ? power * 5 : power * 10
  }
}
