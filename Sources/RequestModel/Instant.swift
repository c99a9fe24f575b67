/// A point in time, in whole microseconds since 1970-01-01T00:00:00Z.
///
/// Finer digits of a timestamp are cut off, so that the order of requests is the order of these integers.
package struct Instant: Hashable, Comparable, Sendable, Codable {
  package var microseconds: Int64

  @inlinable package init(microseconds: Int64) { self.microseconds = microseconds }
  @inlinable package init(seconds: Int64) { self.microseconds = seconds * 1_000_000 }

  @inlinable package static func < (a: Instant, b: Instant) -> Bool { a.microseconds < b.microseconds }

  /// Whole seconds since the epoch, rounded towards the past.
  @inlinable package var seconds: Int64 { microseconds.flooredDivision(by: 1_000_000) }
}

extension Int64 {
  /// Division that rounds towards negative infinity; `divisor` > 0.
  @inlinable package func flooredDivision(by divisor: Int64) -> Int64 {
    let (q, r) = quotientAndRemainder(dividingBy: divisor)
    return r < 0 ? q - 1 : q
  }

  /// The remainder that belongs to `flooredDivision`, in 0 ..< divisor.
  @inlinable package func flooredRemainder(by divisor: Int64) -> Int64 {
    let r = self % divisor
    return r < 0 ? r + divisor : r
  }
}
