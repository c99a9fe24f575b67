/// Evidence in bits (log2 of a likelihood ratio), held as a whole number of 2⁻²⁰ bit.
///
/// Sums are exact and do not depend on their order, so that the same night gives the same bytes however it was split.
@usableFromInline package struct Bits: Hashable, Comparable, Sendable, Codable {
  /// In units of 2⁻²⁰ bit.
  @usableFromInline package var units: Int64

  @inlinable package init(units: Int64) { self.units = units }

  /// Rounds to the nearest unit, ties to even; clamps to ±2³⁰ bits; not-a-number is zero evidence.
  @inlinable @inline(__always) package init(_ value: Double) {
    guard value == value else {
      units = 0
      return
    }
    units = Int64((max(-1_073_741_824, min(1_073_741_824, value)) * 1_048_576).rounded(.toNearestOrEven))
  }

  @inlinable package static var zero: Bits { Bits(units: 0) }
  @inlinable package var value: Double { Double(units) / 1_048_576 }

  @inlinable package static func < (a: Bits, b: Bits) -> Bool { a.units < b.units }
  @inlinable package static func + (a: Bits, b: Bits) -> Bits { Bits(units: a.units + b.units) }
  @inlinable package static func - (a: Bits, b: Bits) -> Bits { Bits(units: a.units - b.units) }
  @inlinable package static prefix func - (a: Bits) -> Bits { Bits(units: -a.units) }
  @inlinable package static func += (a: inout Bits, b: Bits) { a.units += b.units }
  @inlinable package static func -= (a: inout Bits, b: Bits) { a.units -= b.units }
}
