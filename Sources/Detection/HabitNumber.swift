/// What a formula is worked out in habit by habit: a number each, or one for all where they stand alike.
///
/// The operations are the same, one by one, so that both ways give the same bits.
protocol HabitNumber {
  init(repeating value: Double)
  static func + (a: Self, b: Self) -> Self
  static func - (a: Self, b: Self) -> Self
  static func * (a: Self, b: Self) -> Self
  static func / (a: Self, b: Self) -> Self
  /// The larger of the two, habit by habit.
  static func larger(_ a: Self, _ b: Self) -> Self
}

extension Double: HabitNumber {
  @inline(__always) init(repeating value: Double) { self = value }
  @inline(__always) static func larger(_ a: Double, _ b: Double) -> Double { b > a ? b : a }
}

extension HabitVector: HabitNumber {
  @inline(__always) static func larger(_ a: HabitVector, _ b: HabitVector) -> HabitVector {
    HabitVector(
      Double.larger(a[0], b[0]), Double.larger(a[1], b[1]), Double.larger(a[2], b[2]), Double.larger(a[3], b[3]),
      Double.larger(a[4], b[4]), Double.larger(a[5], b[5]), Double.larger(a[6], b[6]), Double.larger(a[7], b[7]))
  }
}
